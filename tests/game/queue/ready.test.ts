import { expect, test } from 'vitest'
import { isReady, type QueueCommand, type QueueDay } from '../../../game/queue/index.ts'
import { arrive, byPerson, callAndFinish, issue, later, minute, must, newDay, next, run, second, t0, ticketOf, transfer } from './play.ts'

/** Who waits at home enters with `~`, and is ready for five minutes; all are asked as soon as there are fewer than two before them. */
function dayOf(ids: string, policy = {}): QueueDay {
  const day = newDay({ readyForMs: 5 * minute, askReadyAhead: 2, mostPasses: 3, ...policy })
  for (const [index, id] of ids.split(' ').entries()) {
    must(day, issue(id.replace('~', ''), { channel: id.endsWith('~') ? 'home' : 'hall', atMs: t0 + index * second }))
  }
  return day
}
const asked = (day: QueueDay, atMs: number) => must(day, { type: 'ask-ready', atMs }).map((event) => 'ticket' in event && event.ticket)
/** `passed a, called b`. */
const told = (day: QueueDay, command: QueueCommand) =>
  must(day, command)
    .map((event) => `${event.type} ${'ticket' in event ? event.ticket : ''}`)
    .join(', ')

test('Q20: who waits at home is ready for a time after entering or saying so; the others are always', () => {
  const day = dayOf('h~')
  for (const channel of ['hall', 'kiosk', 'operator'] as const) must(day, issue(channel, { channel }))
  const ready = (id: string, atMs: number) => isReady(ticketOf(day, id), atMs)
  expect([ready('h', t0 + 5 * minute), ready('h', t0 + 5 * minute + 1)]).toEqual([true, false])
  must(day, byPerson('ready', 'h', t0 + 8 * minute))
  expect([ready('h', t0 + 13 * minute), ready('h', t0 + 13 * minute + 1)]).toEqual([true, false])
  expect(['hall', 'kiosk', 'operator'].map((id) => ready(id, t0 + 600 * minute))).toEqual([true, true, true])
  must(day, arrive('x', { channel: 'home' }))
  expect([ready('x', later + 5 * minute), ready('x', later + 5 * minute + 1)]).toEqual([true, false])
})

test('Q21: who has fewer than so many before them and is not ready is asked, once', () => {
  const day = dayOf('a b~ c~ d~')
  expect(asked(day, t0 + minute)).toEqual([])
  expect(asked(day, later)).toEqual(['b'])
  expect(asked(day, later + second)).toEqual([])
  callAndFinish(day)
  expect(asked(day, later + minute)).toEqual(['c'])
})

test('Q22: call-next passes over whoever is not ready while somebody is, and says so; a priority call passes nobody', () => {
  const day = dayOf('a~ b~ c d')
  expect(told(day, next('c1', later))).toBe('passed a, passed b, called c')
  expect([ticketOf(day, 'a').passes, ticketOf(day, 'd').passes]).toEqual([1, 0])
  const mixed = dayOf('a~ b')
  must(mixed, issue('p', { priority: 'elderly', atMs: t0 + minute }))
  expect(told(mixed, next())).toBe('called p')
  const late = dayOf('a b')
  must(late, issue('p', { priority: 'elderly', channel: 'home', atMs: t0 }))
  expect(told(late, next())).toBe('called a')
})

test('Q23: when nobody is ready the first is called all the same', () => {
  expect(told(dayOf('a~ b~'), next())).toBe('called a')
})

test('Q24: passed over so often, a ticket is skipped as not ready, and no sooner', () => {
  const day = dayOf('a~ b c d', { mostPasses: 2 })
  expect(told(day, next('c1'))).toBe('passed a, called b')
  expect(told(day, next('c2'))).toBe('passed a, skipped a, called c')
  expect(ticketOf(day, 'a')).toMatchObject({ state: 'skipped', passes: 2, calls: 0 })
  expect(must(dayOf('a~ b', { mostPasses: 1 }), next())[1]).toMatchObject({ type: 'skipped', reason: 'not-ready', officer: null })
})

test('Q25: "ready" starts the time anew, and they can be asked again', () => {
  const day = dayOf('a~')
  expect(asked(day, later)).toEqual(['a'])
  expect(run(day, byPerson('ready', 'a', later, 'thief'))).toBe('not-yours')
  must(day, byPerson('ready', 'a', later + second))
  expect(ticketOf(day, 'a').readyAskedAtMs).toBeNull()
  expect(asked(day, later + 2 * minute)).toEqual([])
  expect(asked(day, later + 6 * minute)).toEqual(['a'])
  must(day, byPerson('ready', 'a', later + 6 * minute, null), next('c1', later + 6 * minute))
  expect(run(day, byPerson('ready', 'a', later + 7 * minute))).toBe('wrong-state')
})

test('Q22: whoever comes back from a counter is ready, and has not been passed', () => {
  const day = dayOf('a~ b c')
  must(day, next('c2'))
  must(day, next('c1', later + second))
  expect(ticketOf(day, 'a').passes).toBe(2)
  must(day, next('c3', later + second))
  must(day, { ...transfer('a', { type: 'service', service: 'ktp' }, later + minute), counter: 'c3', officer: 'o' })
  expect(ticketOf(day, 'a')).toMatchObject({ state: 'waiting', passes: 0, readyUntilMs: later + 6 * minute })
})
