import { expect, test } from 'vitest'
import {
  caseManifestText,
  caseReceiptText,
  decideCase,
  makeCaseNumber,
  readCaseNumber,
  type CaseBrief,
} from '../../../../game/case/flow/index.ts'
import { approver, codeOf, dayMs, detailsOf, hourMs, mondayMs, paidFee, play, steps, submission } from './play.ts'

const contact = (change = {}) => ({
  serverAtMs: mondayMs - 30 * hourMs,
  deviceAtMs: mondayMs - 31 * hourMs,
  signature: 'sig',
  isSame: true,
  ...change,
})

test('C1: the same submission again changes nothing, another under the same id is refused with the number', () => {
  const game = play()
  expect(game.decide(submission({ number: 'K-2222-2Y', atMs: mondayMs + 1000 }))).toEqual({ ok: true, events: [] })
  const other = [
    { form: { paper: 'form-2', hashes: { nama: 'h-lain', ibu: 'h-ibu' } } },
    { papers: { kk: 'paper-kk' } },
    { service: 'akta-mati' },
  ].map((change) => game.decide(submission(change)))
  expect(other.map(codeOf)).toEqual(['already-submitted', 'already-submitted', 'already-submitted'])
  expect(detailsOf(other[0])).toEqual({ number: 'K-7QF3-2M' })
})

test('C1: a first sending that comes again after corrections is answered as the case stands', () => {
  const game = play()
  game.takes({ officer: 'f', roles: ['front'] }, { type: 'return', fields: [{ field: 'nama', sentence: 'Tulis lengkap' }], papers: [] })
  game.keep(game.resubmit({ form: { paper: 'form-2', hashes: { nama: 'h-baru', ibu: 'h-ibu' } } }))
  expect(game.decide(submission())).toEqual({ ok: true, events: [] })
})

test("C2: somebody else's id is unknown, whatever is sent under it", () => {
  const game = play()
  const decision = game.decide(submission({ citizen: 'budi' }))
  expect(decision).toEqual({ ok: false, code: 'unknown-case', details: {} })
})

test('C3, C5: the promise runs from the first contact, and the clock of the device is kept beside it', () => {
  const { state } = play({ contact: contact() })
  expect(state.contactAtMs).toBe(mondayMs - 30 * hourMs)
  expect(state.submittedAtMs).toBe(mondayMs)
  expect(state.deviceAtMs).toBe(mondayMs - 31 * hourMs)
  expect(state.receipt).toBe('sig')
  expect(play({ contact: contact({ deviceAtMs: 0 }) }).state.contactAtMs).toBe(mondayMs - 30 * hourMs)
})

test('C4: a contact that is too old, later, or of other contents does not count, and its receipt is kept all the same', () => {
  const contactAt = (change: object) => play({ contact: contact(change) }).state.contactAtMs
  expect(contactAt({ serverAtMs: mondayMs - 72 * hourMs })).toBe(mondayMs - 72 * hourMs)
  expect(contactAt({ serverAtMs: mondayMs - 72 * hourMs - 1 })).toBe(mondayMs)
  expect(contactAt({ serverAtMs: mondayMs + 1 })).toBe(mondayMs)
  expect(contactAt({ isSame: false })).toBe(mondayMs)
  expect(play({ contact: contact({ isSame: false }) }).state.receipt).toBe('sig')
  expect(play().state.contactAtMs).toBe(mondayMs)
})

test('C6: a case begins with what it was submitted with', () => {
  const { state } = play({ fee: paidFee })
  expect(state).toMatchObject({
    id: 'kasus-1',
    number: 'K-7QF3-2M',
    region: 'kukar',
    agency: 'disdukcapil',
    service: 'akta-lahir',
    version: 3,
    steps,
    citizen: 'siti',
    state: 'submitted',
    form: { paper: 'form-1', hashes: { nama: 'h-nama', ibu: 'h-ibu' } },
    papers: { kk: 'paper-kk', surat: 'paper-surat' },
    fee: { ...paidFee, state: 'later', payment: null },
    holder: null,
    revision: 1,
  })
  expect(() => decideCase(null, submission({ steps: [] }))).toThrow(TypeError)
})

const brief = (change: Partial<CaseBrief>): CaseBrief => ({
  id: 'lama',
  number: 'K-AAAA-AA',
  service: 'akta-lahir',
  state: 'in-process',
  updatedAtMs: mondayMs - 90 * dayMs,
  ...change,
})

test('C7: an open case for the same service is warned of, and the new one is taken', () => {
  const open = ['submitted', 'checked', 'returned', 'accepted', 'in-process', 'decided'] as const
  const { state } = play({ others: open.map((name) => brief({ id: name, state: name })) })
  expect(state.warnings.map((warning) => warning.case)).toEqual(open)
  expect(state.warnings[0]).toEqual({ type: 'duplicate', case: 'submitted', number: 'K-AAAA-AA', state: 'submitted' })
})

