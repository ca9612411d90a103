import { expect, test } from 'vitest'
import { applyCaseEvent, caseOf, historyWords, type CaseEvent, type CaseState } from '../../../../game/case/flow/index.ts'
import { front, paidFee, play, verifier, type DeskSaid } from './play.ts'

const back: DeskSaid = { type: 'return', fields: [{ field: 'nama', sentence: 'Tulis lengkap' }], papers: [] }

/** A life with nearly everything in it. */
function longLife() {
  const game = play({ fee: paidFee, ticket: 't-1' })
  game.tell({ type: 'assign', candidates: [{ officer: 'fitri', roles: ['front'], open: 0 }], draw: 0.2, atMs: game.nowMs })
  game.do(front, back)
  game.at('2025-03-04 10:00').keep(game.resubmit({ form: { paper: 'form-2', hashes: { nama: 'h-baru', ibu: 'h-ibu' } } }))
  game.do(front, { type: 'link', link: { type: 'contact', id: 'c' } })
  game.do(front, { type: 'escalate', reason: 'Sulit' })
  game.takes(front, { type: 'check' })
  game.takes(verifier, { type: 'accept' })
  game.tell({ type: 'fee-opened', payment: 'b', atMs: game.nowMs })
  game.tell({ type: 'fee-settled', payment: 'b', atMs: game.nowMs })
  game.do(verifier, { type: 'step' })
  game.takes({ officer: 'ayu', roles: ['approver'] }, { type: 'decide', text: { title: 'Akta', lines: [{ label: 'Nomor', text: '1' }] } })
  game.tell({ type: 'issue', document: 'd', atMs: game.nowMs })
  game.tell({ type: 'collect', how: 'self-print', atMs: game.nowMs })
  return game
}

function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value)
    for (const part of Object.values(value)) frozen(part)
  }
  return value
}

test('C51: a decision and an event change nothing of the state that they are given', () => {
  let state: CaseState | null = null
  for (const event of longLife().events) state = frozen(applyCaseEvent(state, frozen(event)))
  expect(state?.state).toBe('collected')
  const game = play()
  const before = JSON.stringify(game.state)
  expect(game.try(verifier, { type: 'take' })).toBe('role-missing')
  expect(game.decide({ type: 'withdraw', citizen: 'siti', atMs: 0 })).toEqual({ ok: true, events: [{ type: 'withdrawn', atMs: 0 }] })
  expect(JSON.stringify(game.state)).toBe(before)
})

test('C52: the same events give the same case, also after a round through JSON', () => {
  const { events, state } = longLife()
  const again = caseOf(JSON.parse(JSON.stringify(events)) as CaseEvent[])
  expect(again).toEqual(state)
  expect(state.revision).toBe(events.length)
  expect(caseOf([])).toBeNull()
  expect(() => applyCaseEvent(null, { type: 'withdrawn', atMs: 0 })).toThrow(/must be submitted/)
})

test('C54: every event has its words in both languages and says who by role', () => {
  const { events } = longLife()
  const others: CaseEvent[] = [
    { type: 'withdrawn', atMs: 0 },
    { type: 'rejected', officer: 'o', reason: 'r', appeal: 'a', atMs: 0 },
    { type: 'escalated', step: 0, to: 'verifier', basis: 'overdue', reason: '', officer: null, atMs: 0 },
  ]
  const lines = [...events, ...others].map((event) => ({ type: event.type, ...historyWords(event) }))
  for (const { words } of lines) {
    expect(words.id.length).toBeGreaterThan(5)
    expect(words.en.length).toBeGreaterThan(5)
    expect(words.id).not.toBe(words.en)
  }
  const roleOf = Object.fromEntries(lines.map(({ type, role }) => [type, role]))
  expect(roleOf).toMatchObject({ submitted: 'citizen', assigned: 'front', checked: 'front', returned: 'front', accepted: 'verifier' })
  expect(roleOf).toMatchObject({
    'step-done': 'verifier',
    decided: 'approver',
    rejected: 'approver',
    issued: 'system',
    collected: 'citizen',
  })
  expect(new Set(lines.filter(({ type }) => type === 'escalated').map(({ words }) => words.id)).size).toBe(2)
  expect(JSON.stringify(lines)).not.toMatch(/fitri|vino|ayu|siti/)
})
