import type { Agency, Catalogue, CounterPlace, Region, Service, ServiceGroup } from '../../game/api/index.ts'
import type { ServiceStandard } from '../../game/case/index.ts'
import { indexStandards, paperKinds, standardOn, type ServiceHome, type StandardIndex } from './standard-index.ts'

/** Every region's mall as data: its catalogue and its counters. Read once at the start and shared; regions with one catalogue share it. */
export type Malls = {
  readonly regions: readonly Region[]
  region(slug: string): Region | null
  agencies(region: string): readonly Agency[]
  agency(region: string, slug: string): Agency | null
  /** The line of people with this slug and the agency whose officers handle it. */
  group(region: string, slug: string): { readonly agency: Agency; readonly group: ServiceGroup } | null
  service(region: string, slug: string): Service | null
  /** The service with the agency and the line that it belongs to. */
  serviceHome(region: string, slug: string): ServiceHome | null
  /** What is promised for a service: this version, or the one that holds today in the region. null: no such service or version. */
  standard(region: string, service: string, version?: number): ServiceStandard | null
  /** Every version, oldest first; empty: no such service. */
  standardVersions(region: string, service: string): readonly ServiceStandard[]
  counters(region: string): readonly CounterPlace[]
  /** By the id that is unique over all regions. */
  counter(id: string): CounterPlace | null
}

type CatalogueIndex = {
  readonly agencies: ReadonlyMap<string, Agency>
  readonly groups: ReadonlyMap<string, { readonly agency: Agency; readonly group: ServiceGroup }>
  readonly services: ReadonlyMap<string, ServiceHome>
}

/**
 * @param options.catalogueOf the catalogue file a region names; asked once for each name
 * @param options.countersOf the counters that the region's map places
 * @param options.standardsOf the written standards of a catalogue, all versions; left out: each service has the one that its row says
 * @param options.clock milliseconds since 1970, for which version of a standard holds today
 * @throws TypeError when two regions, two counters, or two groups of a region share a slug.
 */
export function createMalls(options: {
  regions: readonly Region[]
  catalogueOf: (name: string) => Catalogue
  countersOf: (region: Region) => readonly CounterPlace[]
  standardsOf?: (name: string, catalogue: Catalogue) => readonly ServiceStandard[]
  clock?: () => number
}): Malls {
  const { regions, catalogueOf, countersOf, standardsOf = () => [], clock = Date.now } = options
  const regionBySlug = unique(
    regions.map((region) => [region.slug, region] as const),
    'region',
  )
  const catalogues = new Map<string, { catalogue: Catalogue; index: CatalogueIndex }>()
  const written = new Map<string, readonly ServiceStandard[]>()
  const countersByRegion = new Map<string, readonly CounterPlace[]>()
  const counterById = new Map<string, CounterPlace>()

  for (const region of regions) {
    if (!catalogues.has(region.catalogue)) {
      const catalogue = catalogueOf(region.catalogue)
      catalogues.set(region.catalogue, { catalogue, index: indexCatalogue(catalogue) })
      written.set(region.catalogue, standardsOf(region.catalogue, catalogue))
    }
    const counters = countersOf(region)
    countersByRegion.set(region.slug, counters)
    for (const counter of counters) {
      if (counterById.has(counter.id)) throw new TypeError(`counter ${counter.id} exists twice: ids must be unique over all regions`)
      counterById.set(counter.id, counter)
    }
  }

  const kinds = paperKinds([...written.values()].flat())
  const standards = new Map<string, StandardIndex>()
  for (const [name, { catalogue }] of catalogues) {
    standards.set(
      name,
      indexStandards(catalogue, written.get(name) ?? [], (text) => kinds.get(text)),
    )
  }
  const versionsOf = (slug: string, service: string): readonly ServiceStandard[] =>
    standards.get(regionBySlug.get(slug)?.catalogue ?? '')?.get(service) ?? []

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
    service: (region, slug) => indexOf(region)?.services.get(slug)?.service ?? null,
    serviceHome: (region, slug) => indexOf(region)?.services.get(slug) ?? null,
    standard(region, service, version) {
      const versions = versionsOf(region, service)
      if (versions.length === 0) return null
      if (version !== undefined) return versions.find((standard) => standard.version === version) ?? null
      return standardOn(versions, dayIn(regionBySlug.get(region)?.timeZone ?? 'UTC', clock()))
    },
    standardVersions: versionsOf,
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
      groups.flatMap(({ agency, group }) => group.services.map((service) => [service.slug, { agency, group, service }] as const)),
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

/** YYYY-MM-DD: Canada writes days so. */
function dayIn(timeZone: string, atMs: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(atMs)
}
