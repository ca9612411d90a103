import { assert } from '@balai/engine/core'
import { formatLabel } from './label.ts'
import { dequeue, enqueue, recentCount, type QueueDay, type Ticket, type TicketState } from './queue-day.ts'

/** What happened. Safe as JSON; the stream of them is the day. `ticket` is an id, `atMs` milliseconds since 1970 (UTC). */
export type QueueEvent =
  | { type: 'issued'; ticket: string; number: number; citizen: string; service: string | null; atMs: number }
  | { type: 'called' | 'recalled' | 'served' | 'finished' | 'missed'; ticket: string; counter: string; officer: string; atMs: number }
  | { type: 'cancelled'; ticket: string; citizen: string; atMs: number }
  | { type: 'expired'; ticket: string; atMs: number }

/**
 * Applies one event that `decideQueue` made, in the order of the stream, and raises `day.version` by 1.
 * An event that does not fit the day is a fault of the stream and fails an assertion.
 */
export function applyQueueEvent(day: QueueDay, event: QueueEvent): void {
  if (event.type === 'issued') applyIssued(day, event)
  else {
    const ticket = day.tickets.get(event.ticket)
    assert(ticket, `event ${event.type} names the unknown ticket ${event.ticket}`)
    applyToTicket(day, ticket, event)
  }
  day.version++
}

function applyIssued(day: QueueDay, event: Extract<QueueEvent, { type: 'issued' }>): void {
  const { citizen, service, number, atMs } = event
  assert(!day.tickets.has(event.ticket), `ticket ${event.ticket} was issued before`)
  assert(number === day.nextNumber, `event issued has number ${number}, next is ${day.nextNumber}`)
  const ticket: Ticket = {
    id: event.ticket,
    number,
    label: formatLabel(day.prefix, number),
    citizen,
    service,
    state: 'waiting',
    issuedAtMs: atMs,
    calledAtMs: null,
    servedAtMs: null,
    endedAtMs: null,
    counter: null,
    officer: null,
    calls: 0,
  }
  enqueue(day, ticket)
  day.liveOf.set(citizen, ticket)
  day.nextNumber = number + 1
}

function applyToTicket(day: QueueDay, ticket: Ticket, event: Exclude<QueueEvent, { type: 'issued' }>): void {
  switch (event.type) {
    case 'called':
    case 'recalled':
      move(day, ticket, event.type === 'called' ? ['waiting'] : ['called', 'missed'], 'called')
      day.liveOf.set(ticket.citizen, ticket)
      day.inHandOf.set(event.counter, ticket)
      ticket.counter = event.counter
      ticket.officer = event.officer
      ticket.calledAtMs = event.atMs
      ticket.endedAtMs = null
      ticket.calls++
      return
    case 'served':
      move(day, ticket, ['called'], 'serving')
      ticket.officer = event.officer
      ticket.servedAtMs = event.atMs
      return
    case 'finished':
      move(day, ticket, ['serving'], 'done')
      ticket.officer = event.officer
      remember(day, event.atMs - (ticket.calledAtMs ?? event.atMs))
      return end(day, ticket, event.atMs)
    case 'missed':
      move(day, ticket, ['called'], 'missed')
      ticket.officer = event.officer
      return end(day, ticket, event.atMs)
    case 'cancelled':
      move(day, ticket, ['waiting', 'called'], 'cancelled')
      return end(day, ticket, event.atMs)
    case 'expired':
      move(day, ticket, ['waiting', 'called'], 'expired')
      return end(day, ticket, event.atMs)
  }
}

function move(day: QueueDay, ticket: Ticket, from: readonly TicketState[], to: TicketState): void {
  assert(from.includes(ticket.state), `ticket ${ticket.label} is ${ticket.state} and cannot become ${to}`)
  const wasWaiting = ticket.state === 'waiting'
  ticket.state = to
  if (wasWaiting) dequeue(day, ticket)
}

function end(day: QueueDay, ticket: Ticket, atMs: number): void {
  ticket.endedAtMs = atMs
  day.liveOf.delete(ticket.citizen)
  if (ticket.counter !== null && day.inHandOf.get(ticket.counter) === ticket) day.inHandOf.delete(ticket.counter)
}

function remember(day: QueueDay, serviceMs: number): void {
  day.recentServiceMs.push(serviceMs)
  if (day.recentServiceMs.length > recentCount) day.recentServiceMs.shift()
}
