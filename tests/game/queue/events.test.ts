import { expect, test } from 'vitest'
import {
  applyQueueEvent,
  createPolicy,
  createQueueDay,
  decideQueue,
  type QueueCommand,
  type QueueEvent,
} from '../../../game/queue/index.ts'
import {
  act,
  arrive,
  byPerson,
  call,
  cancel,
  checkIn,
  claim,
  days,
  issue,
  later,
  minute,
  must,
  newDay,
  next,
  park,
  rebook,
  reserve,
  t0,
  transfer,
} from './play.ts'

const line = { officer: 'o', atMs: t0 }
/** One of each kind of command, each accepted after those before it. */
const visit: readonly QueueCommand[] = [
  { type: 'close-line', reason: 'rapat', untilMs: null, ...line },
  { type: 'open-line', ...line },
  issue('a', { channel: 'home', route: [{ group: 'akta', service: null }], device: 'phone' }),
  issue('b', { channel: 'kiosk' }),
  issue('c', { priority: 'infant' }),
  reserve('r', { device: 'phone' }),
  reserve('s'),
  { type: 'note', ticket: 'a', text: 'x', ...line },
  { type: 'prioritise', ticket: 'b', priority: 'health', ...line },
  claim('b', 'ani'),
  arrive('x'),
  { type: 'ask-ready', atMs: t0 + 20 * minute },
  byPerson('ready', 'a', t0 + 20 * minute),
  next('c1', t0 + 20 * minute),
  act('recall', 'b', t0 + 21 * minute),
  act('skip', 'b', t0 + 21 * minute),
  byPerson('rejoin', 'b', t0 + 21 * minute, null),
  call('a', 'emergency', 'c1', t0 + 22 * minute),
  act('serve', 'a', t0 + 22 * minute),
  park('a', 'foto', t0 + 23 * minute),
  byPerson('return', 'a', t0 + 24 * minute),
  call('a', 'came-back', 'c1', t0 + 24 * minute),
  transfer('a', { type: 'officer', officer: 'o-c1' }, t0 + 25 * minute),
  cancel('s', t0 + 26 * minute, t0 + 50 * minute),
  rebook('b'),
  checkIn('r', t0 + 40 * minute),
  call('a', 'came-back', 'c1', t0 + 41 * minute),
  act('serve', 'a', t0 + 42 * minute),
  act('finish', 'a', t0 + 43 * minute),
  { type: 'close-line', reason: 'selesai', untilMs: null, officer: 'o', atMs: t0 + 44 * minute },
  { type: 'expire-all', atMs: t0 + 45 * minute },
]

test('Q56: deciding changes nothing, accepted or refused, and a refusal has no events', () => {
  const day = newDay()
  for (const command of visit) {
    const before = structuredClone(day)
    const decision = decideQueue(day, command)
    expect(day, command.type).toEqual(before)
    expect(decision).toMatchObject({ ok: true })
    if (decision.ok) for (const event of decision.events) applyQueueEvent(day, event)
  }
  const before = structuredClone(day)
  for (const command of visit.filter(({ type }) => type !== 'issue' && type !== 'reserve')) decideQueue(day, command)
  expect(decideQueue(day, next())).toEqual({ ok: false, code: 'nobody-waiting', details: {} })
  expect(day).toEqual(before)
})

test('Q57: the same events on an empty day give the same day, also through JSON', () => {
  const day = newDay()
  const events = visit.flatMap((command) => must(day, command))
  const again = newDay()
  for (const event of JSON.parse(JSON.stringify(events)) as QueueEvent[]) applyQueueEvent(again, event)
  expect(again).toEqual(day)
  expect(new Set(visit.map(({ type }) => type)).size).toBe(24)
})

test('Q58: each event raises the version by one, and one that does not fit is a fault', () => {
  const day = newDay()
  let told = 0
  for (const command of visit) {
    told += must(day, command).length
    expect(day.version, command.type).toBe(told)
  }
  const called = { type: 'called', ticket: 't', counter: 'c2', officer: 'o', basis: 'turn', reason: null, atMs: later } as const
  expect(() => applyQueueEvent(days.called(), called)).toThrow('assertion failed: ticket A-001 is called')
  expect(() => applyQueueEvent(newDay(), called)).toThrow('unknown ticket t')
})

test('Q56: a mistake of the caller throws and names the option', () => {
  expect(() => decideQueue(days.done(), issue('t', { citizen: 'other' }))).toThrow(TypeError)
  expect(() => decideQueue(days.done(), reserve('t', { citizen: 'other' }))).toThrow('command.ticket')
  const of = { region: 'r', group: 'g', prefix: 'A', day: '2026-01-01' }
  expect(() => createQueueDay({ ...of, prefix: 'a' })).toThrow('options.prefix')
  expect(() => createQueueDay({ ...of, day: '1 Jan' })).toThrow('options.day')
  expect(() => createPolicy({ mostCalls: -1 })).toThrow('policy.mostCalls')
  expect(() => createPolicy({ mostCalls: 1.5 })).toThrow('policy.mostCalls')
  expect(() => createPolicy({ mostCals: 1 } as never)).toThrow('policy has no mostCals')
})
