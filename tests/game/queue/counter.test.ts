import { describe, expect, test } from 'vitest'
import { liveTicketOf, ticketInHand, type QueueCommand, type Stop, type Ticket } from '../../../game/queue/index.ts'
import {
  act,
  arrive,
  byPerson,
  call,
  callAll,
  cancel,
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
  refusalOf,
  reserve,
  run,
  second,
  skipped,
  t0,
  ticketOf,
  transfer,
  waitingIds,
} from './play.ts'

const toAkta = { type: 'group', group: 'akta', service: 'lahir' } as const
/** Every act on a ticket in hand, at a time when none comes too soon. */
const acts = (counter: string): QueueCommand[] => [
  ...(['recall', 'serve', 'skip', 'finish'] as const).map((type) => act(type, 't', later + minute, counter)),
  { ...park('t'), counter },
  { ...transfer('t', toAkta), counter },
]

describe('a ticket in hand', () => {
  test('Q33: only the counter that has it acts on it', () => {
    for (const state of ['called', 'serving'] as const) {
      const codes = acts('c2').map((command) => refusalOf(days[state](), command))
      expect(codes.filter((refusal) => refusal?.code !== 'wrong-state')).toEqual(
        Array.from({ length: state === 'called' ? 5 : 3 }, () => ({ code: 'wrong-counter', details: { label: 'A-001', counter: 'c1' } })),
      )
    }
  })

  test('Q34: a recall comes so long after the call before it', () => {
    const day = days.called()
    expect(refusalOf(day, act('recall', 't', later + 14 * second))).toEqual({ code: 'too-soon', details: { seconds: 1 } })
    must(day, act('recall', 't', later + 15 * second))
    expect(refusalOf(day, act('recall', 't', later + 20 * second))).toEqual({ code: 'too-soon', details: { seconds: 10 } })
    must(day, act('recall', 't', later + 30 * second))
  })

  test('Q35: a person is called at most so many times', () => {
    const day = newDay({ mostCalls: 2 })
    must(day, issue('t'), next(), act('recall', 't', later + minute))
    expect(refusalOf(day, act('recall', 't', later + 2 * minute))).toEqual({ code: 'calls-spent', details: { label: 'A-001', limit: 2 } })
  })

  test('Q36: what can be done depends on whether the person has come', () => {
    const allowed: Partial<Record<Ticket['state'], string>> = { called: 'recall serve skip park transfer', serving: 'finish park transfer' }
    for (const [state, dayOf] of Object.entries(days)) {
      const accepted = acts('c1').filter((command) => run(dayOf(), command) !== 'wrong-state')
      expect(accepted.map(({ type }) => type).join(' '), state).toBe(allowed[state as Ticket['state']] ?? '')
    }
    expect(refusalOf(newDay(), act('serve', 'x'))).toEqual({ code: 'unknown-ticket', details: { ticket: 'x' } })
    expect(refusalOf(days.done(), act('serve', 't'))).toEqual({ code: 'wrong-state', details: { label: 'A-001', state: 'done' } })
  })

  test('Q37: calls count a call and its recalls, anew at each call, and the latest has the time', () => {
    const day = days.called()
    must(day, act('recall', 't', later + minute))
    expect(ticketOf(day, 't')).toMatchObject({ calls: 2, calledAtMs: later + minute })
    must(day, act('skip', 't', later + minute), call('t', 'came-back', 'c2', later + 2 * minute))
    expect(ticketOf(day, 't')).toMatchObject({ calls: 1, calledAtMs: later + 2 * minute, counter: 'c2' })
  })

  test('Q38: a no-show is skipped after two calls at once, after one only in its time', () => {
    const day = days.called()
    expect(refusalOf(day, act('skip', 't', later + 44 * second))).toEqual({ code: 'too-soon', details: { seconds: 1 } })
    expect(refusalOf(day, act('skip', 't', later + 45 * second))).toBeNull()
    must(day, act('recall', 't', later + 15 * second), act('skip', 't', later + 15 * second))
    expect(ticketOf(day, 't')).toMatchObject({ state: 'skipped', endedAtMs: later + 15 * second })
  })

  test('Q39: whatever ends or moves a ticket frees its counter', () => {
    const ends: QueueCommand[] = [
      ...acts('c1').slice(2),
      cancel('t'),
      { type: 'expire-all', atMs: later },
      transfer('t', { type: 'counter', counter: 'c2' }),
    ]
    let freed = 0
    for (const state of ['called', 'serving'] as const) {
      for (const command of ends) {
        const day = days[state]()
        if (run(day, command) !== 'ok' || ticketOf(day, 't').state === 'serving') continue
        expect(ticketInHand(day, 'c1'), `${state} ${command.type}`).toBeNull()
        freed++
      }
    }
    expect(freed).toBe(10)
  })
})

