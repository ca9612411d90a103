import { describe, expect, test } from 'vitest'
import {
  applyQueueEvent,
  createQueueDay,
  decideQueue,
  formatLabel,
  liveTicketOf,
  officeDay,
  peekNext,
  peopleAhead,
  spokenLabel,
  ticketInHand,
  waitingCount,
  waitingTickets,
  type QueueCommand,
  type QueueDay,
  type QueueEvent,
} from '../../../game/queue/index.ts'

const newDay = (): QueueDay => createQueueDay({ region: 'kukar', group: 'disdukcapil-kartu', prefix: 'A', day: '2026-03-02' })

/** Decides and applies; the code when refused. */
function run(day: QueueDay, command: QueueCommand): string {
  const decision = decideQueue(day, command)
  if (!decision.ok) return decision.code
  for (const event of decision.events) applyQueueEvent(day, event)
  return 'ok'
}
const issue = (day: QueueDay, ticket: string, citizen = `citizen-${ticket}`) =>
  run(day, { type: 'issue', ticket, citizen, service: null, atMs: 1000 })
const call = (day: QueueDay, counter = 'c1') => run(day, { type: 'call-next', counter, officer: 'o1', atMs: 2000 })
const act = (day: QueueDay, type: 'recall' | 'serve' | 'finish' | 'miss', ticket: string, counter = 'c1', officer = 'o1') =>
  run(day, { type, ticket, counter, officer, atMs: 3000 })
const stateOf = (day: QueueDay, ticket: string) => day.tickets.get(ticket)?.state

describe('the order', () => {
  test('Q1: numbers rise by one and are not given again after a cancel', () => {
    const day = newDay()
    issue(day, 't1')
    run(day, { type: 'cancel', ticket: 't1', citizen: 'citizen-t1', atMs: 5 })
    issue(day, 't2', 'citizen-t1')
    expect([...day.tickets.values()].map((ticket) => ticket.label)).toEqual(['A-001', 'A-002'])
  })

  test('Q2: a second live ticket is refused with the label of the first, until that one has ended', () => {
    const day = newDay()
    issue(day, 't1', 'ani')
    const second: QueueCommand = { type: 'issue', ticket: 't2', citizen: 'ani', service: null, atMs: 1 }
    const refused = { ok: false, code: 'already-waiting', details: { label: 'A-001' } }
    expect(decideQueue(day, second)).toEqual(refused)
    call(day)
    expect(decideQueue(day, second)).toEqual(refused)
    act(day, 'serve', 't1')
    expect(decideQueue(day, second)).toEqual(refused)
    act(day, 'finish', 't1')
    expect(run(day, second)).toBe('ok')
    expect(liveTicketOf(day, 'ani')?.label).toBe('A-002')
  })

  test('Q3: counters call in issue order, past the cancelled', () => {
    const day = newDay()
    for (const id of ['t1', 't2', 't3', 't4']) issue(day, id)
    run(day, { type: 'cancel', ticket: 't2', citizen: 'citizen-t2', atMs: 5 })
    expect([peopleAhead(day, 't1'), peopleAhead(day, 't2'), peopleAhead(day, 't4')]).toEqual([0, null, 2])
    expect(peekNext(day)?.id).toBe('t1')
    call(day, 'c1')
    call(day, 'c2')
    expect([ticketInHand(day, 'c1')?.id, ticketInHand(day, 'c2')?.id]).toEqual(['t1', 't3'])
    expect(waitingTickets(day).map((ticket) => ticket.id)).toEqual(['t4'])
    expect(waitingCount(day)).toBe(1)
    call(day, 'c3')
    expect(call(day, 'c4')).toBe('nobody-waiting')
    expect(peekNext(day)).toBeNull()
  })

  test('Q4: number 9,999 is the last', () => {
    const day = newDay()
    for (let i = 1; i <= 9999; i++) issue(day, `t${i}`)
    expect(peopleAhead(day, 't9999')).toBe(9998)
    expect(issue(day, 'one-more')).toBe('queue-full')
  })

  test('Q5: a counter with a ticket in hand cannot call another', () => {
    const day = newDay()
    issue(day, 't1')
    issue(day, 't2')
    call(day)
    const again: QueueCommand = { type: 'call-next', counter: 'c1', officer: 'o1', atMs: 9 }
    expect(decideQueue(day, again)).toEqual({ ok: false, code: 'counter-busy', details: { label: 'A-001' } })
    act(day, 'serve', 't1')
    expect(run(day, again)).toBe('counter-busy')
    act(day, 'finish', 't1')
    expect(run(day, again)).toBe('ok')
  })
})

