import type { TicketView } from '../../../api/index.ts'

/** Waiting, called or being served: at most one of these in a line. */
export function isLive(ticket: Pick<TicketView, 'state'>): boolean {
  return ticket.state === 'waiting' || ticket.state === 'called' || ticket.state === 'serving'
}

/** To be answered now: called, or in a talk that is still open. The card of the call shows it. */
export function isCalled(ticket: Pick<TicketView, 'state' | 'contact'>): boolean {
  return ticket.state === 'called' || (ticket.state === 'serving' && ticket.contact !== null && ticket.contact.state !== 'ended')
}

const urgency: Record<TicketView['state'], number> = { called: 0, serving: 1, waiting: 2, done: 3, missed: 4, cancelled: 5, expired: 5 }

/** The ticket to show where there is room for one: called before serving before waiting before an open survey; null when none matters any more. */
export function foremostTicket(tickets: readonly TicketView[]): TicketView | null {
  const telling = tickets.filter((ticket) => isLive(ticket) || ticket.isSurveyDue || ticket.state === 'missed')
  const sorted = [...telling].sort(
    (a, b) => urgency[a.state] - urgency[b.state] || (a.ahead ?? 0) - (b.ahead ?? 0) || (a.issuedAt < b.issuedAt ? 1 : -1),
  )
  return sorted[0] ?? null
}

/** The list with this ticket in it, in its place or first. */
export function putTicket(tickets: readonly TicketView[], ticket: TicketView): readonly TicketView[] {
  return tickets.some((row) => row.id === ticket.id) ? tickets.map((row) => (row.id === ticket.id ? ticket : row)) : [ticket, ...tickets]
}
