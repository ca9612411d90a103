import type { Agency, Catalogue, Service, ServiceGroup } from '../../game/api/index.ts'
import type { ServiceStandard } from '../../game/case/index.ts'
import { deriveStandard } from './derive-standard.ts'

/** Where a service is: whose officers handle it, in which line. */
export type ServiceHome = { readonly agency: Agency; readonly group: ServiceGroup; readonly service: Service }

/** Every standard of one catalogue, by service: its versions, oldest first. Each service has at least one. */
export type StandardIndex = ReadonlyMap<string, readonly ServiceStandard[]>

/**
 * @param written of this catalogue; a service without one gets the one that its row of the catalogue says
 * @param kindOf the kind of paper with a name; see `paperKinds`
 */
export function indexStandards(
  catalogue: Catalogue,
  written: readonly ServiceStandard[],
  kindOf: (name: string) => string | undefined,
): StandardIndex {
  const index = new Map<string, ServiceStandard[]>()
  for (const standard of written) index.set(standard.service, [...(index.get(standard.service) ?? []), standard])
  for (const versions of index.values()) versions.sort((a, b) => a.version - b.version)
  for (const service of servicesOf(catalogue)) {
    if (!index.has(service.slug)) index.set(service.slug, [deriveStandard(service, kindOf)])
  }
  return index
}

/** Of the versions, the one that holds on a day: the newest that has begun; before the first begins, the first. */
export function standardOn(versions: readonly ServiceStandard[], day: string): ServiceStandard {
  return versions.findLast((standard) => standard.validFrom <= day) ?? versions[0]
}

/** Kinds of paper by their Indonesian names, so that what is kept for one region's service is found again for another's. */
export function paperKinds(written: Iterable<ServiceStandard>): Map<string, string> {
  const kinds = new Map<string, string>()
  for (const { requirements } of written) for (const { name, paper } of requirements) if (!kinds.has(name.id)) kinds.set(name.id, paper)
  return kinds
}

function servicesOf(catalogue: Catalogue): Service[] {
  return catalogue.agencies.flatMap((agency) => agency.groups.flatMap((group) => group.services))
}
