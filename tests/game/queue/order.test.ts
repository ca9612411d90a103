import { expect, test } from 'vitest'
import { chooseLine } from '../../../game/queue/index.ts'
import {
  act,
  arrive,
  byPerson,
  call,
  callAll,
  cancel,
  checkIn,
  days,
  enter,
  enterMixed,
  issue,
  later,
  minute,
  must,
  newDay,
  next,
  refusalOf,
  reserve,
  run,
  second,
  skipped,
  t0,
  ticketOf,
  waitingIds,
} from './play.ts'

test('Q1: numbers rise by one, and none is given again after a cancel', () => {
  const day = newDay()
  enter(day, 'a')
  must(day, cancel('a'))
  enter(day, 'b', 'c')
  expect(['a', 'b', 'c'].map((id) => ticketOf(day, id).number)).toEqual([1, 2, 3])
})

test('Q2: whoever is reserved, waiting, called, serving or parked takes no second place, and whoever is not does', () => {
  const second = issue('u', { citizen: 'of-t', atMs: later })
  for (const state of ['waiting', 'called', 'serving', 'parked'] as const) {
    expect(refusalOf(days[state](), second), state).toEqual({ code: 'already-waiting', details: { label: 'A-001' } })
  }
  expect(refusalOf(days.reserved(), second)).toEqual({ code: 'already-booked', details: {} })
  expect(run(days.waiting(), reserve('u', { citizen: 'of-t' }))).toBe('already-waiting')
  for (const state of ['skipped', 'done', 'cancelled', 'expired', 'transferred'] as const)
    expect(run(days[state](), second), state).toBe('ok')
})

test('Q3: the order is by rank, and by sequence where ranks are equal', () => {
  const day = newDay()
  for (const id of ['a', 'b', 'c']) must(day, issue(id))
  must(day, issue('d', { atMs: t0 + second }), arrive('early'), arrive('even', { rankMs: t0 }), arrive('late', { rankMs: t0 + 2 * second }))
  expect(waitingIds(day)).toBe('early a b c even d late')
  expect(ticketOf(day, 'a').rankMs).toBe(t0)
})

test('Q4: number 9,999 is the last, for bookings too', () => {
  const day = newDay()
  must(day, reserve('booked'))
  for (let i = 1; i <= 9999; i++) must(day, issue(`t${i}`))
  expect(refusalOf(day, issue('more'))).toEqual({ code: 'queue-full', details: { limit: 9999 } })
  expect(run(day, checkIn('booked', t0 + 60 * minute))).toBe('queue-full')
})

test('Q5: no number above the quota is issued, and a booking that checks in has its number all the same', () => {
  const day = newDay()
  must(day, reserve('booked'), issue('a', { quota: 2 }), issue('b', { quota: 2 }))
  expect(refusalOf(day, issue('c', { quota: 2 }))).toEqual({ code: 'quota-spent', details: { limit: 2 } })
  must(day, checkIn('booked', t0 + 60 * minute))
  expect(ticketOf(day, 'booked').number).toBe(3)
})

test('Q6: a device holds so many live places, bookings too; a kiosk is no device', () => {
  const day = newDay({ mostOfDevice: 2 })
  const device = 'phone'
  must(day, issue('a', { device }), reserve('b', { device }))
  expect(refusalOf(day, issue('c', { device }))).toEqual({ code: 'device-limit', details: { limit: 2 } })
  expect(run(day, reserve('c', { device }))).toBe('device-limit')
  must(day, issue('k1', { channel: 'kiosk' }), issue('k2', { channel: 'kiosk' }), issue('k3', { channel: 'kiosk' }))
  skipped(day, 'a')
  must(day, issue('c', { device }), cancel('c'), issue('d', { device }))
  expect(run(day, issue('e', { device }))).toBe('device-limit')
})

