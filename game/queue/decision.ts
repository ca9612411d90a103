import type { QueueErrorCode } from './queue-errors.ts'
import type { QueueEvent } from './queue-event.ts'
import type { Ticket, TicketState } from './ticket.ts'
import type { QueueDay } from './queue-day.ts'

export type QueueDecision =
  | { readonly ok: true; readonly events: readonly QueueEvent[] }
  | { readonly ok: false; readonly code: QueueErrorCode; readonly details: Readonly<Record<string, unknown>> }

export function accept(...events: readonly QueueEvent[]): QueueDecision {
  return { ok: true, events }
}

export function refuse(code: QueueErrorCode, details: Readonly<Record<string, unknown>> = {}): QueueDecision {
  return { ok: false, code, details }
}

/** Somebody holds a live place already. A booking has no label that could be named. */
export function refuseLive({ label }: Readonly<Ticket>): QueueDecision {
  return label === null ? refuse('already-booked') : refuse('already-waiting', { label })
}

/** Gives the ticket when it is in one of these states to `decide`, and refuses otherwise. */
export function onTicket(
  day: QueueDay,
  id: string,
  from: readonly TicketState[],
  decide: (ticket: Readonly<Ticket>) => QueueDecision,
): QueueDecision {
  const ticket = day.tickets.get(id)
  if (ticket === undefined) return refuse('unknown-ticket', { ticket: id })
  if (!from.includes(ticket.state)) return refuse('wrong-state', { label: ticket.label, state: ticket.state })
  return decide(ticket)
}

/** Whole seconds until a time, at least 1. */
export function secondsUntil(thenMs: number, nowMs: number): number {
  return Math.max(1, Math.ceil((thenMs - nowMs) / 1000))
}
