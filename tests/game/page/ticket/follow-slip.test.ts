import { CodedError } from '@balai/engine/core'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { TicketView } from '../../../../game/api/index.ts'
import { followSlip } from '../../../../game/page/ticket/follow-slip.ts'

const ticket = (change: Partial<TicketView> = {}) => ({ id: 't', label: 'A-001', state: 'waiting', ahead: 2, ...change }) as TicketView

function setUp(answers: (() => unknown)[]) {
  const kept = new Map<string, string>()
  const page = { isShown: true, changed: () => {} }
  const asked: string[] = []
  const host = {
    call: async (_method: string, path: string) => {
      asked.push(path)
      return answers.shift()?.()
    },
    store: { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) },
    now: () => 1000,
    isShown: () => page.isShown,
    onChange: (listener: () => void) => {
      page.changed = listener
    },
  }
  const follow = (code = 'K7M29QXA') => followSlip(code, host as unknown as Parameters<typeof followSlip>[1])
  return { follow, page, asked }
}
const fails =
  (code: string, details = {}) =>
  () => {
    throw new CodedError(code, code, details)
  }
const tells =
  (change: Partial<TicketView> = {}) =>
  () => ({ ticket: ticket(change), code: 'K7M29QXA' })
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('looks every ten seconds while shown, not while hidden, and at once when shown again', async () => {
  const { follow, page, asked } = setUp([tells(), tells({ ahead: 1 }), tells({ ahead: 0 })])
  const follower = follow()
  await follower.look()
  await pass(10_000)
  expect(follower.slip.value.known?.ticket.ahead).toBe(1)
  page.isShown = false
  page.changed()
  await pass(60_000)
  expect(asked).toHaveLength(2)
  page.isShown = true
  page.changed()
  await pass(0)
  expect(asked).toHaveLength(3)
})

test('without a network the last state stays, with its time, over a reload too', async () => {
  const { follow } = setUp([tells(), fails('offline'), fails('offline')])
  const first = follow()
  await first.look()
  await pass(10_000)
  expect(first.slip.value).toEqual({ known: { ticket: ticket(), atMs: 1000 }, state: 'lost' })
  const again = follow()
  expect(again.slip.value.known?.ticket.label).toBe('A-001')
  expect(follow('OTHER234').slip.value.known, "another's ticket is nobody's business").toBeNull()
})

test('who is asked to wait waits as long; what is over is not asked for again', async () => {
  const { follow, asked } = setUp([fails('too-many', { seconds: 40 }), tells({ state: 'done' })])
  await follow().look()
  await pass(39_000)
  expect(asked).toHaveLength(1)
  await pass(1_000)
  expect(asked).toHaveLength(2)
  await pass(120_000)
  expect(asked).toHaveLength(2)
})

test('a code that the server does not know is said to be so, and not asked for again', async () => {
  const { follow, asked } = setUp([fails('unknown-code')])
  const follower = follow()
  await follower.look()
  await pass(60_000)
  expect([follower.slip.value.state, asked.length]).toEqual(['unknown', 1])
})

test('does what is asked with the place once, shows what became of it, and says a refusal', async () => {
  const { follow, asked } = setUp([tells({ state: 'skipped' }), tells({ ahead: 3 }), fails('wrong-state')])
  const follower = follow()
  await follower.look()
  const first = follower.act('rejoin')
  await follower.act('rejoin')
  await first
  expect(asked).toEqual(['/api/kiosk/tickets/K7M29QXA', '/api/kiosk/tickets/K7M29QXA/rejoin'])
  expect(follower.slip.value.known?.ticket.ahead).toBe(3)
  await follower.act('cancel')
  expect([follower.problem.value, follower.slip.value.known?.ticket.ahead]).toEqual(['wrong-state', 3])
})