test('Q7: whoever enters while the clock is set back stands behind those who are there', () => {
  const day = newDay()
  must(day, issue('a', { atMs: t0 }), issue('b', { atMs: t0 - 5 * minute }), issue('c', { atMs: t0 - minute }))
  expect(waitingIds(day)).toBe('a b c')
  expect(ticketOf(day, 'c').rankMs).toBe(t0)
})

test('Q8: a closed line gives nothing until its time or its opening, and calls whoever is in it', () => {
  const day = newDay()
  enter(day, 'a')
  const close = { type: 'close-line', reason: 'rapat', untilMs: t0 + 30 * minute, officer: 'o', atMs: t0 } as const
  expect(run(day, { ...close, reason: ' ' })).toBe('reason-missing')
  must(day, close)
  expect(refusalOf(day, issue('b', { atMs: later }))).toEqual({ code: 'line-closed', details: { reason: 'rapat' } })
  expect([run(day, reserve('b')), run(day, { ...close, atMs: later })]).toEqual(['line-closed', 'line-closed'])
  must(day, next(), issue('b', { atMs: t0 + 30 * minute }))

  const again = { ...close, untilMs: null, atMs: t0 + 40 * minute }
  expect(run(day, { type: 'open-line', officer: 'o', atMs: t0 + 40 * minute })).toBe('line-open')
  must(day, again)
  expect(run(day, issue('c', { atMs: t0 + 600 * minute }))).toBe('line-closed')
  must(day, { type: 'open-line', officer: 'o', atMs: t0 + 41 * minute }, issue('c', { atMs: t0 + 41 * minute }))
})

test('Q9: home, kiosk, hall and operator enter at the same end', () => {
  const day = newDay()
  for (const [index, channel] of (['home', 'hall', 'kiosk', 'operator', 'home', 'hall'] as const).entries()) {
    must(day, issue(`${channel}${index}`, { channel, atMs: t0 + index * second }))
  }
  expect(waitingIds(day)).toBe('home0 hall1 kiosk2 operator3 home4 hall5')
})

test('Q10: a counter with a ticket in hand calls no other, neither next nor by name', () => {
  const day = newDay()
  enter(day, 'a', 'b')
  must(day, next())
  const busy = { code: 'counter-busy', details: { label: 'A-001' } }
  expect([refusalOf(day, next()), refusalOf(day, call('b'))]).toEqual([busy, busy])
  must(day, act('serve', 'a'))
  expect([refusalOf(day, next()), refusalOf(day, call('b'))]).toEqual([busy, busy])
  must(day, act('finish', 'a'), next())
})

test('Q11: call-next calls the first by rank, whoever rejoined or arrived', () => {
  const day = newDay({ rejoinBehind: 1 })
  enter(day, 'a', 'b', 'c')
  skipped(day, 'a')
  must(day, byPerson('rejoin', 'a', later + minute), arrive('old'))
  expect(callAll(day, later + 2 * minute)).toBe('old b a c')
  expect(run(day, next('c1', later + 3 * minute))).toBe('nobody-waiting')
})

test('Q12: between two priority calls come the calls by turn of the share, so that the rest never starve', () => {
  const day = newDay({ turnsPerPriority: 2 })
  enterMixed(day, 'a b c d p? q? r?')
  expect(callAll(day)).toBe('p? a b q? c d r')
})

test('Q13: among priorities health is first, else rank decides', () => {
  const day = newDay({ turnsPerPriority: 1 })
  enterMixed(day, 'a b c p? q? h!')
  expect(callAll(day)).toBe('h? a p? b q? c')
})

test('Q14: a priority that is first anyway is called by turn and uses nothing of the share', () => {
  const day = newDay({ turnsPerPriority: 2 })
  enterMixed(day, 'p? a q?')
  expect(callAll(day)).toBe('p q? a')
})

test('Q15: the first priority of a day waits for no share', () => {
  const day = newDay({ turnsPerPriority: 5 })
  enterMixed(day, 'a b p?')
  expect(callAll(day)).toBe('p? a b')
})