describe('the life of a ticket', () => {
  test('Q6: each act is allowed in its own state and refused in every other, and by another counter', () => {
    const acts = ['recall', 'serve', 'finish', 'miss'] as const
    const allowed: Record<string, readonly string[]> = {
      waiting: [],
      called: ['recall', 'serve', 'miss'],
      serving: ['finish'],
      done: [],
      missed: ['recall'],
      cancelled: [],
    }
    const reach: Record<string, (day: QueueDay) => void> = {
      waiting: () => {},
      called: (day) => call(day),
      serving: (day) => {
        call(day)
        act(day, 'serve', 't1')
      },
      done: (day) => {
        call(day)
        act(day, 'serve', 't1')
        act(day, 'finish', 't1')
      },
      missed: (day) => {
        call(day)
        act(day, 'miss', 't1')
      },
      cancelled: (day) => {
        run(day, { type: 'cancel', ticket: 't1', citizen: 'citizen-t1', atMs: 5 })
      },
    }
    for (const [state, go] of Object.entries(reach)) {
      for (const type of acts) {
        const day = newDay()
        issue(day, 't1')
        go(day)
        expect(stateOf(day, 't1')).toBe(state)
        expect(`${state} ${type} ${act(day, type, 't1')}`).toBe(`${state} ${type} ${allowed[state].includes(type) ? 'ok' : 'wrong-state'}`)
      }
    }
    const day = newDay()
    issue(day, 't1')
    call(day)
    for (const type of acts) expect(act(day, type, 't1', 'c2')).toBe(type === 'finish' ? 'wrong-state' : 'wrong-counter')
    expect(act(day, 'serve', 'nobody')).toBe('unknown-ticket')
  })

  test('Q7: a missed person is recalled by a free counter, and does not stand in the order again', () => {
    const day = newDay()
    issue(day, 't1', 'ani')
    issue(day, 't2')
    call(day)
    act(day, 'miss', 't1')
    expect(peekNext(day)?.id).toBe('t2')
    call(day, 'c1')
    expect(act(day, 'recall', 't1', 'c1')).toBe('counter-busy')
    expect(act(day, 'recall', 't1', 'c2')).toBe('ok')
    expect(day.tickets.get('t1')).toMatchObject({ state: 'called', counter: 'c2', calls: 2, endedAtMs: null })
    act(day, 'miss', 't1', 'c2')
    issue(day, 't3', 'ani')
    expect(act(day, 'recall', 't1', 'c2')).toBe('already-waiting')
  })

  test('Q8: only the holder cancels, while waiting or called, and the counter is free again', () => {
    const day = newDay()
    issue(day, 't1')
    call(day)
    expect(run(day, { type: 'cancel', ticket: 't1', citizen: 'thief', atMs: 5 })).toBe('not-yours')
    expect(run(day, { type: 'cancel', ticket: 'nobody', citizen: 'thief', atMs: 5 })).toBe('unknown-ticket')
    expect(run(day, { type: 'cancel', ticket: 't1', citizen: 'citizen-t1', atMs: 5 })).toBe('ok')
    expect(ticketInHand(day, 'c1')).toBeNull()
    issue(day, 't2')
    call(day)
    act(day, 'serve', 't2')
    expect(run(day, { type: 'cancel', ticket: 't2', citizen: 'citizen-t2', atMs: 5 })).toBe('wrong-state')
  })

  test('Q9: expire-all ends the waiting and the called, and leaves a talk under way', () => {
    const day = newDay()
    for (const id of ['t1', 't2', 't3']) issue(day, id)
    call(day, 'c1')
    act(day, 'serve', 't1', 'c1')
    call(day, 'c2')
    expect(run(day, { type: 'expire-all', atMs: 7 })).toBe('ok')
    expect(['t1', 't2', 't3'].map((id) => stateOf(day, id))).toEqual(['serving', 'expired', 'expired'])
    expect(peekNext(day)).toBeNull()
    expect(decideQueue(day, { type: 'expire-all', atMs: 8 })).toEqual({ ok: true, events: [] })
    expect(act(day, 'finish', 't1', 'c1')).toBe('ok')
  })

  test('Q10, Q11: calls and times are kept, and done is final', () => {
    const day = newDay()
    issue(day, 't1')
    call(day)
    act(day, 'recall', 't1')
    expect(day.tickets.get('t1')).toMatchObject({ calls: 2, calledAtMs: 3000 })
    act(day, 'serve', 't1')
    act(day, 'finish', 't1')
    expect(day.tickets.get('t1')).toMatchObject({ state: 'done', issuedAtMs: 1000, servedAtMs: 3000, endedAtMs: 3000 })
    expect(act(day, 'recall', 't1')).toBe('wrong-state')
  })

  test('Q12: the officer who takes over the counter takes over the ticket', () => {
    const day = newDay()
    issue(day, 't1')
    call(day)
    expect(act(day, 'serve', 't1', 'c1', 'o2')).toBe('ok')
    expect(day.tickets.get('t1')?.officer).toBe('o2')
  })
})

