import { decideQueue, expiryOf } from './decide-queue.ts'
import { canonicalJson, splitEvent } from './open-part.ts'
import { isReady } from './order.ts'
import type { QueueCommand } from './queue-command.ts'
import { ticketInHand, type QueueDay } from './queue-day.ts'
import type { QueueEvent, TicketEvent } from './queue-event.ts'
import type { Ticket } from './ticket.ts'

/**
 * Why an event cannot have come about by the rules after those before it; null when it can. The command that must have been given is made from the
 * event and decided anew. What is sealed (who, which device, how many may book) is taken to have allowed it; whose turn it was is not asked here.
 */
export function whyImpossible(day: QueueDay, event: QueueEvent): string | null {
  if (event.type === 'line-closed') return whyRefused(day, event, { ...event, type: 'close-line' })
  if (event.type === 'line-opened') return whyRefused(day, event, { ...event, type: 'open-line' })
  if (event.type === 'reserved') return whyRefused(day, event, { ...event, type: 'reserve', capacity: Infinity })
  if (event.type === 'issued') return whyRefused(day, event, { ...event, type: 'issue', quota: null })
  if (event.type === 'arrived') return whyRefused(day, event, { ...event, type: 'arrive' })
  const ticket = day.tickets.get(event.ticket)
  if (ticket === undefined) return `the day has no ticket ${event.ticket}`
  const isIt = fits(day, ticket, event)
  if (isIt !== null) return isIt ? null : `${event.type} does not fit ${ticket.label ?? ticket.id}, which is ${ticket.state}`
  const command = commandOf(ticket, event)
  return command === null ? null : whyRefused(day, event, command)
}

function whyRefused(day: QueueDay, event: QueueEvent, command: QueueCommand): string | null {
  const decision = decideQueue(day, command)
  if (!decision.ok) return `${event.type} must be refused: ${decision.code}`
  const told = openText(event)
  return decision.events.some((made) => openText(made) === told)
    ? null
    : `${event.type} must be otherwise: ${decision.events.map(openText).join(', ')}`
}

/** What of an event can be compared. The next stop is of the sealed route. */
function openText(event: QueueEvent): string {
  return canonicalJson({ ...splitEvent(event).shown, next: undefined })
}

/** Events that no command brings about alone: whether they fit. null for the others. */
function fits(day: QueueDay, ticket: Ticket, event: TicketEvent): boolean | null {
  switch (event.type) {
    case 'passed':
      return ticket.state === 'waiting' && !isReady(ticket, event.atMs)
    case 'skipped':
      return event.reason === 'not-ready' ? ticket.state === 'waiting' && ticket.passes >= day.policy.mostPasses : null
    case 'called':
      return event.basis === 'named' ? null : ticketInHand(day, event.counter) === null
    case 'claimed':
      return !['done', 'cancelled', 'expired', 'transferred'].includes(ticket.state)
    case 'expired':
      return expiryOf(ticket.state) === event.reason
    default:
      return null
  }
}

function commandOf(ticket: Ticket, event: TicketEvent): QueueCommand | null {
  switch (event.type) {
    case 'checked-in':
      return { ...event, type: 'check-in', by: null }
    case 'ready-asked':
      return { type: 'ask-ready', atMs: event.atMs }
    case 'readied':
      return { ...event, type: 'ready', by: null }
    case 'returned':
      return { ...event, type: 'return', by: null }
    case 'rejoined':
      return { ...event, type: 'rejoin', by: null }
    case 'called':
      return event.basis === 'named' ? { ...event, type: 'call' } : null
    case 'recalled':
      return { ...event, type: 'recall' }
    case 'served':
      return { ...event, type: 'serve' }
    case 'finished':
      return { ...event, type: 'finish' }
    case 'parked':
      return { ...event, type: 'park' }
    case 'transferred':
      return { ...event, type: 'transfer' }
    case 'skipped':
      return { ...event, type: 'skip', counter: ticket.counter ?? '', officer: event.officer ?? '' }
    case 'prioritised':
      return { ...event, type: 'prioritise' }
    case 'noted':
      return { ...event, type: 'note', text: 'sealed' }
    case 'cancelled':
      return { ...event, type: 'cancel', by: ticket.citizen }
    case 'rebooked':
      return { ...event, type: 'rebook' }
    default:
      return null
  }
}
