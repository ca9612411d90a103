import { hashFloat, hashStart, hashWord, pathRadiusM } from '../core/index.ts'
import {
  type Clearance,
  createClearance,
  createNavigation,
  createStoreys,
  type Navigation,
  parseTiledMap,
  type Portals,
  type SpaceMap,
  type Storeys,
} from '../space/index.ts'

/** A map and what is computed from it once; shared by every simulation of the same map in a thread. Immutable. */
export type Place = {
  readonly map: SpaceMap
  readonly clearance: Clearance
  readonly navigation: Navigation
  readonly storeys: Storeys
  /** Both ends of a connection must have the same number, or their predictions would part. */
  readonly hash: number
}

/** Computes clearance and navigation of a parsed map. */
export function createPlace(map: SpaceMap): Place {
  const clearance = createClearance(map)
  const navigation = createNavigation(map, clearance, { radiusM: pathRadiusM })
  return { map, clearance, navigation, storeys: createStoreys(map), hash: hashOf(map, navigation.portals) }
}

/** Reads a Tiled map and computes what walking needs. @throws MapError as parseTiledMap does. */
export function loadPlace(source: unknown): Place {
  return createPlace(parseTiledMap(source))
}

function hashOf(map: SpaceMap, { ends, areas }: Portals): number {
  let hash = hashWord(hashWord(hashStart, map.columns), map.rows)
  for (const box of map.solids) {
    for (const value of [box.x0, box.z0, box.x1, box.z1, box.heightM]) hash = hashFloat(hash, value)
  }
  for (const value of [...areas, ...ends]) hash = hashFloat(hash, value)
  return hash
}
