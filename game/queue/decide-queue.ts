import { decideCounter } from './decide-counter.ts'
import { decideEntrance } from './decide-entrance.ts'
import { accept, refuse, type QueueDecision } from './decision.ts'
import type { QueueCommand } from './queue-command.ts'
import { closureAt, type QueueDay } from './queue-day.ts'
import type { QueueEvent } from './queue-event.ts'
import type { TicketState } from './ticket.ts'

/**
 * Decides a command by the rules of SPEC.md. Never changes the day: store the events first, then hand each to `applyQueueEvent`.
 * @throws TypeError when a command that takes a place brings a ticket id that the day has: ids are the caller's, and must be new.
 */
export function decideQueue(day: QueueDay, command: QueueCommand): QueueDecision {
  switch (command.type) {
    case 'close-line':
      return closeLine(day, command)
    case 'open-line':
      return openLine(day, command)
    case 'expire-all':
      return expireAll(day, command.atMs)
    case 'issue':
    case 'reserve':
    case 'check-in':
    case 'arrive':
    case 'ask-ready':
    case 'ready':
    case 'rejoin':
    case 'return':
    case 'cancel':
    case 'rebook':
    case 'claim':
      return decideEntrance(day, command)
    default:
      return decideCounter(day, command)
  }
}

function closeLine(day: QueueDay, command: Extract<QueueCommand, { type: 'close-line' }>): QueueDecision {
  const { reason, untilMs, officer, atMs } = command
  if (reason.trim() === '') return refuse('reason-missing')
  const closure = closureAt(day, atMs)
  if (closure !== null) return refuse('line-closed', { reason: closure.reason })
  return accept({ type: 'line-closed', reason, untilMs, officer, atMs })
}

function openLine(day: QueueDay, { officer, atMs }: Extract<QueueCommand, { type: 'open-line' }>): QueueDecision {
  return closureAt(day, atMs) === null ? refuse('line-open') : accept({ type: 'line-opened', officer, atMs })
}

/** A talk under way, and somebody sent to a room in the middle of one, is not cut by closing time. */
const endedByClosing: ReadonlySet<TicketState> = new Set(['waiting', 'called', 'skipped'])

function expireAll(day: QueueDay, atMs: number): QueueDecision {
  const events: QueueEvent[] = []
  for (const { id, state } of day.tickets.values()) {
    const reason = expiryOf(state)
    if (reason !== null) events.push({ type: 'expired', ticket: id, reason, atMs })
  }
  return accept(...events)
}

/** As what a ticket in this state expires at closing; null when closing does not end it. */
export function expiryOf(state: TicketState): 'closing' | 'not-checked-in' | null {
  if (state === 'reserved') return 'not-checked-in'
  return endedByClosing.has(state) ? 'closing' : null
}
