import type { Region, TicketView } from '../../../api/index.ts'

const live: readonly TicketView['state'][] = ['reserved', 'waiting', 'called', 'serving', 'parked']

/** Its person still has a place by it: at most one of these in a line and day. */
export function isLive(ticket: Pick<TicketView, 'state'>): boolean {
  return live.includes(ticket.state)
}

/** To be answered now: called, or in a talk that is still open. The card of the call shows it. */
export function isCalled(ticket: Pick<TicketView, 'state' | 'contact'>): boolean {
  return ticket.state === 'called' || (ticket.state === 'serving' && ticket.contact !== null && ticket.contact.state !== 'ended')
}

/** What the person holds in a line: a place today, and the nearest booking of a day to come. */
export type OwnPlaces = { readonly today: TicketView | null; readonly later: TicketView | null }

/** @param day today's office day, YYYY-MM-DD; null when it is not known: then every live ticket counts as today's */
export function ownPlaces(tickets: readonly TicketView[], line: { region: string; group: string; day: string | null }): OwnPlaces {
  const own = tickets.filter((ticket) => ticket.region === line.region && ticket.group === line.group && isLive(ticket))
  const isLater = (ticket: TicketView) => line.day !== null && ticket.day > line.day
  const later = own.filter(isLater).sort((a, b) => (a.day < b.day ? -1 : 1))
  return { today: own.find((ticket) => !isLater(ticket)) ?? null, later: later[0] ?? null }
}

/** The time zone of a ticket's office; undefined when the page is about another region: then times are told in the device's own. */
export function zoneOf(app: { readonly region: Region | null }, ticket: Pick<TicketView, 'region'>): string | undefined {
  return ticket.region === app.region?.slug ? app.region.timeZone : undefined
}

const urgency: Record<TicketView['state'], number> = {
  called: 0,
  serving: 1,
  // 2: who is asked whether they are ready
  waiting: 3,
  skipped: 4,
  parked: 5,
  reserved: 6,
  done: 7,
  expired: 8,
  transferred: 9,
  cancelled: 9,
}
const urgencyOf = (ticket: TicketView): number => (ticket.isReadyAsked ? 2 : urgency[ticket.state])

/** The ticket to show where there is room for one: what needs its person most; null when none matters any more. */
export function foremostTicket(tickets: readonly TicketView[]): TicketView | null {
  const telling = tickets.filter(
    (ticket) => isLive(ticket) || ticket.isSurveyDue || ticket.state === 'skipped' || ticket.state === 'expired',
  )
  const sorted = [...telling].sort(
    (a, b) =>
      urgencyOf(a) - urgencyOf(b) ||
      (a.ahead ?? 0) - (b.ahead ?? 0) ||
      (a.slotAt ?? '').localeCompare(b.slotAt ?? '') ||
      (a.issuedAt < b.issuedAt ? 1 : -1),
  )
  return sorted[0] ?? null
}

/** The list with this ticket in it, in its place or first. */
export function putTicket(tickets: readonly TicketView[], ticket: TicketView): readonly TicketView[] {
  return tickets.some((row) => row.id === ticket.id) ? tickets.map((row) => (row.id === ticket.id ? ticket : row)) : [ticket, ...tickets]
}