describe('events', () => {
  test('Q13: deciding changes nothing', () => {
    const day = newDay()
    issue(day, 't1')
    const before = structuredClone(day)
    decideQueue(day, { type: 'call-next', counter: 'c1', officer: 'o1', atMs: 9 })
    decideQueue(day, { type: 'expire-all', atMs: 9 })
    expect(day).toEqual(before)
  })

  test('Q15: each event raises the version by one, and one that does not fit is a fault', () => {
    const day = newDay()
    issue(day, 't1')
    call(day)
    expect(day.version).toBe(2)
    const twice: QueueEvent = { type: 'called', ticket: 't1', counter: 'c2', officer: 'o2', atMs: 9 }
    expect(() => applyQueueEvent(day, twice)).toThrow('assertion failed: ticket A-001 is called')
    expect(() => issue(day, 't1', 'other')).toThrow(TypeError)
  })
})

describe('words', () => {
  test('Q20: labels have at least three digits', () => {
    expect([formatLabel('A', 1), formatLabel('ZZ', 999), formatLabel('A', 1000)]).toEqual(['A-001', 'ZZ-999', 'A-1000'])
    expect(() => createQueueDay({ region: 'r', group: 'g', prefix: 'a', day: '2026-01-01' })).toThrow('options.prefix')
  })

  test('Q21: a label is spoken as clerks call it', () => {
    expect(spokenLabel('A-001', 'id')).toBe('A, nol nol satu')
    expect(spokenLabel('ZZ-1209', 'id')).toBe('Z Z, satu dua nol sembilan')
    expect(spokenLabel('B-478', 'en')).toBe('B, four seven eight')
    expect(() => spokenLabel('<b>', 'id')).toThrow(TypeError)
  })

  test('Q22: the office day begins at midnight of its own zone, on every day of four centuries', () => {
    const midnightWita = Date.UTC(2026, 2, 1, 16)
    expect([officeDay(midnightWita - 1, 480), officeDay(midnightWita, 480), officeDay(midnightWita, 420)]).toEqual([
      '2026-03-01',
      '2026-03-02',
      '2026-03-01',
    ])
    for (let day = Date.UTC(1899, 11, 31); day < Date.UTC(2300, 0, 2); day += 86_400_000 * 3) {
      const expected = new Date(day).toISOString().slice(0, 10)
      if (officeDay(day, 0) !== expected) expect(officeDay(day, 0)).toBe(expected)
    }
    expect(officeDay(Date.UTC(2024, 1, 29, 12), 0)).toBe('2024-02-29')
  })
})
