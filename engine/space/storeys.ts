import type { SpaceMap } from './space-map.ts'
import { zonesOfKind } from './zones.ts'

/**
 * The storeys of a map. They lie side by side on one plane, each a zone of kind `storey`, and portals join them: whoever is in one neither
 * sees nor is seen from another.
 */
export type Storeys = {
  /** One more than the map's storeys: 0 is what lies in none. */
  readonly count: number
  readonly columns: number
  readonly rows: number
  /** For each tile, row by row, its storey. */
  readonly byTile: Uint8Array
}

/** A tile belongs to the first storey in the file's order that holds its middle. */
export function createStoreys(map: SpaceMap): Storeys {
  const { columns, rows } = map
  const zones = zonesOfKind(map, 'storey').slice(0, 255)
  const byTile = new Uint8Array(columns * rows)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const x = column + 0.5
      const z = row + 0.5
      byTile[row * columns + column] = 1 + zones.findIndex((zone) => x >= zone.x0 && x < zone.x1 && z >= zone.z0 && z < zone.z1)
    }
  }
  return { count: zones.length + 1, columns, rows, byTile }
}

/** The storey at (x, z), metres; 0 for none and off the map. */
export function storeyAt({ byTile, columns, rows }: Storeys, x: number, z: number): number {
  if (!(x >= 0 && x < columns && z >= 0 && z < rows)) return 0
  return byTile[Math.floor(z) * columns + Math.floor(x)]
}
