import type { Agency, CatalogueResponse, CounterPlace } from '../../../api/index.ts'

/** A counter and its agency by the counter's id; null for one that this page's catalogue does not know. */
export function counterOf(
  catalogue: CatalogueResponse,
  id: string,
): { readonly place: CounterPlace; readonly agency: Agency | null } | null {
  const place = catalogue.counters.find((row) => row.id === id)
  return place ? { place, agency: catalogue.agencies.find((row) => row.slug === place.agency) ?? null } : null
}
