import type { Agency, CatalogueResponse, Service, ServiceGroup } from '../../../api/index.ts'

/** What the catalogue says about a ticket. `service` is null when the person named none. */
export type TicketSubject = { readonly agency: Agency; readonly group: ServiceGroup; readonly service: Service | null }

/** Finds a ticket's agency, line and service; null while the catalogue is not there or does not know the line. */
export function subjectOf(catalogue: CatalogueResponse | null, ticket: { group: string; service: string | null }): TicketSubject | null {
  for (const agency of catalogue?.agencies ?? []) {
    const group = agency.groups.find((row) => row.slug === ticket.group)
    if (group) return { agency, group, service: group.services.find((row) => row.slug === ticket.service) ?? null }
  }
  return null
}
