import { expect, test } from 'vitest'
import { applyQueueEvent, createQueueDay, decideQueue, estimateWait, type QueueCommand, type QueueDay } from '../../../game/queue/index.ts'

const minute = 60_000
const newDay = () => createQueueDay({ region: 'kukar', group: 'g', prefix: 'A', day: '2026-03-02' })

function must(day: QueueDay, command: QueueCommand): void {
  const decision = decideQueue(day, command)
  if (!decision.ok) throw new Error(decision.code)
  for (const event of decision.events) applyQueueEvent(day, event)
}
let serial = 0
/** Calls one more ticket at a counter; finishes it after the given minutes unless null. */
function visit(day: QueueDay, minutes: number | null, counter = 'c1', atMs = 0): void {
  const ticket = `t${++serial}`
  const at = { ticket, counter, officer: 'o' }
  must(day, { type: 'issue', ticket, citizen: ticket, service: null, atMs })
  must(day, { type: 'call-next', counter, officer: 'o', atMs })
  must(day, { type: 'serve', ...at, atMs })
  if (minutes !== null) must(day, { type: 'finish', ...at, atMs: atMs + minutes * minute })
}

test('Q16: one forgotten ticket of five hours does not move the estimate', () => {
  const usual = newDay()
  for (let i = 0; i < 15; i++) visit(usual, 10)
  const odd = newDay()
  for (let i = 0; i < 15; i++) visit(odd, i === 7 ? 300 : 10)
  const options = { ahead: 10, openCounters: 1, nowMs: 0 }
  expect(estimateWait(usual, options)?.estimateMinutes).toBe(95)
  expect(estimateWait(odd, options)).toEqual(estimateWait(usual, options))
})

test('Q16: only the last 15 count', () => {
  const day = newDay()
  for (let i = 0; i < 30; i++) visit(day, 40)
  for (let i = 0; i < 15; i++) visit(day, 4)
  expect(estimateWait(day, { ahead: 10, openCounters: 1, nowMs: 0 })?.estimateMinutes).toBe(50)
})

test('Q17: before anybody was served a person takes 8 minutes; one quick visit does not overturn it', () => {
  const day = newDay()
  expect(estimateWait(day, { ahead: 5, openCounters: 1, nowMs: 0 })).toEqual({ optimisticMinutes: 24, estimateMinutes: 40 })
  visit(day, 1)
  expect(estimateWait(day, { ahead: 10, openCounters: 1, nowMs: 0 })?.estimateMinutes).toBe(63)
})

test('Q18: counters share the work, time in hand counts, a free counter means no wait', () => {
  const day = newDay()
  expect(estimateWait(day, { ahead: 1, openCounters: 2, nowMs: 0 })?.estimateMinutes).toBe(0)
  visit(day, null, 'c1', 0)
  expect(estimateWait(day, { ahead: 0, openCounters: 2, nowMs: 0 })?.estimateMinutes).toBe(0)
  expect(estimateWait(day, { ahead: 1, openCounters: 2, nowMs: 0 })?.estimateMinutes).toBe(8)
  expect(estimateWait(day, { ahead: 0, openCounters: 1, nowMs: 3 * minute })?.estimateMinutes).toBe(5)
  expect(estimateWait(day, { ahead: 0, openCounters: 1, nowMs: 90 * minute })?.estimateMinutes).toBe(4)
  expect(estimateWait(day, { ahead: 0, openCounters: 1, nowMs: -minute })?.estimateMinutes).toBe(8)
})

test('Q18: one more person ahead never shortens the wait', () => {
  const day = newDay()
  visit(day, 3)
  visit(day, null, 'c2')
  let last = -1
  for (let ahead = 0; ahead < 200; ahead++) {
    const wait = estimateWait(day, { ahead, openCounters: 3, nowMs: minute })
    expect(wait!.estimateMinutes).toBeGreaterThanOrEqual(last)
    expect(wait!.optimisticMinutes).toBeLessThanOrEqual(wait!.estimateMinutes)
    last = wait!.estimateMinutes
  }
})

test("Q19: no counter open, no estimate; nonsense is the caller's mistake", () => {
  expect(estimateWait(newDay(), { ahead: 3, openCounters: 0, nowMs: 0 })).toBeNull()
  expect(() => estimateWait(newDay(), { ahead: -1, openCounters: 1, nowMs: 0 })).toThrow('options.ahead')
})
