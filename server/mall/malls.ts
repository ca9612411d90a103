import type { Agency, Catalogue, CounterPlace, Region, Service, ServiceGroup } from '../../game/api/index.ts'

/** Every region's mall as data: its catalogue and its counters. Read once at the start and shared; regions with one catalogue share it. */
export type Malls = {
  readonly regions: readonly Region[]
  region(slug: string): Region | null
  agencies(region: string): readonly Agency[]
  agency(region: string, slug: string): Agency | null
  /** The line of people with this slug and the agency whose officers handle it. */
  group(region: string, slug: string): { readonly agency: Agency; readonly group: ServiceGroup } | null
  service(region: string, slug: string): Service | null
  counters(region: string): readonly CounterPlace[]
  /** By the id that is unique over all regions. */
  counter(id: string): CounterPlace | null
}

type CatalogueIndex = {
  readonly agencies: ReadonlyMap<string, Agency>
  readonly groups: ReadonlyMap<string, { readonly agency: Agency; readonly group: ServiceGroup }>
  readonly services: ReadonlyMap<string, Service>
}

/**
 * @param options.catalogueOf the catalogue file a region names; asked once for each name
 * @param options.countersOf the counters that the region's map places
 * @throws TypeError when two regions, two counters, or two groups of a region share a slug.
 */
export function createMalls(options: {
  regions: readonly Region[]
  catalogueOf: (name: string) => Catalogue
  countersOf: (region: Region) => readonly CounterPlace[]
}): Malls {
  const { regions, catalogueOf, countersOf } = options
  const regionBySlug = unique(
    regions.map((region) => [region.slug, region] as const),
    'region',
  )
  const catalogues = new Map<string, { catalogue: Catalogue; index: CatalogueIndex }>()
  const countersByRegion = new Map<string, readonly CounterPlace[]>()
  const counterById = new Map<string, CounterPlace>()

  for (const region of regions) {
    if (!catalogues.has(region.catalogue)) {
      const catalogue = catalogueOf(region.catalogue)
      catalogues.set(region.catalogue, { catalogue, index: indexCatalogue(catalogue) })
    }
    const counters = countersOf(region)
    countersByRegion.set(region.slug, counters)
    for (const counter of counters) {
      if (counterById.has(counter.id)) throw new TypeError(`counter ${counter.id} exists twice: ids must be unique over all regions`)
      counterById.set(counter.id, counter)
    }
  }

  const indexOf = (slug: string): CatalogueIndex | null => {
    const region = regionBySlug.get(slug)
    return region === undefined ? null : (catalogues.get(region.catalogue)?.index ?? null)
  }
  return {
    regions,
    region: (slug) => regionBySlug.get(slug) ?? null,
    agencies: (slug) => catalogues.get(regionBySlug.get(slug)?.catalogue ?? '')?.catalogue.agencies ?? [],
    agency: (region, slug) => indexOf(region)?.agencies.get(slug) ?? null,
    group: (region, slug) => indexOf(region)?.groups.get(slug) ?? null,
    service: (region, slug) => indexOf(region)?.services.get(slug) ?? null,
    counters: (region) => countersByRegion.get(region) ?? [],
    counter: (id) => counterById.get(id) ?? null,
  }
}

function indexCatalogue(catalogue: Catalogue): CatalogueIndex {
  const groups = catalogue.agencies.flatMap((agency) => agency.groups.map((group) => ({ agency, group })))
  unique(
    groups.map(({ group }) => [group.prefix, group] as const),
    'prefix',
  )
  return {
    agencies: unique(
      catalogue.agencies.map((agency) => [agency.slug, agency] as const),
      'agency',
    ),
    groups: unique(
      groups.map((entry) => [entry.group.slug, entry] as const),
      'group',
    ),
    services: unique(
      groups.flatMap(({ group }) => group.services.map((service) => [service.slug, service] as const)),
      'service',
    ),
  }
}

function unique<Value>(entries: readonly (readonly [string, Value])[], what: string): Map<string, Value> {
  const map = new Map(entries)
  if (map.size === entries.length) return map
  const seen = new Set<string>()
  const double = entries.find(([key]) => seen.size === seen.add(key).size)
  throw new TypeError(`${what} ${double?.[0]} exists twice: it must be unique`)
}
