import type { PhysicsOptions } from './physics-port.ts'
import { skinM, stepHeightM } from './walking.ts'

/** Where a body on the floor meets nothing but floor and walls, whatever it wishes. */
export type FlatGround = {
  readonly columns: number
  readonly rows: number
  /** Per tile of 1 m, row by row: 1 where nothing low is within reach. */
  readonly tiles: Uint8Array
}

/** Longer wishes than this are not told of here, metres. */
export const longestWishM = 1
/** What lies lower than a step and this, metres, or lower than where the body is widest, could lift a body. */
const marginM = 0.04

/** Looks once where the map has something that could be stepped on or rolled over. Worked out of the map alone, so the same everywhere. */
export function createFlatGround({ columns, rows, solids, radiusM }: PhysicsOptions): FlatGround {
  const tiles = new Uint8Array(columns * rows).fill(1)
  const lowM = Math.max(stepHeightM, radiusM + skinM) + marginM
  const reachM = radiusM + skinM + longestWishM + marginM
  for (const { x0, z0, x1, z1, heightM } of solids) {
    if (heightM >= lowM) continue
    const firstColumn = Math.max(Math.floor(x0 - reachM), 0)
    const lastColumn = Math.min(Math.floor(x1 + reachM), columns - 1)
    const lastRow = Math.min(Math.floor(z1 + reachM), rows - 1)
    for (let row = Math.max(Math.floor(z0 - reachM), 0); row <= lastRow; row++) {
      for (let column = firstColumn; column <= lastColumn; column++) tiles[row * columns + column] = 0
    }
  }
  return { columns, rows, tiles }
}

/** Whether the place at x, y, z, metres, is on the map and has nothing low near it. */
export function isFlatAt({ columns, rows, tiles }: FlatGround, place: Float64Array): boolean {
  const x = place[0]
  const z = place[2]
  return x >= 0 && z >= 0 && x < columns && z < rows && tiles[Math.floor(z) * columns + Math.floor(x)] === 1
}
