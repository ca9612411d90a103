import type { Agency, CatalogueResponse, ServiceGroup } from '../../../api/index.ts'

/** A line's names by its slug; null for one that the catalogue no longer has. */
export function groupOf(catalogue: CatalogueResponse, slug: string): { readonly agency: Agency; readonly group: ServiceGroup } | null {
  for (const agency of catalogue.agencies) {
    const group = agency.groups.find((one) => one.slug === slug)
    if (group !== undefined) return { agency, group }
  }
  return null
}

/** What stands on the counter's sign: "1"; the id of one that the map no longer has. */
export function counterLabel(catalogue: CatalogueResponse, id: string): string {
  return catalogue.counters.find((place) => place.id === id)?.label ?? id
}
