import { expect, test } from 'vitest'
import {
  applyBreachEvent,
  breachFacts,
  closeBreach,
  describeBreach,
  findBreach,
  notifyBreach,
  type Breach,
  type BreachEvent,
} from '../../../../game/case/rights/breach.ts'
import { answerDataRequest, applyDataRequest, isDataRequestLate, type DataRequest } from '../../../../game/case/rights/data-request.ts'

const hourMs = 3_600_000
const asked = applyDataRequest(null, {
  type: 'asked',
  id: 'r1',
  kind: 'correction',
  about: { kind: 'document', id: 'd1' },
  atMs: 1000,
}) as DataRequest
const answer = (type: 'done' | 'refused', words: string, atMs: number) => answerDataRequest(asked, { type, words, atMs, officer: 'o1' })
const byOfficer = { officer: 'o1', atMs: 9000 }

function found(foundAtMs = 1000): Breach {
  const decision = findBreach({ breach: 'b1', region: 'kukar', foundAtMs, atMs: 2000, officer: 'o1' })
  if (!decision.ok) throw new Error(decision.code)
  return after(null, decision.events)
}
function after(breach: Breach | null, events: readonly BreachEvent[]): Breach {
  return events.reduce(applyBreachEvent, breach) as Breach
}
function described(): Breach {
  const facts = { data: 'nomor telepon', when: '2 Maret', how: 'salah kirim', handling: 'ditarik', recovery: 'nomor diganti' }
  const decision = describeBreach(found(), { facts, people: ['c1', 'c2'], isPublic: null, ...byOfficer })
  if (!decision.ok) throw new Error(decision.code)
  return after(found(), decision.events)
}

test('R14: within three times twenty-four hours, and whether it was', () => {
  expect(asked).toMatchObject({ state: 'received', answerByMs: 1000 + 72 * hourMs, isInTime: null })
  expect([asked.answerByMs, asked.answerByMs + 1].map((atMs) => isDataRequestLate(asked, atMs))).toEqual([false, true])
  const end = (atMs: number) => {
    const decision = answer('done', '', atMs)
    return decision.ok ? (applyDataRequest(asked, decision.event) as DataRequest) : null
  }
  expect(end(asked.answerByMs)).toMatchObject({ state: 'done', isInTime: true, answeredAtMs: asked.answerByMs })
  const late = end(asked.answerByMs + 1) as DataRequest
  expect(late.isInTime).toBe(false)
  expect(isDataRequestLate(late, 0)).toBe(true)
})

test('R15: once, and a refusal has its reason', () => {
  expect(answer('refused', '  ', 5000)).toEqual({ ok: false, code: 'reason-missing' })
  const refused = answer('refused', 'data sudah benar', 5000)
  expect(refused.ok).toBe(true)
  const done = applyDataRequest(asked, { type: 'refused', officer: 'o1', atMs: 5000 }) as DataRequest
  expect(answerDataRequest(done, { type: 'done', words: '', officer: 'o1', atMs: 6000 })).toEqual({ ok: false, code: 'already-answered' })
})

test('R16: the clock runs from when it was found', () => {
  expect(found(1000)).toMatchObject({ state: 'found', foundAtMs: 1000, notifyByMs: 1000 + 72 * hourMs })
  expect(findBreach({ breach: 'b1', region: 'kukar', foundAtMs: 2001, atMs: 2000, officer: 'o1' })).toEqual({
    ok: false,
    code: 'breach-future',
  })
})

test('R17: told with all five', () => {
  for (const fact of breachFacts) {
    const breach = { ...described(), facts: { ...described().facts, [fact]: ' ' } }
    expect(notifyBreach(breach, byOfficer)).toEqual({ ok: false, code: 'breach-incomplete', missing: fact })
  }
  expect(notifyBreach(described(), byOfficer).ok).toBe(true)
})

test('R18: described step by step, until it was told', () => {
  const more = describeBreach(described(), { facts: { how: 'salah alamat' }, people: null, isPublic: true, ...byOfficer })
  expect(more.ok && after(described(), more.events)).toMatchObject({
    facts: { data: 'nomor telepon', how: 'salah alamat' },
    people: ['c1', 'c2'],
    isPublic: true,
  })
  const told = after(described(), [{ type: 'notified', ...byOfficer }])
  expect(describeBreach(told, { facts: { how: 'lain' }, people: null, isPublic: null, ...byOfficer })).toEqual({
    ok: false,
    code: 'breach-state',
  })
  expect(notifyBreach(told, byOfficer)).toEqual({ ok: false, code: 'breach-state' })
})

test('R19: closed when those concerned know, and whether they knew in time', () => {
  expect(closeBreach(described(), byOfficer)).toEqual({ ok: false, code: 'breach-state' })
  const { notifyByMs } = described()
  const toldAt = (atMs: number) => after(described(), [{ type: 'notified', officer: 'o1', atMs }])
  expect([toldAt(notifyByMs), toldAt(notifyByMs + 1)].map(({ isInTime }) => isInTime)).toEqual([true, false])
  const closing = closeBreach(toldAt(5000), byOfficer)
  expect(closing.ok && after(toldAt(5000), closing.events)).toMatchObject({ state: 'closed', closedAtMs: 9000, notifiedAtMs: 5000 })
  expect(closeBreach(after(toldAt(5000), [{ type: 'closed', ...byOfficer }]), byOfficer).ok).toBe(false)
})
