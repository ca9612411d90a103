import type { SpaceMap, Zone } from './space-map.ts'

/** Which zones touch each tile: those of tile i are `zones[starts[i]]` up to, not including, `zones[starts[i + 1]]`. */
type ZoneIndex = { readonly starts: Uint32Array; readonly zones: Uint16Array }

// Worked out from a map that never changes, and dropped with it: no state that a caller could observe.
const indexes = new WeakMap<SpaceMap, ZoneIndex>()

/**
 * Writes the indices of the zones that contain (x, z), metres, into `out`, lowest first, and returns how many.
 * A zone contains its lower edges but not its upper ones; a point zone contains nothing. What does not fit in `out` is left out.
 */
export function zonesAt(map: SpaceMap, x: number, z: number, out: Uint16Array): number {
  if (!(x >= 0 && x < map.columns && z >= 0 && z < map.rows)) return 0
  const { starts, zones } = indexOf(map)
  const tile = Math.floor(z) * map.columns + Math.floor(x)
  let count = 0
  for (let i = starts[tile]; i < starts[tile + 1] && count < out.length; i++) {
    const zone = map.zones[zones[i]]
    if (x >= zone.x0 && x < zone.x1 && z >= zone.z0 && z < zone.z1) out[count++] = zone.index
  }
  return count
}

/** The zone of that name (and kind, where given); null when there is none. Names are unique within a kind. */
export function zoneByName(map: SpaceMap, name: string, kind?: string): Zone | null {
  return map.zones.find((zone) => zone.name === name && (kind === undefined || zone.kind === kind)) ?? null
}

/** All zones of a kind in file order. Makes a new array: not for a tick. */
export function zonesOfKind(map: SpaceMap, kind: string): Zone[] {
  return map.zones.filter((zone) => zone.kind === kind)
}

function indexOf(map: SpaceMap): ZoneIndex {
  const known = indexes.get(map)
  if (known) return known
  const index = buildIndex(map)
  indexes.set(map, index)
  return index
}

function buildIndex(map: SpaceMap): ZoneIndex {
  const byTile: number[][] = Array.from({ length: map.columns * map.rows }, () => [])
  for (const zone of map.zones) {
    for (let row = Math.floor(zone.z0); row < Math.min(zone.z1, map.rows); row++) {
      for (let column = Math.floor(zone.x0); column < Math.min(zone.x1, map.columns); column++) {
        byTile[row * map.columns + column].push(zone.index)
      }
    }
  }
  const starts = new Uint32Array(byTile.length + 1)
  for (const [tile, zones] of byTile.entries()) starts[tile + 1] = starts[tile] + zones.length
  return { starts, zones: Uint16Array.from(byTile.flat()) }
}
