import { expect, test } from 'vitest'
import { peopleAhead, slotHeld } from '../../../game/queue/index.ts'
import {
  act,
  cancel,
  checkIn,
  days,
  issue,
  later,
  minute,
  must,
  newDay,
  next,
  rebook,
  refusalOf,
  reserve,
  run,
  t0,
  ticketOf,
  waitingIds,
} from './play.ts'

const slotAtMs = t0 + 60 * minute

test('Q26: a booking has no number, and is before nobody', () => {
  const day = newDay()
  must(day, reserve('r'), issue('a'))
  expect(ticketOf(day, 'r')).toMatchObject({ state: 'reserved', number: null, label: null, enteredAtMs: null })
  expect([waitingIds(day), peopleAhead(day, 'a'), peopleAhead(day, 'r'), ticketOf(day, 'a').number]).toEqual(['a', 0, null, 1])
  expect(must(day, next())).toMatchObject([{ type: 'called', ticket: 'a' }])
})

test('Q27: a slot takes as many as its capacity, each for itself', () => {
  const day = newDay()
  must(day, reserve('a'), reserve('b'))
  expect(refusalOf(day, reserve('c'))).toEqual({ code: 'slot-full', details: { limit: 2 } })
  must(day, reserve('c', { slotAtMs: slotAtMs + 30 * minute }))
  expect(run(newDay(), reserve('a', { capacity: 0 }))).toBe('slot-full')
})

test('Q28: check-in is open from so early to so late, both included', () => {
  const policy = { checkInEarlyMs: 30 * minute, checkInLateMs: 15 * minute }
  const at = (atMs: number) => {
    const day = newDay(policy)
    must(day, reserve('r'))
    return refusalOf(day, checkIn('r', atMs))
  }
  expect(at(slotAtMs - 30 * minute - 1)).toEqual({ code: 'too-early', details: { seconds: 1 } })
  expect(at(slotAtMs - 40 * minute)).toEqual({ code: 'too-early', details: { seconds: 600 } })
  expect([at(slotAtMs - 30 * minute), at(slotAtMs + 15 * minute)]).toEqual([null, null])
  expect(at(slotAtMs + 15 * minute + 1)).toMatchObject({ code: 'too-late' })
  const day = days.reserved()
  expect(run(day, { ...checkIn('t', slotAtMs), by: 'thief' })).toBe('not-yours')
  expect(run(day, { ...checkIn('t', slotAtMs), by: null })).toBe('ok')
})

test('Q29: at check-in a booking enters with the next number, behind everybody who is there', () => {
  const day = newDay()
  must(day, reserve('r'), reserve('s', { slotAtMs: t0 + 30 * minute }))
  const rest = [issue('a'), issue('b', { atMs: t0 + 39 * minute }), checkIn('s', t0 + 40 * minute), issue('c', { atMs: t0 + 70 * minute })]
  must(day, ...rest, checkIn('r', t0 + 75 * minute), issue('d', { atMs: t0 + 76 * minute }))
  expect(waitingIds(day)).toBe('a b s c r d')
  expect(ticketOf(day, 's')).toMatchObject({ number: 3, label: 'A-003', enteredAtMs: t0 + 40 * minute, issuedAtMs: t0 })
})

test('Q30: a booking that is given up holds its slot until the time drawn, and a used one for good', () => {
  const day = newDay()
  must(day, reserve('a', { capacity: 1 }), cancel('a', t0 + minute, later))
  expect(run(day, reserve('b', { capacity: 1, atMs: later - 1 }))).toBe('slot-full')
  must(day, reserve('b', { capacity: 1, atMs: later }), checkIn('b', slotAtMs), cancel('b', slotAtMs, slotAtMs))
  expect(slotHeld(day, slotAtMs, slotAtMs + 600 * minute)).toBe(1)
})

test('Q31: a time that is over cannot be booked', () => {
  expect(run(newDay(), reserve('a', { atMs: slotAtMs }))).toBe('slot-past')
  expect(run(newDay(), reserve('a', { atMs: slotAtMs - 1 }))).toBe('ok')
})

test('Q32: a rebooking to a later day ends the place here as transferred, and frees its slot at once', () => {
  for (const state of ['reserved', 'waiting', 'skipped'] as const) {
    const day = days[state]()
    expect([rebook('t', '2026-03-02'), rebook('t', '2026-03-01')].map((command) => refusalOf(day, command)?.code)).toEqual([
      'day-past',
      'day-past',
    ])
    must(day, rebook('t'))
    expect(ticketOf(day, 't')).toMatchObject({
      state: 'transferred',
      sentTo: { day: '2026-03-03', slotAtMs: t0 + 24 * 60 * minute },
      endedAtMs: later,
    })
    expect([waitingIds(day), slotHeld(day, slotAtMs, later)]).toEqual(['', 0])
    must(day, issue('u', { citizen: 'of-t' }))
  }
  for (const state of ['called', 'serving', 'parked', 'done'] as const) expect(run(days[state](), rebook('t'))).toBe('wrong-state')
  const used = days.reserved()
  must(used, checkIn('t', slotAtMs), rebook('t'))
  expect(slotHeld(used, slotAtMs, slotAtMs)).toBe(1)
  expect(run(used, act('serve', 't'))).toBe('wrong-state')
})
