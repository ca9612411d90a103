import type { Agency, Catalogue, ServiceGroup } from '../api/index.ts'

/** Every line of people in a catalogue with the agency that handles it, in the catalogue's order. */
export function findGroups(catalogue: Catalogue): { agency: Agency; group: ServiceGroup }[] {
  return catalogue.agencies.flatMap((agency) => agency.groups.map((group) => ({ agency, group })))
}

/** The agency that handles this service group; null when the catalogue has no such group. */
export function agencyOf(catalogue: Catalogue, groupSlug: string): Agency | null {
  return catalogue.agencies.find((agency) => agency.groups.some((group) => group.slug === groupSlug)) ?? null
}

/** The agency of this slug; null when the catalogue has none. */
export function agencyBySlug(catalogue: Catalogue, slug: string): Agency | null {
  return catalogue.agencies.find((agency) => agency.slug === slug) ?? null
}