test('C8: one issued within thirty days is warned of too; older, rejected, withdrawn and other services are not', () => {
  const warned = (change: Partial<CaseBrief>) => play({ others: [brief(change)] }).state.warnings.length
  expect(warned({ state: 'issued', updatedAtMs: mondayMs - 30 * dayMs })).toBe(1)
  expect(warned({ state: 'collected', updatedAtMs: mondayMs - dayMs })).toBe(1)
  expect(warned({ state: 'issued', updatedAtMs: mondayMs - 30 * dayMs - 1 })).toBe(0)
  expect(warned({ state: 'rejected', updatedAtMs: mondayMs })).toBe(0)
  expect(warned({ state: 'withdrawn', updatedAtMs: mondayMs })).toBe(0)
  expect(warned({ service: 'akta-mati' })).toBe(0)
})

test('C9: the ticket of the consultation is linked', () => {
  expect(play({ ticket: 'tiket-1' }).state.links).toEqual([{ type: 'ticket', id: 'tiket-1' }])
  expect(play().state.links).toEqual([])
})

const numbers = [0, 1, 2, 3, 4, 5, 6, 7].map((seed) => makeCaseNumber([0, 1, 2, 3, 4].map((place) => ((seed * 7 + place * 13) % 31) / 31)))
const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

test('C10: a number reads back however it is typed', () => {
  for (const number of numbers) {
    expect(number).toMatch(/^K-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{2}$/)
    expect(readCaseNumber(number)).toBe(number)
    expect(readCaseNumber(` ${number.toLowerCase().replaceAll('-', ' ')}`)).toBe(number)
    expect(readCaseNumber(number.slice(2))).toBe(number)
  }
  expect(makeCaseNumber([0.999, 0.999, 0.999, 0.999, 0.999])).toMatch(/^K-ZZZZ-Z/)
  expect(['', 'K-7QF3', 'K-0000-00', '1234567'].map(readCaseNumber)).toEqual([null, null, null, null])
  expect(() => makeCaseNumber([0, 0, 0, 0])).toThrow(TypeError)
  expect(() => makeCaseNumber([0, 0, 0, 0, 1])).toThrow(TypeError)
})

test('C10: any one wrong sign and any two swapped neighbours are found', () => {
  for (const number of numbers) {
    const text = number.replaceAll('-', '').slice(1)
    for (let place = 0; place < text.length; place++) {
      for (const sign of signs) {
        if (sign !== text[place]) expect(readCaseNumber(text.slice(0, place) + sign + text.slice(place + 1))).toBeNull()
      }
      if (place === 0 || text[place] === text[place - 1]) continue
      expect(readCaseNumber(text.slice(0, place - 1) + text[place] + text[place - 1] + text.slice(place + 1))).toBeNull()
    }
  }
})

test('C11: a manifest is one text for one content', () => {
  const manifest = {
    case: 'a',
    region: 'kukar',
    service: 's',
    version: 1,
    answers: { nama: 'Siti', anak: 2 },
    papers: { kk: 'ab', ktp: 'cd' },
  }
  const turned = {
    papers: { ktp: 'cd', kk: 'ab' },
    answers: { anak: 2, nama: 'Siti' },
    version: 1,
    service: 's',
    region: 'kukar',
    case: 'a',
  }
  expect(caseManifestText(turned)).toBe(caseManifestText(manifest))
  const others = [
    { case: 'b' },
    { region: 'jabar' },
    { service: 't' },
    { version: 2 },
    { answers: { nama: 'Sita', anak: 2 } },
    { papers: { kk: 'ab', ktp: 'ce' } },
  ].map((change) => caseManifestText({ ...manifest, ...change }))
  expect(new Set([caseManifestText(manifest), ...others]).size).toBe(7)
})

test('C11: a receipt binds case, manifest and both instants', () => {
  const receipt = { case: 'a', manifest: 'b', deviceAt: '2025-03-03T01:00:00.000Z', serverAt: '2025-03-03T01:00:05.000Z' }
  const changes = [{ case: 'x' }, { manifest: 'x' }, { deviceAt: receipt.serverAt }, { serverAt: receipt.deviceAt }]
  const texts = [receipt, ...changes.map((change) => ({ ...receipt, ...change }))].map(caseReceiptText)
  expect(new Set(texts).size).toBe(5)
})

test('C2: a command on a case that was not submitted is refused', () => {
  const decision = decideCase(null, { type: 'withdraw', citizen: 'siti', atMs: mondayMs })
  expect(codeOf(decision)).toBe('unknown-case')
  expect(codeOf(decideCase(null, { type: 'fee-settled', payment: 'p', atMs: mondayMs }))).toBe('unknown-case')
  expect(approver.roles).toEqual(['approver'])
})
