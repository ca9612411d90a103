import type { Agency, Service, ServiceGroup, TicketView } from '../../../api/index.ts'
import type { KioskApp } from '../state/kiosk-app.ts'

/** Where a ticket belongs in the catalogue. `counters`: signs of the counters where it is called. */
export function placeOfTicket(
  app: Pick<KioskApp, 'lines'>,
  ticket: TicketView,
): {
  readonly agency: Agency | null
  readonly group: ServiceGroup | null
  readonly service: Service | null
  readonly counters: readonly string[]
} {
  const line = app.lines.value.find(({ group }) => group.slug === ticket.group)
  const service = line?.group.services.find(({ slug }) => slug === ticket.service) ?? null
  return { agency: line?.agency ?? null, group: line?.group ?? null, service, counters: line?.counters.map(({ label }) => label) ?? [] }
}

/** The address that opens the ticket on a phone. */
export function ticketAddress(code: string): string {
  return `${location.origin}/tiket/${encodeURIComponent(code)}`
}
