import { expect, test } from 'vitest'
import { summarizeVisits, visitsOf, type Visit } from '../../../game/queue/index.ts'
import { act, arrive, byPerson, call, checkIn, days, issue, minute, must, newDay, next, park, rebook, reserve, t0 } from './play.ts'

const visitOf = (day: Parameters<typeof visitsOf>[0]): Visit => visitsOf(day, 480)[0]

test('Q79: waiting is from the entrance into the order to the latest call, service from there to the end at the counter', () => {
  const day = newDay()
  must(day, reserve('t'), checkIn('t', t0 + 50 * minute))
  must(day, next('c1', t0 + 60 * minute), act('recall', 't', t0 + 62 * minute), act('serve', 't', t0 + 63 * minute))
  expect(visitOf(day)).toMatchObject({ waitMs: 12 * minute, serviceMs: null })
  must(day, act('finish', 't', t0 + 70 * minute))
  expect(visitOf(day)).toMatchObject({ waitMs: 12 * minute, serviceMs: 8 * minute, isBooking: true, counter: 'c1', group: 'kartu' })
  expect(visitOf(days.waiting())).toMatchObject({ waitMs: null, serviceMs: null, isBooking: false })
})

test('Q80: who did not come is a no-show, who still waits at closing unserved, who went left', () => {
  const closed = (state: keyof typeof days) => {
    const day = days[state]()
    must(day, { type: 'expire-all', atMs: t0 + 600 * minute })
    return visitOf(day).outcome
  }
  expect([closed('reserved'), closed('called'), closed('skipped'), closed('waiting')]).toEqual([
    'no-show',
    'no-show',
    'no-show',
    'unserved',
  ])
  expect([visitOf(days.skipped()), visitOf(days.done()), visitOf(days.cancelled())].map(({ outcome }) => outcome)).toEqual([
    'no-show',
    'served',
    'left',
  ])
  const [rebooked, rejoined, sent] = [days.waiting(), days.skipped(), days.serving()]
  must(rebooked, rebook('t'))
  must(rejoined, byPerson('rejoin', 't', t0 + 20 * minute), { type: 'expire-all', atMs: t0 + 600 * minute })
  must(sent, {
    type: 'transfer',
    ticket: 't',
    to: { type: 'group', group: 'akta', service: null },
    counter: 'c1',
    officer: 'o',
    atMs: t0 + 30 * minute,
  })
  expect([rebooked, rejoined, sent].map((day) => visitOf(day).outcome)).toEqual(['left', 'unserved', 'served'])
  expect((['waiting', 'called', 'serving', 'parked', 'reserved'] as const).map((state) => visitOf(days[state]()).outcome)).toEqual(
    Array.from({ length: 5 }, () => 'open'),
  )
})

test('Q81: the hour is that of the entrance, in the region’s zone', () => {
  const day = newDay()
  must(day, issue('a', { atMs: Date.UTC(2026, 2, 2, 1, 59) }), reserve('b'), arrive('c', { atMs: Date.UTC(2026, 2, 2, 2), rankMs: t0 }))
  expect(visitsOf(day, 480).map(({ hour }) => hour)).toEqual([9, null, 10])
  expect(visitsOf(day, 540).map(({ hour }) => hour)).toEqual([10, null, 11])
  const night = newDay()
  must(night, issue('a', { atMs: Date.UTC(2026, 2, 1, 16, 30) }), call('a', 'emergency', 'c1', t0 + minute), park('a'))
  expect(visitsOf(night, 480)[0].hour).toBe(0)
})

test('Q82: percentiles are by nearest rank, of the values there are', () => {
  const base = visitOf(days.done())
  const visits = [1, 2, 3, 4, 5, 6, 7].map((value): Visit => ({ ...base, waitMs: value, serviceMs: value * 10 }))
  const more: Visit[] = [
    ...visits,
    { ...base, waitMs: null, serviceMs: null, outcome: 'no-show' },
    { ...base, group: 'akta', waitMs: 9, serviceMs: null },
  ]
  expect(summarizeVisits(more, ({ group }) => group)).toEqual([
    { key: 'kartu', summary: { count: 8, served: 7, noShow: 1, waitMedianMs: 4, waitP90Ms: 7, serviceMedianMs: 40, serviceP90Ms: 70 } },
    { key: 'akta', summary: { count: 1, served: 1, noShow: 0, waitMedianMs: 9, waitP90Ms: 9, serviceMedianMs: null, serviceP90Ms: null } },
  ])
  expect(summarizeVisits(visits.slice(0, 4), () => '')[0].summary).toMatchObject({ waitMedianMs: 2, waitP90Ms: 4 })
})
