import { accept, onTicket, refuse, refuseLive, secondsUntil, type QueueDecision } from './decision.ts'
import { nextCall } from './order.ts'
import type { CounterCommand } from './queue-command.ts'
import { liveTicketOf, ticketInHand, type QueueDay } from './queue-day.ts'
import type { QueueEvent } from './queue-event.ts'
import type { Ticket, TicketState } from './ticket.ts'

type Of<Type extends CounterCommand['type']> = Extract<CounterCommand, { readonly type: Type }>
/** What is done to the ticket in the counter's own hand. */
type InHand = Of<'recall' | 'serve' | 'finish' | 'skip' | 'park' | 'transfer'>

const fromState: Readonly<Record<InHand['type'], readonly TicketState[]>> = {
  recall: ['called'],
  serve: ['called'],
  finish: ['serving'],
  skip: ['called'],
  park: ['called', 'serving'],
  transfer: ['called', 'serving'],
}

/** What an officer does at a counter: SPEC.md, Q11 to Q19, Q33 to Q39, Q44 to Q49. */
export function decideCounter(day: QueueDay, command: CounterCommand): QueueDecision {
  switch (command.type) {
    case 'call-next':
      return callNext(day, command)
    case 'call':
      return onTicket(day, command.ticket, ['waiting', 'parked', 'skipped'], (ticket) => callNamed(day, ticket, command))
    case 'prioritise':
      return onTicket(day, command.ticket, ['reserved', 'waiting'], ({ id: ticket }) => {
        const { priority, officer, atMs } = command
        return accept({ type: 'prioritised', ticket, priority, officer, atMs })
      })
    case 'note':
      return note(day, command)
    default:
      return onTicket(day, command.ticket, fromState[command.type], (ticket) => inHand(day, ticket, command))
  }
}

function callNext(day: QueueDay, command: Of<'call-next'>): QueueDecision {
  const { counter, officer, atMs } = command
  const busy = ticketInHand(day, counter)
  if (busy !== null) return refuse('counter-busy', { label: busy.label })
  const next = nextCall(day, command)
  if (next === null) return refuse('nobody-waiting')
  const events: QueueEvent[] = []
  for (const { id: ticket, passes } of next.passed) {
    events.push({ type: 'passed', ticket, atMs })
    if (passes + 1 >= day.policy.mostPasses) events.push({ type: 'skipped', ticket, reason: 'not-ready', officer: null, atMs })
  }
  return accept(...events, { type: 'called', ticket: next.ticket.id, counter, officer, basis: next.basis, reason: null, atMs })
}

function callNamed(day: QueueDay, ticket: Readonly<Ticket>, command: Of<'call'>): QueueDecision {
  const { counter, officer, reason, atMs } = command
  const busy = ticketInHand(day, counter)
  if (busy !== null) return refuse('counter-busy', { label: busy.label })
  const live = liveTicketOf(day, ticket.citizen)
  if (live !== null && live !== ticket) return refuseLive(live)
  return accept({ type: 'called', ticket: ticket.id, counter, officer, basis: 'named', reason, atMs })
}

function inHand(day: QueueDay, ticket: Readonly<Ticket>, command: InHand): QueueDecision {
  const { counter, officer, atMs } = command
  if (ticket.counter !== counter) return refuse('wrong-counter', { label: ticket.label, counter: ticket.counter })
  const at = { ticket: ticket.id, counter, officer, atMs }
  switch (command.type) {
    case 'recall':
      return recall(day, ticket, command)
    case 'serve':
      return accept({ type: 'served', ...at })
    case 'finish':
      return accept({ type: 'finished', ...at, next: ticket.route[0] ?? null })
    case 'skip':
      return skip(day, ticket, command)
    case 'park':
      if (command.room.trim() === '') return refuse('room-missing')
      return accept({ type: 'parked', ...at, room: command.room })
    case 'transfer':
      if (command.to.type === 'group' && command.to.group === day.group) return refuse('same-line', { group: day.group })
      return accept({ type: 'transferred', ...at, to: command.to })
  }
}

function recall(day: QueueDay, ticket: Readonly<Ticket>, command: InHand): QueueDecision {
  const { counter, officer, atMs } = command
  const { mostCalls, recallAfterMs } = day.policy
  if (ticket.calls >= mostCalls) return refuse('calls-spent', { label: ticket.label, limit: mostCalls })
  const fromMs = (ticket.calledAtMs ?? atMs) + recallAfterMs
  if (atMs < fromMs) return refuse('too-soon', { seconds: secondsUntil(fromMs, atMs) })
  return accept({ type: 'recalled', ticket: ticket.id, counter, officer, atMs })
}

function skip(day: QueueDay, ticket: Readonly<Ticket>, command: InHand): QueueDecision {
  const { officer, atMs } = command
  const fromMs = (ticket.calledAtMs ?? atMs) + day.policy.skipAfterMs
  if (ticket.calls < 2 && atMs < fromMs) return refuse('too-soon', { seconds: secondsUntil(fromMs, atMs) })
  return accept({ type: 'skipped', ticket: ticket.id, reason: 'no-show', officer, atMs })
}

function note(day: QueueDay, { ticket, officer, text, atMs }: Of<'note'>): QueueDecision {
  if (!day.tickets.has(ticket)) return refuse('unknown-ticket', { ticket })
  if (text.trim() === '') return refuse('note-empty')
  return accept({ type: 'noted', ticket, officer, text, atMs })
}
