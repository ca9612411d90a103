import { lastNumber, liveTicketOf, peekNext, ticketInHand, type QueueDay, type Ticket, type TicketState } from './queue-day.ts'
import type { QueueEvent } from './apply-queue-event.ts'
import type { QueueErrorCode } from './queue-errors.ts'

/** What somebody wants to happen. `atMs`: milliseconds since 1970 (UTC). */
export type QueueCommand =
  | { type: 'issue'; ticket: string; citizen: string; service: string | null; atMs: number }
  | { type: 'call-next'; counter: string; officer: string; atMs: number }
  | { type: 'recall' | 'serve' | 'finish' | 'miss'; ticket: string; counter: string; officer: string; atMs: number }
  | { type: 'cancel'; ticket: string; citizen: string; atMs: number }
  | { type: 'expire-all'; atMs: number }

export type QueueDecision = { ok: true; events: QueueEvent[] } | { ok: false; code: QueueErrorCode; details: Record<string, unknown> }

type AtCounter = Extract<QueueCommand, { type: 'recall' | 'serve' | 'finish' | 'miss' }>

/**
 * Decides a command by the rules of SPEC.md. Never changes the day: store the events first, then hand each to `applyQueueEvent`.
 * @throws TypeError when an `issue` brings a ticket id that the day has: ids are the caller's, and must be new.
 */
export function decideQueue(day: QueueDay, command: QueueCommand): QueueDecision {
  switch (command.type) {
    case 'issue':
      return issue(day, command)
    case 'call-next':
      return callNext(day, command)
    case 'recall':
      return recall(day, command)
    case 'serve':
      return atCounter(day, command, ['called'], 'served')
    case 'finish':
      return atCounter(day, command, ['serving'], 'finished')
    case 'miss':
      return atCounter(day, command, ['called'], 'missed')
    case 'cancel':
      return cancel(day, command)
    case 'expire-all':
      return expireAll(day, command.atMs)
  }
}

function issue(day: QueueDay, command: Extract<QueueCommand, { type: 'issue' }>): QueueDecision {
  const { ticket, citizen, service, atMs } = command
  if (day.tickets.has(ticket)) throw new TypeError(`command.ticket must be a new id, got ${ticket}`)
  const live = liveTicketOf(day, citizen)
  if (live) return refuse('already-waiting', { label: live.label })
  if (day.nextNumber > lastNumber) return refuse('queue-full', { limit: lastNumber })
  return accept({ type: 'issued', ticket, number: day.nextNumber, citizen, service, atMs })
}

function callNext(day: QueueDay, command: Extract<QueueCommand, { type: 'call-next' }>): QueueDecision {
  const { counter, officer, atMs } = command
  const inHand = ticketInHand(day, counter)
  if (inHand) return refuse('counter-busy', { label: inHand.label })
  const next = peekNext(day)
  if (!next) return refuse('nobody-waiting', {})
  return accept({ type: 'called', ticket: next.id, counter, officer, atMs })
}

function recall(day: QueueDay, command: AtCounter): QueueDecision {
  const ticket = day.tickets.get(command.ticket)
  if (ticket?.state !== 'missed') return atCounter(day, command, ['called'], 'recalled')
  // A missed person is back: the call may come from any counter with free hands, and must not give them two live tickets.
  const inHand = ticketInHand(day, command.counter)
  if (inHand) return refuse('counter-busy', { label: inHand.label })
  const live = liveTicketOf(day, ticket.citizen)
  if (live) return refuse('already-waiting', { label: live.label })
  return accept(counterEvent('recalled', command))
}

function atCounter(
  day: QueueDay,
  command: AtCounter,
  from: readonly TicketState[],
  type: 'recalled' | 'served' | 'finished' | 'missed',
): QueueDecision {
  const ticket = day.tickets.get(command.ticket)
  if (!ticket) return refuse('unknown-ticket', { ticket: command.ticket })
  if (!from.includes(ticket.state)) return wrongState(ticket)
  if (ticket.counter !== command.counter) return refuse('wrong-counter', { label: ticket.label, counter: ticket.counter })
  return accept(counterEvent(type, command))
}

function cancel(day: QueueDay, command: Extract<QueueCommand, { type: 'cancel' }>): QueueDecision {
  const ticket = day.tickets.get(command.ticket)
  if (!ticket) return refuse('unknown-ticket', { ticket: command.ticket })
  if (ticket.citizen !== command.citizen) return refuse('not-yours', {})
  if (ticket.state !== 'waiting' && ticket.state !== 'called') return wrongState(ticket)
  return accept({ type: 'cancelled', ticket: ticket.id, citizen: ticket.citizen, atMs: command.atMs })
}

function expireAll(day: QueueDay, atMs: number): QueueDecision {
  const expired = day.order.filter((ticket) => ticket.state === 'waiting' || ticket.state === 'called')
  return { ok: true, events: expired.map((ticket) => ({ type: 'expired', ticket: ticket.id, atMs })) }
}

function counterEvent(type: 'recalled' | 'served' | 'finished' | 'missed', command: AtCounter): QueueEvent {
  return { type, ticket: command.ticket, counter: command.counter, officer: command.officer, atMs: command.atMs }
}

function accept(event: QueueEvent): QueueDecision {
  return { ok: true, events: [event] }
}

function refuse(code: QueueErrorCode, details: Record<string, unknown>): QueueDecision {
  return { ok: false, code, details }
}

function wrongState(ticket: Ticket): QueueDecision {
  return refuse('wrong-state', { label: ticket.label, state: ticket.state })
}
