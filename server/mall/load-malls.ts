import { join } from 'node:path'
import type { Catalogue, CounterPlace, Localized } from '../../game/api/index.ts'
import { loadMall } from '../../game/mall/index.ts'
import { catalogueFileSchema, regionsFileSchema } from './catalogue-schema.ts'
import { loadStandards } from './load-standards.ts'
import { createMalls, type Malls } from './malls.ts'
import { readChecked, readJson } from './read-checked.ts'

/** A room of a region's map: the name of its zone, and what people call it. */
export type MallRoom = { readonly zone: string; readonly name: Localized }

/** A map file's content, for the world threads. */
export type MapFile = { readonly name: string; readonly content: unknown }

/**
 * Reads `catalogue/regions.json`, the catalogues, their standards and the maps of an assets folder. A map is read against its catalogue once, however
 * many regions share the two; what was computed from it is let go again, only the counters stay.
 * @param clock milliseconds since 1970, for which version of a standard holds today
 * @throws TypeError that names the file, MapError or MallError, when an install's data is at fault
 */
export function loadMalls(
  assetsDir: string,
  clock: () => number = Date.now,
): { malls: Malls; mapOf: (region: string) => MapFile; roomsOf: (region: string) => readonly MallRoom[] } {
  const regions = readChecked(join(assetsDir, 'catalogue', 'regions.json'), regionsFileSchema)
  const catalogueOf = (name: string): Catalogue => readChecked(join(assetsDir, 'catalogue', `${name}.json`), catalogueFileSchema)
  const mapContent = (name: string): unknown => readJson(join(assetsDir, 'maps', `${name}.tmj`))
  const roomsByMap = new Map<string, readonly MallRoom[]>()
  const countersByPlan = new Map<string, readonly { slug: string; label: string; agency: string }[]>()

  const malls = createMalls({
    regions,
    catalogueOf,
    standardsOf: (name, catalogue) => loadStandards(assetsDir, name, catalogue),
    clock,
    countersOf(region) {
      const plan = `${region.map}/${region.catalogue}`
      let counters = countersByPlan.get(plan)
      if (counters === undefined) {
        const mall = loadMall({ region, catalogue: catalogueOf(region.catalogue), map: mapContent(region.map) })
        counters = mall.counters.map(({ zone, label, agency }) => ({ slug: zone.name, label, agency }))
        countersByPlan.set(plan, counters)
        const rooms = mall.spots.filter((spot) => spot.kind === 'room')
        roomsByMap.set(
          region.map,
          rooms.map(({ zone, name }) => ({ zone: zone.name, name })),
        )
      }
      return counters.map(({ slug, label, agency }): CounterPlace => ({ id: `${region.slug}.${slug}`, region: region.slug, label, agency }))
    },
  })
  return {
    malls,
    roomsOf: (slug) => roomsByMap.get(malls.region(slug)?.map ?? '') ?? [],
    mapOf(slug) {
      const region = malls.region(slug)
      if (region === null) throw new TypeError(`region must be one of the install's, got ${slug}`)
      return { name: region.map, content: mapContent(region.map) }
    },
  }
}
