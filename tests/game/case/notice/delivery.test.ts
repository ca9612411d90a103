import { expect, test } from 'vitest'
import {
  afterTry,
  beforeTry,
  noticeChannels,
  planDeliveries,
  type Delivery,
  type DeliveryWishes,
} from '../../../../game/case/notice/delivery.ts'
import { sendAtMs } from '../../../../game/case/notice/quiet-hours.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
/** Makassar, UTC+8: local noon of 3 March 2026 is 04:00 UTC. */
const utcOffsetMinutes = 480
const midnightMs = Date.UTC(2026, 2, 3) - utcOffsetMinutes * minuteMs
const local = (hour: number, day = 0): number => midnightMs + hour * hourMs + day * 24 * hourMs
const everything: DeliveryWishes = {
  wanted: noticeChannels,
  addresses: noticeChannels,
  providers: noticeChannels,
  quiet: { from: 21, until: 6 },
  utcOffsetMinutes,
}
const plan = (more: Partial<DeliveryWishes>, nowMs = local(12), key: Parameters<typeof planDeliveries>[0] = 'case.returned') =>
  planDeliveries(key, { ...everything, ...more }, nowMs)
const queued: Delivery = { channel: 'sms', state: 'queued', dueMs: local(12), tries: 0 }

test('N4: what stands in the list only is sent nowhere', () => {
  expect(plan({}, local(12), 'case.submitted')).toEqual([])
  expect(plan({})).toHaveLength(4)
})

test('N5, N6, N7: why a way stays unused', () => {
  const states = (more: Partial<DeliveryWishes>) => plan(more).map((one) => (one.state === 'skipped' ? one.reason : one.state))
  expect(states({})).toEqual(['queued', 'queued', 'queued', 'queued'])
  expect(states({ wanted: ['push'] })).toEqual(['queued', 'not-wanted', 'not-wanted', 'not-wanted'])
  expect(states({ providers: ['push', 'sms'] })).toEqual(['queued', 'queued', 'no-provider', 'no-provider'])
  expect(states({ addresses: ['sms'] })).toEqual(['no-address', 'queued', 'no-address', 'no-address'])
  expect(states({ wanted: ['sms'], providers: [], addresses: [] })).toEqual(['not-wanted', 'no-provider', 'not-wanted', 'not-wanted'])
})

test('N8: quiet hours in the time of the region, over midnight and within a day', () => {
  const night = { from: 21, until: 6 }
  const at = (nowMs: number, quiet = night) => sendAtMs(nowMs, utcOffsetMinutes, quiet)
  expect(at(local(20.99))).toBe(local(20.99))
  expect(at(local(21))).toBe(local(6, 1))
  expect(at(local(23.5))).toBe(local(6, 1))
  expect(at(local(0))).toBe(local(6))
  expect(at(local(5.99))).toBe(local(6))
  expect(at(local(6))).toBe(local(6))
  const noon = { from: 12, until: 14 }
  expect([11.99, 12, 13.99, 14].map((hour) => at(local(hour), noon))).toEqual([local(11.99), local(14), local(14), local(14)])
  expect([0, 12, 23].map((hour) => at(local(hour), { from: 12, until: 12 }))).toEqual([local(0), local(12), local(23)])
  expect(plan({}, local(22))[0]).toMatchObject({ state: 'queued', dueMs: local(6, 1) })
})

test('N9: what is urgent is due at once', () => {
  expect(plan({}, local(22), 'ticket.called')[0]).toMatchObject({ state: 'queued', dueMs: local(22) })
})

test('N10: what is urgent is of no use after ten minutes', () => {
  const born = local(12)
  expect(beforeTry('ticket.called', queued, born, born + 10 * minuteMs)).toEqual(queued)
  expect(beforeTry('ticket.called', queued, born, born + 10 * minuteMs + 1)).toEqual({
    channel: 'sms',
    state: 'skipped',
    reason: 'too-late',
  })
  expect(beforeTry('case.returned', queued, born, born + 9 * hourMs)).toEqual(queued)
})

test('N11, N12: sent when it was taken over; tried five times', () => {
  expect(afterTry(queued, 'taken-over', local(13))).toEqual({ channel: 'sms', state: 'sent', atMs: local(13) })
  let now: Delivery = queued
  const waits: number[] = []
  for (let turn = 0; turn < 4; turn++) {
    now = afterTry(now, 'failed', local(12))
    waits.push(now.state === 'queued' ? (now.dueMs - local(12)) / minuteMs : -1)
  }
  expect(waits).toEqual([1, 5, 25, 125])
  expect(afterTry(now, 'failed', local(15))).toEqual({ channel: 'sms', state: 'failed', atMs: local(15) })
  expect(afterTry(now, 'taken-over', local(15)).state).toBe('sent')
})

test('N13: gone is gone', () => {
  expect(afterTry(queued, 'gone', local(12))).toEqual({ channel: 'sms', state: 'skipped', reason: 'no-address' })
})

test('N14: what has ended stays', () => {
  const ended: Delivery[] = [
    { channel: 'sms', state: 'sent', atMs: 1 },
    { channel: 'sms', state: 'failed', atMs: 1 },
    { channel: 'sms', state: 'skipped', reason: 'not-wanted' },
  ]
  for (const one of ended) {
    for (const outcome of ['taken-over', 'failed', 'gone'] as const) expect(afterTry(one, outcome, local(13))).toBe(one)
    expect(beforeTry('ticket.called', one, 0, local(13))).toBe(one)
  }
})
