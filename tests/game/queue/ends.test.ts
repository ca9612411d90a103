import { expect, test } from 'vitest'
import { liveTicketOf, type QueueCommand } from '../../../game/queue/index.ts'
import {
  act,
  byPerson,
  call,
  cancel,
  checkIn,
  claim,
  days,
  enter,
  issue,
  later,
  minute,
  must,
  newDay,
  next,
  park,
  rebook,
  refusalOf,
  reserve,
  run,
  second,
  t0,
  ticketOf,
  transfer,
  waitingIds,
} from './play.ts'

test('Q50: a cancel is the person’s own, and not in the middle of a talk', () => {
  for (const state of ['reserved', 'waiting', 'called', 'parked', 'skipped'] as const) {
    expect(run(days[state](), { ...cancel('t'), by: 'thief' })).toBe('not-yours')
    const day = days[state]()
    must(day, cancel('t'))
    expect(ticketOf(day, 't')).toMatchObject({ state: 'cancelled', endedAtMs: later })
    expect([liveTicketOf(day, 'of-t'), waitingIds(day)]).toEqual([null, ''])
  }
  expect(run(days.serving(), cancel('t'))).toBe('wrong-state')
})

test('Q51: done, cancelled, expired and transferred are final', () => {
  const prioritise = { type: 'prioritise', ticket: 't', priority: 'elderly', officer: 'o', atMs: later } as const
  const commands: QueueCommand[] = [
    ...(['recall', 'serve', 'skip', 'finish'] as const).map((type) => act(type, 't', later + minute)),
    ...(['ready', 'rejoin', 'return'] as const).map((type) => byPerson(type, 't')),
    checkIn('t', later),
    cancel('t'),
    rebook('t'),
    claim('t', 'somebody'),
    call('t'),
    park('t'),
    prioritise,
    transfer('t', { type: 'counter', counter: 'c2' }),
  ]
  for (const state of ['done', 'cancelled', 'expired', 'transferred'] as const) {
    for (const command of commands) {
      expect(refusalOf(days[state](), command), `${state} ${command.type}`).toEqual({
        code: 'wrong-state',
        details: { label: 'A-001', state },
      })
    }
    expect(must(days[state](), { type: 'expire-all', atMs: later })).toEqual([])
  }
})

test('Q52: closing ends who booked, waits, is called or was skipped; talks and rooms are left', () => {
  const reasonIn = (state: keyof typeof days) => must(days[state](), { type: 'expire-all', atMs: later })
  expect(reasonIn('reserved')).toEqual([{ type: 'expired', ticket: 't', reason: 'not-checked-in', atMs: later }])
  for (const state of ['waiting', 'called', 'skipped'] as const) {
    expect(reasonIn(state), state).toEqual([{ type: 'expired', ticket: 't', reason: 'closing', atMs: later }])
  }
  expect([reasonIn('serving'), reasonIn('parked')]).toEqual([[], []])
})

test('Q53: a ticket of a kiosk can be claimed, and its place does not move', () => {
  const day = newDay()
  enter(day, 'a')
  must(day, issue('k', { citizen: 'kiosk-1', channel: 'kiosk', atMs: t0 + 2 * second }), issue('z', { atMs: t0 + 3 * second }))
  must(day, claim('k', 'ani'))
  expect(waitingIds(day)).toBe('a k z')
  expect([liveTicketOf(day, 'ani')?.id, liveTicketOf(day, 'kiosk-1')]).toEqual(['k', null])
  expect([run(day, { ...cancel('k'), by: 'kiosk-1' }), run(day, { ...cancel('k'), by: 'ani' })]).toEqual(['not-yours', 'ok'])
})

test('Q54: an officer gives a priority to somebody reserved or waiting; the rank stays', () => {
  const day = newDay()
  enter(day, 'a', 'b', 'c')
  must(day, reserve('r'))
  const give = (ticket: string): QueueCommand => ({ type: 'prioritise', ticket, priority: 'pregnant', officer: 'o', atMs: later })
  must(day, give('c'), give('r'))
  expect([waitingIds(day), ticketOf(day, 'c').rankMs, ticketOf(day, 'r').priority]).toEqual(['a b c', t0 + 4 * second, 'pregnant'])
  expect(must(day, next())).toMatchObject([{ ticket: 'c', basis: 'priority' }])
  for (const state of ['called', 'serving', 'parked', 'skipped'] as const) expect(run(days[state](), give('t'))).toBe('wrong-state')
})

test('Q55: a note can be put on any ticket of the day, and is never empty', () => {
  const note = (text: string, ticket = 't'): QueueCommand => ({ type: 'note', ticket, officer: 'o', text, atMs: later })
  for (const [state, dayOf] of Object.entries(days)) {
    const day = dayOf()
    expect([run(day, note(' \n')), run(day, note('akta asli menyusul'))], state).toEqual(['note-empty', 'ok'])
    expect(ticketOf(day, 't').notes).toEqual([{ atMs: later, officer: 'o', text: 'akta asli menyusul' }])
  }
  expect(run(newDay(), note('x', 'gone'))).toBe('unknown-ticket')
})
