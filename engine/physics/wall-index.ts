import { mergeBoxes } from './plan.ts'
import type { PhysicsOptions } from './physics-port.ts'

/** The walls of a place by tile, to check with plain arithmetic where a body has come to. */
export type WallIndex = {
  readonly columns: number
  readonly rows: number
  /** A body that stands nearer to a wall than this is in it, metres: the radius without what rounding takes. */
  readonly leastM: number
  /** x0, z0, x1, z1 of each box, metres. */
  readonly boxes: Float64Array
  /** Boxes near tile i: `items[starts[i]]` up to, not including, `items[starts[i + 1]]`. */
  readonly starts: Uint32Array
  readonly items: Uint32Array
}

const roundingM = 0.001

export function createWallIndex({ columns, rows, solids, radiusM }: PhysicsOptions): WallIndex {
  const walls = mergeBoxes(solids)
  const boxes = Float64Array.from(walls.flatMap(({ x0, z0, x1, z1 }) => [x0, z0, x1, z1]))
  const byTile: number[][] = Array.from({ length: columns * rows }, () => [])
  for (const [index, { x0, z0, x1, z1 }] of walls.entries()) {
    const lastRow = Math.min(Math.floor(z1 + radiusM), rows - 1)
    const lastColumn = Math.min(Math.floor(x1 + radiusM), columns - 1)
    for (let row = Math.max(Math.floor(z0 - radiusM), 0); row <= lastRow; row++) {
      for (let column = Math.max(Math.floor(x0 - radiusM), 0); column <= lastColumn; column++) byTile[row * columns + column].push(index)
    }
  }
  const starts = new Uint32Array(byTile.length + 1)
  for (const [tile, items] of byTile.entries()) starts[tile + 1] = starts[tile] + items.length
  return { columns, rows, leastM: radiusM - roundingM, boxes, starts, items: Uint32Array.from(byTile.flat()) }
}

/** Whether a body at place[0], place[2], metres, is in a wall or over the border. */
export function isInWall({ columns, rows, leastM, boxes, starts, items }: WallIndex, place: Float32Array): boolean {
  const x = place[0]
  const z = place[2]
  if (!(x >= leastM && z >= leastM && x <= columns - leastM && z <= rows - leastM)) return true
  const tile = Math.floor(z) * columns + Math.floor(x)
  for (let i = starts[tile]; i < starts[tile + 1]; i++) {
    const at = items[i] * 4
    const awayX = Math.max(boxes[at] - x, x - boxes[at + 2], 0)
    const awayZ = Math.max(boxes[at + 1] - z, z - boxes[at + 3], 0)
    if (awayX * awayX + awayZ * awayZ < leastM * leastM) return true
  }
  return false
}