test('Q16: of several lines the one is called from whose next call has the lowest rank', () => {
  const [first, second, third] = [newDay({}, 'g1'), newDay({}, 'g2'), newDay({}, 'g3')]
  const at = { counter: 'c1', officer: 'o', atMs: later }
  expect(chooseLine([first, second], at)).toBeNull()
  must(first, issue('a', { atMs: t0 + minute }))
  must(second, issue('b', { atMs: t0 }))
  expect(chooseLine([first, second, third], at)).toBe(second)
  must(second, next())
  expect(chooseLine([first, second, third], at)).toBe(first)
})

test('Q17: between lines somebody with a priority counts as if they had come earlier by the head start, and no more', () => {
  const first = newDay({ headStartMs: 20 * minute }, 'g1')
  const second = newDay({}, 'g2')
  must(first, issue('a', { atMs: t0 + 10 * minute }), issue('p', { atMs: t0 + 19 * minute, priority: 'elderly' }))
  must(second, issue('b', { atMs: t0 }))
  const at = { counter: 'c1', officer: 'o', atMs: t0 + 25 * minute }
  expect(chooseLine([second, first], at)).toBe(first)
  const late = newDay({ headStartMs: 18 * minute }, 'g1')
  must(late, issue('a', { atMs: t0 + 10 * minute }), issue('p', { atMs: t0 + 19 * minute, priority: 'elderly' }))
  expect(chooseLine([second, late], at)).toBe(second)
  // Alone in their line they are called by turn there, and have the head start all the same.
  const alone = newDay({}, 'g1')
  must(alone, issue('p', { atMs: t0 + 19 * minute, priority: 'elderly' }))
  expect(chooseLine([second, alone], at)).toBe(alone)
})

test('Q18: an officer calls by name whoever waits, is parked or was skipped, with a reason and outside of the share', () => {
  for (const state of ['waiting', 'parked', 'skipped'] as const) {
    const events = must(days[state](), call('t', 'interpreter', 'c1', later + minute))
    expect(events).toEqual([
      { type: 'called', ticket: 't', counter: 'c1', officer: 'o-c1', basis: 'named', reason: 'interpreter', atMs: later + minute },
    ])
  }
  for (const state of ['reserved', 'called', 'serving', 'done'] as const)
    expect(run(days[state](), call('t', 'emergency', 'c2'))).toBe('wrong-state')
  const day = newDay({ turnsPerPriority: 1 })
  enterMixed(day, 'a b c d p? q?')
  must(day, next(), act('serve', 'p'), act('finish', 'p'))
  must(day, call('a'), act('serve', 'a'), act('finish', 'a'))
  expect(callAll(day)).toBe('b q? c d')
})

test('Q19: an assigned ticket is called by its counter or officer alone, in its rank, and stands in nobody else’s way', () => {
  for (const to of [{ type: 'counter', counter: 'c2' } as const, { type: 'officer', officer: 'o-c2' } as const]) {
    const day = newDay()
    enter(day, 'a', 'b', 'c', 'd')
    must(day, next(), { type: 'transfer', ticket: 'a', to, counter: 'c1', officer: 'o-c1', atMs: later })
    expect(must(day, next('c1'))).toMatchObject([{ ticket: 'b', basis: 'turn' }])
    expect(must(day, next('c3'))).toMatchObject([{ ticket: 'c', basis: 'turn' }])
    expect(must(day, next('c2'))).toMatchObject([{ ticket: 'a', basis: 'assigned' }])
  }
  const rank = newDay()
  enter(rank, 'a', 'b', 'c')
  must(rank, call('c'), {
    type: 'transfer',
    ticket: 'c',
    to: { type: 'counter', counter: 'c2' },
    counter: 'c1',
    officer: 'o-c1',
    atMs: later,
  })
  expect(must(rank, next('c2'))).toMatchObject([{ ticket: 'a', basis: 'turn' }])
})