describe('whoever was skipped', () => {
  test('Q40: rejoins by themselves or with the help of the mall; nobody else does it', () => {
    expect(run(days.skipped(), byPerson('rejoin', 't', later + minute, 'thief'))).toBe('not-yours')
    for (const by of ['of-t', null]) expect(run(days.skipped(), byPerson('rejoin', 't', later + minute, by))).toBe('ok')
    expect(run(days.waiting(), byPerson('rejoin', 't'))).toBe('wrong-state')
  })

  test('Q41: stands behind the first so many, and never before their own rank', () => {
    const rejoined = (ids: readonly string[], skippedId: string, rejoinBehind = 2) => {
      const day = newDay({ rejoinBehind })
      enter(day, ...ids)
      skipped(day, skippedId)
      must(day, byPerson('rejoin', skippedId, later + minute))
      return waitingIds(day)
    }
    expect(rejoined(['x', 'a', 'b', 'c'], 'x')).toBe('a b x c')
    expect(rejoined(['x', 'a'], 'x')).toBe('a x')
    expect(rejoined(['x', 'a'], 'x', 0)).toBe('x a')
    expect(rejoined(['a', 'b', 'c', 'x', 'd'], 'x')).toBe('a b c x d')
  })

  test('Q42: rejoins at most so many times', () => {
    const day = newDay({ mostRejoins: 1 })
    must(day, issue('t'))
    skipped(day, 't', later)
    must(day, byPerson('rejoin', 't', later + minute))
    skipped(day, 't', later + 2 * minute)
    expect(refusalOf(day, byPerson('rejoin', 't', later + 3 * minute))).toEqual({ code: 'rejoins-spent', details: { limit: 1 } })
  })

  test('Q43: nobody rejoins, is called by name or is given a kiosk’s ticket while they hold another place', () => {
    const day = days.skipped()
    must(day, issue('u', { citizen: 'of-t' }), issue('kiosk', { citizen: 'kiosk-1', channel: 'kiosk' }))
    const refused = { code: 'already-waiting', details: { label: 'A-002' } }
    const commands = [byPerson('rejoin', 't', later + minute), call('t', 'came-back'), claim('kiosk', 'of-t')]
    expect(commands.map((command) => refusalOf(day, command))).toEqual([refused, refused, refused])
    must(day, { ...cancel('u'), by: 'of-t' }, reserve('r', { citizen: 'of-t' }))
    expect(commands.map((command) => refusalOf(day, command)?.code)).toEqual(['already-booked', 'already-booked', 'already-booked'])
  })
})

