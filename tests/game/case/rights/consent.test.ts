import { expect, test } from 'vitest'
import {
  applyConsentEvent,
  findConsent,
  giveConsent,
  mayUse,
  stopByMs,
  stopConsent,
  withdrawConsent,
  type Consent,
  type ConsentBook,
  type ConsentEvent,
} from '../../../../game/case/rights/consent.ts'
import { consentText, isPurpose, purposes, type PurposeSlug } from '../../../../game/case/rights/purposes.ts'

const hourMs = 3_600_000
const about = { kind: 'case', id: 'k1' }
const given = (more: Partial<Extract<ConsentEvent, { type: 'given' }>> = {}): Extract<ConsentEvent, { type: 'given' }> => ({
  type: 'given',
  consent: 'c1',
  atMs: 1000,
  purpose: 'case-papers',
  textVersion: 'kasus-1',
  textSha256: 'aa',
  how: 'submission',
  about,
  ...more,
})
const play = (events: readonly ConsentEvent[], from: ConsentBook = new Map()): ConsentBook => events.reduce(applyConsentEvent, from)
const only = (book: ConsentBook): Consent => {
  expect(book.size).toBe(1)
  return [...book.values()][0]
}

test('R1: every purpose has words, a version and what stops, in both languages', () => {
  const slugs = Object.keys(purposes) as PurposeSlug[]
  expect(slugs.length).toBeGreaterThan(1)
  for (const slug of slugs) {
    const { version, name, words, stops } = purposes[slug]
    for (const part of [name, words, stops]) {
      expect(part.id.length).toBeGreaterThan(8)
      expect(part.en).not.toBe(part.id)
    }
    expect(consentText(slug)).toBe(`${version}\n${words.id}\n${words.en}`)
  }
  expect(new Set(slugs.map((slug) => purposes[slug].version)).size).toBe(slugs.length)
  expect(isPurpose('notices')).toBe(true)
  expect(isPurpose('toString')).toBe(false)
})

test('R2: what was agreed to, when, how and for what is kept', () => {
  expect(only(play(giveConsent(new Map(), given())))).toEqual({
    id: 'c1',
    purpose: 'case-papers',
    textVersion: 'kasus-1',
    textSha256: 'aa',
    how: 'submission',
    about,
    givenAtMs: 1000,
    withdrawnAtMs: null,
    stoppedAtMs: null,
  })
})

test('R3: the same again is nothing; other words are another agreement', () => {
  const book = play(giveConsent(new Map(), given()))
  expect(giveConsent(book, given({ consent: 'c2', atMs: 2000 }))).toEqual([])
  const next = play(giveConsent(book, given({ consent: 'c2', atMs: 2000, textSha256: 'bb' })), book)
  expect([...next.values()].map(({ id, withdrawnAtMs, stoppedAtMs }) => [id, withdrawnAtMs, stoppedAtMs])).toEqual([
    ['c1', 2000, 2000],
    ['c2', null, null],
  ])
})

test('R4: for one thing and one purpose, and for no other', () => {
  const book = play(giveConsent(new Map(), given()))
  expect(findConsent(book, 'case-papers', about)?.id).toBe('c1')
  expect(findConsent(book, 'case-papers', { kind: 'case', id: 'k2' })).toBeNull()
  expect(findConsent(book, 'case-papers', { kind: 'paper', id: 'k1' })).toBeNull()
  expect(findConsent(book, 'case-papers', null)).toBeNull()
  expect(findConsent(book, 'notices', about)).toBeNull()
})

test('R5: withdrawn at any time, and nothing from then on', () => {
  const book = play(giveConsent(new Map(), given()))
  const events = withdrawConsent(book, 'c1', 5000)
  expect(events).toEqual([{ type: 'withdrawn', consent: 'c1', atMs: 5000 }])
  const after = play(events, book)
  expect([mayUse(only(book)), mayUse(only(after))]).toEqual([true, false])
  expect(findConsent(after, 'case-papers', about)).toBeNull()
  expect(withdrawConsent(after, 'c1', 6000)).toEqual([])
  expect(withdrawConsent(book, 'c9', 6000)).toEqual([])
})

test('R6: stopped within three times twenty-four hours, written down once', () => {
  const book = play(giveConsent(new Map(), given()))
  expect(stopByMs(only(book))).toBeNull()
  expect(stopConsent(book, 'c1', 2000)).toEqual([])
  const withdrawn = play(withdrawConsent(book, 'c1', 5000), book)
  expect(stopByMs(only(withdrawn))).toBe(5000 + 72 * hourMs)
  const stopped = play(stopConsent(withdrawn, 'c1', 6000), withdrawn)
  expect(only(stopped).stoppedAtMs).toBe(6000)
  expect(stopByMs(only(stopped))).toBeNull()
  expect(stopConsent(stopped, 'c1', 7000)).toEqual([])
})

test('R7: given anew after a withdrawal', () => {
  const book = play([given(), ...withdrawConsent(play([given()]), 'c1', 5000)])
  const again = giveConsent(book, given({ consent: 'c2', atMs: 9000 }))
  expect(again).toHaveLength(1)
  expect(findConsent(play(again, book), 'case-papers', about)?.id).toBe('c2')
})
