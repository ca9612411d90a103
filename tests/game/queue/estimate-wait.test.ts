import { expect, test } from 'vitest'
import { callOrder, estimateWait, peopleAhead, type QueueDay } from '../../../game/queue/index.ts'
import {
  act,
  arrive,
  byPerson,
  callAll,
  cancel,
  days,
  enterMixed,
  issue,
  later,
  minute,
  must,
  newDay,
  next,
  park,
  reserve,
  skipped,
  t0,
  transfer,
} from './play.ts'

test('Q59: people ahead are those who would be called before, share included', () => {
  const day = newDay({ turnsPerPriority: 2 })
  enterMixed(day, 'a b c d p? q? h!')
  must(day, arrive('x'), issue('late', { channel: 'home', atMs: t0 - 60 * minute }))
  const order = callOrder(day).map(({ id }) => id)
  expect(order.map((id) => peopleAhead(day, id))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
  expect(callAll(day, t0).replaceAll('?', '')).toBe(order.join(' '))
})

test('Q59: whoever was sent to this counter is called in turn, and counts for no share', () => {
  const day = newDay({ turnsPerPriority: 1 })
  enterMixed(day, 'a b c p? q?')
  must(day, next(), act('serve', 'p'), act('finish', 'p'), next(), transfer('a', { type: 'counter', counter: 'c1' }))
  must(day, next(), act('serve', 'q'), act('finish', 'q'), issue('r', { priority: 'infant', atMs: later }))
  const order = callOrder(day).map(({ id }) => id)
  expect(callAll(day).replaceAll('?', '')).toBe(order.join(' '))
  expect(order).toEqual(['a', 'b', 'r', 'c'])
})

test('Q60: nobody who is reserved, parked, skipped, called or gone counts', () => {
  const day = newDay({ rejoinBehind: 5 })
  enterMixed(day, 'parked skipped called gone last')
  must(day, next(), park('parked'))
  skipped(day, 'skipped')
  must(day, next('c1', later + minute), cancel('gone'), reserve('booked'))
  expect(['parked', 'skipped', 'called', 'gone', 'booked', 'last', 'unknown'].map((id) => peopleAhead(day, id))).toEqual([
    null,
    null,
    null,
    null,
    null,
    0,
    null,
  ])
  must(day, byPerson('return', 'parked', later + minute))
  expect(peopleAhead(day, 'last')).toBe(1)
})

test('Q61: no counter open, no estimate; a counter for everybody ahead and one more, no wait', () => {
  expect(estimateWait(newDay(), { ahead: 3, openCounters: 0, nowMs: t0 })).toBeNull()
  expect(estimateWait(newDay(), { ahead: 2, openCounters: 3, nowMs: t0 })).toEqual({
    optimisticMinutes: 0,
    estimateMinutes: 0,
    latestMinutes: 0,
  })
  expect(estimateWait(newDay(), { ahead: 3, openCounters: 3, nowMs: t0 })?.estimateMinutes).toBeGreaterThan(0)
  expect(estimateWait(days.called(), { ahead: 0, openCounters: 1, nowMs: later })?.estimateMinutes).toBeGreaterThan(0)
  expect(estimateWait(days.called(), { ahead: 0, openCounters: 2, nowMs: later })?.estimateMinutes).toBe(0)
  expect(() => estimateWait(newDay(), { ahead: -1, openCounters: 1, nowMs: t0 })).toThrow('options.ahead')
  expect(() => estimateWait(newDay(), { ahead: 1, openCounters: 1.5, nowMs: t0 })).toThrow('options.openCounters')
})

/** A day on which so many took so many minutes each at the counter, for another service than that of those who ask. */
function dayOfVisits(count: number, minutes: number): QueueDay {
  const day = newDay()
  for (let i = 0; i < count; i++) {
    const atMs = later + i * 60 * minute
    must(
      day,
      issue(`t${i}`, { service: 'ktp', atMs }),
      next('c1', atMs),
      act('serve', `t${i}`, atMs),
      act('finish', `t${i}`, atMs + minutes * minute),
    )
  }
  return day
}
const estimateOf = (day: QueueDay) => estimateWait(day, { ahead: 10, openCounters: 1, nowMs: later + 60 * 60 * minute })!.estimateMinutes

test('Q62: the measured times of the day move the estimate, more with more of them, and lie between the bounds of the range', () => {
  const prior = estimateOf(newDay())
  const [slowOnce, slow] = [estimateOf(dayOfVisits(1, 30)), estimateOf(dayOfVisits(30, 30))]
  expect([prior < slowOnce, slowOnce < slow, slow > 200, slow < 330]).toEqual([true, true, true, true])
  expect(estimateOf(dayOfVisits(30, 2))).toBeLessThan(prior)
  let last = 0
  for (let ahead = 0; ahead < 60; ahead++) {
    const wait = estimateWait(days.serving(), { ahead, openCounters: 3, nowMs: later })!
    expect(wait.estimateMinutes).toBeGreaterThanOrEqual(last)
    expect(wait.optimisticMinutes).toBeLessThanOrEqual(wait.estimateMinutes)
    expect(wait.latestMinutes).toBeGreaterThanOrEqual(wait.estimateMinutes)
    last = wait.estimateMinutes
  }
})

/** Talks of one service after each other at a counter from `later` on, with a minute between. @returns when the last one ended */
function talks(day: QueueDay, service: string, minutes: readonly number[], counter = 'c1', fromMs = later): number {
  let atMs = fromMs
  for (const long of minutes) {
    const ticket = `${service}-${day.tickets.size}`
    must(day, issue(ticket, { service, atMs }), next(counter, atMs), act('serve', ticket, atMs, counter))
    atMs += long * minute
    must(day, act('finish', ticket, atMs, counter))
    atMs += minute
  }
  return atMs
}
const repeat = (minutes: number, count: number) => Array.from({ length: count }, () => minutes)
/** As `estimateWait`, never null. */
function wait(day: QueueDay, ahead: number, nowMs: number, openCounters = 1, otherLines: readonly QueueDay[] = []) {
  const told = estimateWait(day, { ahead, openCounters, nowMs, otherLines })
  if (told === null) throw new Error('no counter is open')
  return told
}

test('Q83: first of the day, free counters or a huge queue: a range in order, and nobody is told less for one more ahead', () => {
  const measured = newDay()
  const nowMs = talks(measured, 'kk', [3, 12, 7, 25, 5])
  for (const day of [newDay(), measured, days.serving()]) {
    for (const openCounters of [1, 2, 4, 30]) {
      let last = { optimisticMinutes: 0, estimateMinutes: 0, latestMinutes: 0 }
      for (let ahead = 0; ahead <= 9999; ahead = ahead < 60 ? ahead + 1 : ahead * 3) {
        const told = wait(day, ahead, nowMs, openCounters)
        expect([
          told.optimisticMinutes <= told.estimateMinutes,
          told.estimateMinutes <= told.latestMinutes,
          Number.isInteger(told.latestMinutes),
        ]).toEqual([true, true, true])
        expect([
          told.optimisticMinutes >= last.optimisticMinutes,
          told.estimateMinutes >= last.estimateMinutes,
          told.latestMinutes >= last.latestMinutes,
        ]).toEqual([true, true, true])
        last = told
      }
    }
  }
  expect(wait(measured, 9999, nowMs, 2).estimateMinutes).toBeGreaterThan(30_000)
})

test('Q83: twenty people of ten minutes each are near four hours for one counter, a half and a quarter of it for two and four', () => {
  const day = newDay()
  const nowMs = talks(day, 'kk', repeat(10, 40))
  const [one, two, four] = [1, 2, 4].map((openCounters) => wait(day, 20, nowMs, openCounters).estimateMinutes)
  expect([one > 200, one < 240, two > 100, two < 120, four > 45, four < 60]).toEqual([true, true, true, true, true, true])
})

test('Q84: little measured, or one counter alone, and the range is wide', () => {
  const widthOf = (day: QueueDay, nowMs: number, openCounters: number) => {
    const { optimisticMinutes, estimateMinutes, latestMinutes } = wait(day, 60 * openCounters, nowMs, openCounters)
    return (latestMinutes - optimisticMinutes) / estimateMinutes
  }
  const day = newDay()
  const nowMs = talks(day, 'kk', repeat(10, 40))
  expect(widthOf(newDay(), t0, 1)).toBeGreaterThan(1.5 * widthOf(day, nowMs, 1))
  expect(widthOf(day, nowMs, 1)).toBeGreaterThan(1.4 * widthOf(day, nowMs, 4))
})

test('Q85: four who want what takes long are a longer wait than four who want what does not', () => {
  const estimateWith = (service: string) => {
    const day = newDay()
    const nowMs = talks(day, 'slow', repeat(20, 10), 'c1', talks(day, 'quick', repeat(5, 10)))
    for (let i = 0; i < 4; i++) must(day, issue(`w${i}`, { service, atMs: nowMs }))
    return wait(day, 4, nowMs).estimateMinutes
  }
  const [quick, unknown, slow] = ['quick', 'new', 'slow'].map(estimateWith)
  expect([quick < 35, quick < unknown, unknown < slow, slow > 75]).toEqual([true, true, true, true])
})

test('Q85: one long talk of a service does not make all its talks so long', () => {
  const day = newDay()
  const nowMs = talks(day, 'rare', [60], 'c1', talks(day, 'usual', repeat(10, 30)))
  for (let i = 0; i < 4; i++) must(day, issue(`w${i}`, { service: 'rare', atMs: nowMs }))
  expect(wait(day, 4, nowMs).estimateMinutes).toBeLessThan(4 * 40)
})

test('Q86: a talk nears its end, and when it should have ended long ago the wait grows again', () => {
  const day = newDay()
  const startMs = talks(day, 'kk', repeat(10, 20))
  must(day, issue('t', { service: 'kk', atMs: startMs }), next('c1', startMs), act('serve', 't', startMs))
  const [fresh, middle, overdue, endless] = [0, 8, 40, 120].map((minutes) => wait(day, 0, startMs + minutes * minute).estimateMinutes)
  expect([middle < fresh, overdue > middle, endless > overdue, endless < 120]).toEqual([true, true, true, true])
  // A clock that was set back is no talk that begins in the future.
  expect(wait(day, 0, startMs - 30 * minute).estimateMinutes).toBe(fresh)
})

test('Q87: one ticket that was forgotten for five hours does not move the estimate as five hours would', () => {
  const estimateAfter = (odd: number) => {
    const day = newDay()
    const nowMs = talks(day, 'kk', [...repeat(10, 20), odd, ...repeat(10, 19)])
    return wait(day, 10, nowMs).estimateMinutes
  }
  expect(estimateAfter(300)).toBe(estimateAfter(60))
  expect(estimateAfter(300) / estimateAfter(10)).toBeLessThan(1.2)
})

test('Q88: where many at home were lost today, those at home who are ahead count less, those in the hall as ever', () => {
  const estimateWith = (lost: boolean, channel: 'home' | 'hall') => {
    const day = newDay()
    const nowMs = talks(day, 'kk', repeat(10, 10))
    for (let i = 0; i < 20; i++) must(day, issue(`gone${i}`, { channel: 'home', atMs: nowMs }))
    for (let i = 0; lost && i < 20; i++) must(day, cancel(`gone${i}`, nowMs))
    for (let i = 0; !lost && i < 20; i++)
      must(day, { type: 'rebook', ticket: `gone${i}`, day: '2026-03-03', slotAtMs: nowMs, reason: 'x', atMs: nowMs })
    for (let i = 0; i < 10; i++) must(day, issue(`w${i}`, { channel, service: 'kk', atMs: nowMs }))
    return wait(day, 10, nowMs).estimateMinutes
  }
  expect(estimateWith(true, 'home')).toBeLessThan(0.75 * estimateWith(false, 'home'))
  expect(estimateWith(true, 'hall')).toBe(estimateWith(false, 'hall'))
})

test('Q89: a counter that called lately and has paused shortens a long wait, not a short one, and not when it was long ago', () => {
  const estimateWith = (counter: string, ahead: number, laterMs = 0) => {
    const day = newDay()
    const nowMs = talks(day, 'kk', repeat(10, 10), 'c1', talks(day, 'kk', repeat(10, 10)))
    const atMs = talks(day, 'kk', repeat(10, 1), counter, nowMs) + laterMs
    must(day, issue('in-hand', { service: 'kk', atMs }), next('c1', atMs))
    return wait(day, ahead, atMs).estimateMinutes
  }
  expect(estimateWith('c2', 20)).toBeLessThan(0.75 * estimateWith('c1', 20))
  expect(estimateWith('c2', 0)).toBe(estimateWith('c1', 0))
  expect(estimateWith('c2', 1)).toBeGreaterThan(0.8 * estimateWith('c1', 1))
  expect(estimateWith('c2', 1)).toBeGreaterThan(0.8 * estimateWith('c1', 1))
  expect(estimateWith('c2', 20, 90 * minute)).toBe(estimateWith('c1', 20, 90 * minute))
})

test('Q90: a counter that talks to somebody of another line is not free, and its people ahead take the time of their line', () => {
  const [day, other] = [newDay(), newDay({}, 'akta')]
  const nowMs = talks(day, 'kk', repeat(5, 20))
  talks(other, 'cerai', repeat(30, 20))
  must(other, issue('t', { service: 'cerai', atMs: nowMs - minute }), next('c1', nowMs - minute), act('serve', 't', nowMs - minute))
  expect(wait(day, 0, nowMs).estimateMinutes).toBe(0)
  expect(wait(day, 0, nowMs, 1, [other]).estimateMinutes).toBeGreaterThan(15)
  for (let i = 0; i < 4; i++) must(other, issue(`w${i}`, { service: 'cerai', atMs: nowMs }))
  expect(wait(day, 4, nowMs, 1, [other]).estimateMinutes).toBeGreaterThan(2 * wait(day, 4, nowMs).estimateMinutes)
})
