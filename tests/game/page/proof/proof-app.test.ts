import { CodedError } from '@balai/engine/core'
import { describe, expect, it, vi } from 'vitest'
import { createBreath } from '../../../../game/page/proof/check/breathe.ts'
import { checkExport, type CheckedExport } from '../../../../game/page/proof/check/check-export.ts'
import { createWebSha256 } from '../../../../game/page/proof/check/web-sha256.ts'
import { createProofApp } from '../../../../game/page/proof/state/proof-app.ts'
import type { ProofHead } from '../../../../game/queue/index.ts'
import { sampleDay, sampleHead, sha256, toText } from './sample-day.ts'

const day = sampleHead.day
const heads = { dukcapil: sampleHead, samsat: { ...sampleHead, group: 'samsat', prefix: 'B' } }
const textOf = (head: ProofHead) => toText(head, sampleDay(head).lines)
const texts = { dukcapil: textOf(heads.dukcapil), samsat: textOf(heads.samsat) }
const samsat = sampleDay(heads.samsat).lines
const check = (text: string) => checkExport(text, { sha256, breathe: () => undefined })

/** An app over two lines whose records are as given. */
function appOf(records: Record<string, string | Error>) {
  const load = vi.fn<(group: string) => Promise<CheckedExport>>(async (group) => {
    const record = records[group]
    if (record instanceof Error) throw record
    return check(record)
  })
  const lines = Object.keys(records).map((group) => ({ group, events: 18 }))
  return { app: createProofApp({ days: { day, lines }, region: 'kukar', load }), load }
}
const stateOf = ({ app }: ReturnType<typeof appOf>, group: string) => app.checks.get(group)?.value.state

describe('the verdict of a day', () => {
  it('is good only when every line was checked and holds; no line is fetched twice', async () => {
    const made = appOf(texts)
    expect(made.app.verdict.value).toBe('idle')
    await made.app.check('dukcapil')
    expect([made.app.verdict.value, made.app.progress.value]).toEqual(['idle', { done: 18, of: 36 }])
    await Promise.all([made.app.checkAll(), made.app.checkAll()])
    expect([made.app.verdict.value, made.app.progress.value]).toEqual(['good', { done: 36, of: 36 }])
    expect(made.load).toHaveBeenCalledTimes(2)
  })

  it.each([
    ['broken', 'an altered line', texts.samsat.replace('"number":3', '"number":4')],
    ['unreadable', 'a file cut off', texts.samsat.slice(0, -30)],
    ['other', 'a good record of another line', texts.dukcapil],
    ['other', 'a good record of another day', textOf({ ...heads.samsat, day: '2026-11-21' })],
    ['other', 'a good record of another region', textOf({ ...heads.samsat, region: 'kendari' })],
  ])('is broken by %s: %s', async (state, _, text) => {
    const made = appOf({ dukcapil: texts.dukcapil, samsat: text })
    await made.app.checkAll()
    expect([stateOf(made, 'dukcapil'), stateOf(made, 'samsat'), made.app.verdict.value]).toEqual(['good', state, 'broken'])
  })

  it('is unfinished without a network, and good after another try', async () => {
    const records: Record<string, string | Error> = { ...texts, samsat: new CodedError('offline', 'no network') }
    const made = appOf(records)
    await made.app.checkAll()
    expect(made.app.verdict.value).toBe('unfinished')
    records.samsat = texts.samsat
    await made.app.checkAll()
    expect([made.app.verdict.value, made.load.mock.calls.length]).toEqual(['good', 3])
  })

  it('is empty without a line', () => {
    expect(appOf({}).app.verdict.value).toBe('empty')
  })
})

describe('a receipt', () => {
  it('is looked for in the line that the address names first, and no further than where it stands', async () => {
    const made = appOf(texts)
    await made.app.find(samsat[1].hash, 'samsat')
    expect(made.app.search.value).toMatchObject({ state: 'found', group: 'samsat', story: { label: 'B-002' } })
    expect(made.load.mock.calls).toEqual([['samsat', expect.any(Function)]])
  })

  it('that stands nowhere is said to be of another record only when every line was looked through', async () => {
    const made = appOf({ dukcapil: texts.dukcapil, samsat: new CodedError('offline', 'no network') })
    await made.app.find('f'.repeat(64))
    expect(made.app.search.value).toEqual({ state: 'nowhere', isSure: false })
    const whole = appOf(texts)
    await whole.app.find('f'.repeat(64))
    expect(whole.app.search.value).toEqual({ state: 'nowhere', isSure: true })
    await whole.app.find('A-001')
    expect(whole.app.search.value).toEqual({ state: 'malformed' })
  })

  it('behind a broken line proves nothing; before it, its story is told', async () => {
    const made = appOf({ samsat: texts.samsat.replace('"number":3', '"number":4') })
    await made.app.find(samsat[4].hash)
    expect(made.app.search.value).toEqual({ state: 'unproved', group: 'samsat', line: 5 })
    await made.app.find(samsat[1].hash)
    expect(made.app.search.value).toMatchObject({ state: 'found', story: { label: 'B-002', state: 'waiting' } })
  })
})

describe('checking in the browser', () => {
  it('calculates with WebCrypto what the server did, and tells how far it is', async () => {
    const web = createWebSha256(globalThis.crypto.subtle)
    const done: number[] = []
    const checked = await checkExport(texts.samsat, {
      sha256: web ?? sha256,
      breathe: () => undefined,
      onLine: (count) => done.push(count),
    })
    expect(checked.report).toMatchObject({ ok: true, hash: samsat[17].hash })
    expect([done[0], done[18], done.length]).toEqual([0, 18, 19])
    expect(createWebSha256(undefined)).toBeNull()
  })

  it('rests after 12 ms of work, and not before', async () => {
    let nowMs = 0
    const rest = vi.fn(async () => undefined)
    const breathe = createBreath(() => nowMs, rest)
    nowMs = 11
    await breathe()
    expect(rest).not.toHaveBeenCalled()
    nowMs = 12
    await breathe()
    nowMs = 20
    await breathe()
    expect(rest).toHaveBeenCalledTimes(1)
  })
})