describe('a visit of several steps', () => {
  test('Q44: parking names the room, frees the counter and keeps the claim', () => {
    const day = days.serving()
    expect(run(day, park('t', ' '))).toBe('room-missing')
    must(day, park('t', 'foto'))
    expect(ticketOf(day, 't')).toMatchObject({ state: 'parked', room: 'foto' })
    expect([ticketInHand(day, 'c1'), liveTicketOf(day, 'of-t')?.id]).toEqual([null, 't'])
  })

  test('Q45: who returns from a room waits again in their old rank', () => {
    const day = newDay()
    enter(day, 'a', 'b', 'c')
    must(day, next(), park('a'), next('c2'))
    expect(run(day, byPerson('return', 'a', later, 'thief'))).toBe('not-yours')
    must(day, byPerson('return', 'a', later + minute))
    expect([waitingIds(day), ticketOf(day, 'a').rankMs, ticketOf(day, 'a').room]).toEqual(['a c', t0, null])
  })

  test('Q46: a transfer to another service of the line keeps the rank', () => {
    const day = newDay()
    enter(day, 'a', 'b')
    must(day, next(), transfer('a', { type: 'service', service: 'kia' }))
    expect([waitingIds(day), ticketOf(day, 'a').service, ticketOf(day, 'a').rankMs]).toEqual(['a b', 'kia', t0])
    expect(must(day, next('c3'))).toMatchObject([{ ticket: 'a', basis: 'turn' }])
  })

  test('Q47: a transfer to a counter or an officer keeps the rank and assigns the ticket', () => {
    for (const to of [{ type: 'counter', counter: 'c2' } as const, { type: 'officer', officer: 'o-c2' } as const]) {
      const day = newDay()
      enter(day, 'a', 'b')
      must(day, next(), transfer('a', to))
      expect([waitingIds(day), ticketOf(day, 'a').rankMs]).toEqual(['a b', t0])
      const { type: _type, ...assignedTo } = to
      expect(ticketOf(day, 'a').assignedTo).toEqual(assignedTo)
      must(day, next('c2'), { ...transfer('a', { type: 'service', service: 'other' }), counter: 'c2' })
      expect(ticketOf(day, 'a').assignedTo).toBeNull()
    }
  })

  test('Q48: a transfer to another line ends here, and arrives there once with its label and rank', () => {
    const day = newDay()
    must(day, issue('t'), next())
    expect(refusalOf(day, transfer('t', { ...toAkta, group: 'kartu' }))).toEqual({ code: 'same-line', details: { group: 'kartu' } })
    must(day, transfer('t', toAkta))
    expect(ticketOf(day, 't')).toMatchObject({ state: 'transferred', sentTo: { group: 'akta', service: 'lahir' } })
    const there = newDay({}, 'akta')
    enter(there, 'a', 'b')
    must(there, arrive('t', { label: 'A-001', rankMs: t0 }))
    expect(waitingIds(there)).toBe('a t b')
    expect(ticketOf(there, 't')).toMatchObject({ number: null, label: 'A-001', rankMs: t0, enteredAtMs: later, issuedAtMs: t0 - minute })
    expect(refusalOf(there, arrive('t', { label: 'A-001' }))).toEqual({ code: 'already-here', details: { label: 'A-001' } })
    expect(refusalOf(there, arrive('u', { citizen: 'of-t' }))).toEqual({ code: 'already-waiting', details: { label: 'A-001' } })
    // Sent back to where it came from, it is there again, once for each hop.
    must(day, arrive('t', { label: 'A-001', rankMs: t0, hop: 2 }))
    expect(ticketOf(day, 't')).toMatchObject({ state: 'waiting', sentTo: null, hop: 2 })
    expect(refusalOf(day, arrive('t', { label: 'A-001', hop: 2 }))).toEqual({ code: 'already-here', details: { label: 'A-001' } })
    must(there, issue('c'))
    expect(ticketOf(there, 'c').number).toBe(3)
  })

  test('Q49: finishing one service sends the ticket to the next of its route', () => {
    const route: Stop[] = [
      { group: 'kartu', service: 'kia' },
      { group: 'akta', service: 'lahir' },
      { group: 'pajak', service: null },
    ]
    const day = newDay()
    must(day, issue('t', { service: 'ktp', route }), issue('u', { atMs: t0 + second }))
    const once = () => must(day, next(), act('serve', 't'), act('finish', 't')).at(-1)
    expect(once()).toMatchObject({ type: 'finished', next: route[0] })
    expect(ticketOf(day, 't')).toMatchObject({ state: 'waiting', service: 'kia', rankMs: t0, route: route.slice(1) })
    expect(waitingIds(day)).toBe('t u')
    expect(once()).toMatchObject({ type: 'finished', next: route[1] })
    expect(ticketOf(day, 't')).toMatchObject({ state: 'transferred', sentTo: route[1], route: route.slice(2) })
    expect(callAll(day)).toBe('u')
    expect(ticketOf(day, 'u').state).toBe('done')
  })
})
