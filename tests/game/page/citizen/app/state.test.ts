import { expect, test } from 'vitest'
import type { TicketView } from '../../../../../game/api/index.ts'
import { createBackStack } from '../../../../../game/page/citizen/app/back-stack.ts'
import { createPendingTakes } from '../../../../../game/page/citizen/app/pending-takes.ts'
import { foremostTicket, ownPlaces, putTicket } from '../../../../../game/page/citizen/app/ticket-state.ts'

const ticket = (change: Partial<TicketView>): TicketView => ({
  id: 'x',
  region: 'kukar',
  group: 'g',
  service: null,
  agency: 'a',
  label: 'A-001',
  state: 'waiting',
  day: '2026-01-01',
  issuedAt: '2026-01-01T00:00:00Z',
  ahead: 3,
  wait: null,
  counter: null,
  contact: null,
  isSurveyDue: false,
  priority: null,
  slotAt: null,
  checkIn: null,
  isReadyAsked: false,
  room: null,
  rejoinBehind: null,
  sentTo: null,
  route: [],
  receipt: null,
  ...change,
})

test('the ticket shown first is the one that needs its person most', () => {
  const waiting = ticket({ id: 'waiting' })
  const nearer = ticket({ id: 'nearer', ahead: 0 })
  const called = ticket({ id: 'called', state: 'called', ahead: null })
  const over = ticket({ id: 'over', state: 'cancelled', ahead: null })
  const survey = ticket({ id: 'survey', state: 'done', isSurveyDue: true, ahead: null })
  expect(foremostTicket([waiting, survey, called, nearer])?.id).toBe('called')
  expect(foremostTicket([waiting, survey, nearer])?.id).toBe('nearer')
  expect(foremostTicket([over, survey])?.id).toBe('survey')
  expect(foremostTicket([over, ticket({ state: 'done', ahead: null })])).toBeNull()
  const asked = ticket({ id: 'asked', isReadyAsked: true })
  const booked = ticket({ id: 'booked', state: 'reserved', ahead: null, slotAt: '2026-01-02T02:00:00Z' })
  const sooner = ticket({ id: 'sooner', state: 'reserved', ahead: null, slotAt: '2026-01-01T02:00:00Z' })
  const skipped = ticket({ id: 'skipped', state: 'skipped', ahead: null })
  expect(foremostTicket([nearer, asked])?.id, 'who must answer comes before who only waits').toBe('asked')
  expect(foremostTicket([booked, skipped])?.id).toBe('skipped')
  expect(foremostTicket([booked, sooner])?.id).toBe('sooner')
})

test('a place of today and a booking for later are held side by side', () => {
  const now = ticket({ id: 'now' })
  const later = ticket({ id: 'later', state: 'reserved', day: '2026-01-03' })
  const sooner = ticket({ id: 'sooner', state: 'reserved', day: '2026-01-02' })
  const over = ticket({ id: 'over', state: 'skipped' })
  const elsewhere = ticket({ id: 'elsewhere', group: 'h' })
  const all = [over, elsewhere, later, sooner]
  const line = { region: 'kukar', group: 'g', day: '2026-01-01' }
  expect(ownPlaces([...all, now], line)).toEqual({ today: now, later: sooner })
  expect(ownPlaces(all, line)).toEqual({ today: null, later: sooner })
  expect(ownPlaces([later], { ...line, day: null }).today, 'without a day nobody is offered a second place').toBe(later)
})

test('news of a ticket takes its place in the list', () => {
  const list = putTicket([ticket({ id: 'a' }), ticket({ id: 'b' })], ticket({ id: 'b', ahead: 0 }))
  expect(list.map(({ id, ahead }) => [id, ahead])).toEqual([
    ['a', 3],
    ['b', 0],
  ])
  expect(putTicket(list, ticket({ id: 'c' })).map(({ id }) => id)).toEqual(['c', 'a', 'b'])
})

test('a wish keeps its key over a reload until it is answered', () => {
  const kept = new Map<string, string>()
  const store = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) }
  let serial = 0
  const open = () => createPendingTakes(store, () => `key-${++serial}`)
  const request = { region: 'kukar', group: 'g', service: null }
  const first = open().begin(request)
  const again = open()
  expect(again.first()).toEqual(first)
  expect(again.begin(request).key).toBe('key-1')
  expect(again.begin({ ...request, priority: null, route: [] }).key, 'the same wish, written out').toBe('key-1')
  expect(again.begin({ ...request, service: 's' }).key, 'another wish is another request').toBe('key-2')
  expect(again.begin({ ...request, service: 's', priority: 'elderly' }).key).toBe('key-3')
  expect(again.begin({ ...request, service: 's', slotAt: '2026-01-01T02:00:00Z' }).key).toBe('key-4')
  again.settle(again.begin({ ...request, service: 's', slotAt: '2026-01-01T02:00:00Z' }))
  expect(open().first()).toBeNull()
})

test('a store that is broken or forbidden loses nothing but the reload', () => {
  const forbidden = {
    getItem: () => {
      throw new Error('no')
    },
    setItem: () => {
      throw new Error('no')
    },
  }
  const request = { region: 'kukar', group: 'g', service: null }
  const takes = createPendingTakes(forbidden, () => 'k')
  expect(takes.begin(request)).toBe(takes.begin(request))
  expect(createPendingTakes({ getItem: () => '{"not":"rows"}', setItem() {} }, () => 'k').first()).toBeNull()
})

test('Back takes the topmost layer away, and a layer that goes by itself takes its own step back', () => {
  let pop = () => {}
  let entries = 0
  const stack = createBackStack(
    {
      pushState: () => {
        entries += 1
      },
      back: () => {
        entries -= 1
        pop()
      },
    },
    (listener) => {
      pop = listener
    },
  )
  const gone: string[] = []
  stack.push(() => gone.push('mall'))
  const releaseSheet = stack.push(() => gone.push('sheet'))
  releaseSheet()
  expect([gone, entries]).toEqual([[], 1])
  releaseSheet()
  expect(entries, 'a second release does nothing').toBe(1)
  entries -= 1
  pop()
  expect(gone).toEqual(['mall'])
  pop()
  expect(gone).toEqual(['mall'])
})
