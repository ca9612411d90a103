import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Catalogue, CounterPlace } from '../../game/api/index.ts'
import { loadMall } from '../../game/mall/index.ts'
import { catalogueFileSchema, regionsFileSchema } from './catalogue-schema.ts'
import { createMalls, type Malls } from './malls.ts'

/** A map file's content, for the world threads. */
export type MapFile = { readonly name: string; readonly content: unknown }

/**
 * Reads `catalogue/regions.json`, the catalogues and the maps of an assets folder. A map is read against its catalogue once, however
 * many regions share the two; what was computed from it is let go again, only the counters stay.
 * @throws TypeError that names the file, MapError or MallError, when an install's data is at fault
 */
export function loadMalls(assetsDir: string): { malls: Malls; mapOf: (region: string) => MapFile } {
  const regions = readChecked(join(assetsDir, 'catalogue', 'regions.json'), regionsFileSchema)
  const catalogueOf = (name: string): Catalogue => readChecked(join(assetsDir, 'catalogue', `${name}.json`), catalogueFileSchema)
  const mapContent = (name: string): unknown => readJson(join(assetsDir, 'maps', `${name}.tmj`))
  const countersByPlan = new Map<string, readonly { slug: string; label: string; agency: string }[]>()

  const malls = createMalls({
    regions,
    catalogueOf,
    countersOf(region) {
      const plan = `${region.map}/${region.catalogue}`
      let counters = countersByPlan.get(plan)
      if (counters === undefined) {
        const mall = loadMall({ region, catalogue: catalogueOf(region.catalogue), map: mapContent(region.map) })
        counters = mall.counters.map(({ zone, label, agency }) => ({ slug: zone.name, label, agency }))
        countersByPlan.set(plan, counters)
      }
      return counters.map(({ slug, label, agency }): CounterPlace => ({ id: `${region.slug}.${slug}`, region: region.slug, label, agency }))
    },
  })
  return {
    malls,
    mapOf(slug) {
      const region = malls.region(slug)
      if (region === null) throw new TypeError(`region must be one of the install's, got ${slug}`)
      return { name: region.map, content: mapContent(region.map) }
    },
  }
}

function readChecked<Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema> {
  const parsed = schema.safeParse(readJson(file))
  if (!parsed.success) throw new TypeError(`${file} cannot be used:\n${z.prettifyError(parsed.error)}`)
  return parsed.data
}

function readJson(file: string): unknown {
  const text = readFileSync(file, 'utf8')
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new TypeError(`${file} must be JSON: ${String(error)}`, { cause: error })
  }
}
