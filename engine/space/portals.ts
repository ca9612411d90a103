import { MapError } from './map-errors.ts'
import type { SpaceMap, Zone } from './space-map.ts'
import { zoneByName, zonesOfKind } from './zones.ts'

/** Ways from one place of a map to another that one does not walk: stairs, a lift. */
export type Portals = {
  readonly count: number
  /** x0, z0, x1, z1 of what one steps into, four for each, metres. */
  readonly areas: Float32Array
  /** x and z of its middle, then x and z of where one comes out, four for each, metres. */
  readonly ends: Float32Array
  /** For each tile, row by row, one more than the first portal that touches it, or 0. */
  readonly byTile: Uint8Array
  readonly columns: number
}

const mostPortals = 64

/**
 * Reads a map's zones of kind `portal`: its property `to` names the zone of kind `landing` in whose middle one comes out.
 * @throws MapError `bad-portal`
 */
export function createPortals(map: SpaceMap): Portals {
  const zones = zonesOfKind(map, 'portal')
  if (zones.length > mostPortals) throw bad(map, zones[mostPortals], `is one more than the ${mostPortals} that a map may have`)
  const areas = new Float32Array(zones.length * 4)
  const ends = new Float32Array(zones.length * 4)
  const byTile = new Uint8Array(map.columns * map.rows)
  zones.forEach((zone, i) => {
    const to = String(zone.properties.to ?? '')
    const landing = zoneByName(map, to, 'landing')
    if (landing === null) throw bad(map, zone, `leads to '${to}', and no zone of kind 'landing' has this name`)
    if (!(zone.x1 > zone.x0 && zone.z1 > zone.z0)) throw bad(map, zone, 'is a point: nobody can step into it')
    areas.set([zone.x0, zone.z0, zone.x1, zone.z1], i * 4)
    ends.set([(zone.x0 + zone.x1) / 2, (zone.z0 + zone.z1) / 2, (landing.x0 + landing.x1) / 2, (landing.z0 + landing.z1) / 2], i * 4)
    for (let row = Math.floor(zone.z0); row < zone.z1; row++) {
      for (let column = Math.floor(zone.x0); column < zone.x1; column++) {
        const tile = row * map.columns + column
        if (byTile[tile] !== 0) throw bad(map, zone, `shares tile ${column}, ${row} with another portal`)
        byTile[tile] = i + 1
      }
    }
  })
  const portals = { count: zones.length, areas, ends, byTile, columns: map.columns }
  zones.forEach((zone, i) => {
    // One would go back and forth for ever.
    if (portalAt(portals, ends[i * 4 + 2], ends[i * 4 + 3]) >= 0) throw bad(map, zone, 'leads into a portal')
  })
  return portals
}

/** The portal that holds (x, z), metres: its lower edges, not its upper ones; -1 for none. */
export function portalAt({ areas, byTile, columns, count }: Portals, x: number, z: number): number {
  if (count === 0 || !(x >= 0 && x < columns && z >= 0)) return -1
  const portal = (byTile[Math.floor(z) * columns + Math.floor(x)] ?? 0) - 1
  if (portal < 0) return -1
  const at = portal * 4
  return x >= areas[at] && z >= areas[at + 1] && x < areas[at + 2] && z < areas[at + 3] ? portal : -1
}

/** Whether a path's two points, x and z in metres, are the middle of a portal and where that leads: one does not walk between them. */
export function isHop(portals: Portals, x: number, z: number, nextX: number, nextZ: number): boolean {
  const portal = portalAt(portals, x, z)
  if (portal < 0) return false
  const { ends } = portals
  const at = portal * 4
  return ends[at] === x && ends[at + 1] === z && ends[at + 2] === nextX && ends[at + 3] === nextZ
}

function bad(map: SpaceMap, zone: Zone, what: string): MapError {
  return new MapError('bad-portal', `Map '${map.name}': portal '${zone.name}' ${what}`, { zone: zone.name })
}
