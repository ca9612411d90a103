import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Catalogue } from '../../game/api/index.ts'
import { checkStandard, standardFaults, type ServiceStandard, type StandardFault } from '../../game/case/index.ts'
import { readChecked } from './read-checked.ts'
import { standardsFileSchema } from './standard-schema.ts'

/**
 * The written standards of a catalogue, all versions: `catalogue/standards/NAME/AGENCY.json`. A catalogue without that folder has none.
 * @throws TypeError that names the file, the path in it, what is wrong and the remedy
 */
export function loadStandards(assetsDir: string, name: string, catalogue: Catalogue): ServiceStandard[] {
  const folder = join(assetsDir, 'catalogue', 'standards', name)
  if (!existsSync(folder)) return []
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'))
  return files.sort().flatMap((file) => readAgency(join(folder, file), catalogue))
}

function readAgency(file: string, catalogue: Catalogue): readonly ServiceStandard[] {
  const { agency: slug, standards } = readChecked(file, standardsFileSchema)
  const agency = catalogue.agencies.find((row) => row.slug === slug)
  if (agency === undefined) {
    throw unusable(file, `agency: the catalogue has no agency "${slug}"; add it there, or take the file away`)
  }
  const services = new Set(agency.groups.flatMap((group) => group.services.map((service) => service.slug)))
  const seen = new Set<string>()
  for (const [index, standard] of standards.entries()) {
    const { service, version } = standard
    const path = `standards.${index} (${service}, version ${version})`
    if (!services.has(service)) {
      throw unusable(file, `${path}: ${slug} has no service "${service}"; add it to the catalogue, or take the standard away`)
    }
    if (seen.has(`${service}/${version}`)) throw unusable(file, `${path}: this version stands here twice; give each change a new one`)
    seen.add(`${service}/${version}`)
    const before = standards.find((other) => other.service === service && other.version < version && other.validFrom >= standard.validFrom)
    if (before !== undefined) {
      throw unusable(
        file,
        `${path}: version ${before.version} is not valid from an earlier day; let each version begin after the one before`,
      )
    }
    const faults = checkStandard(standard)
    if (faults.length > 0) throw unusable(file, faults.map((fault) => `${path}.${describeFault(fault)}`).join('\n'))
  }
  return standards
}

function unusable(file: string, why: string): TypeError {
  return new TypeError(`${file} cannot be used:\n${why}`)
}

function describeFault({ path, code, details }: StandardFault): string {
  const { meaning, remedy } = standardFaults[code]
  const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name]))
  return `${path}: ${fill(meaning)}; ${fill(remedy)}`
}
