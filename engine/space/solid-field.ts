import type { SolidBox, SpaceMap } from './space-map.ts'

/** A map's solids by tile, for exact questions about a disc of one radius. */
export type SolidField = {
  readonly columns: number
  readonly rows: number
  readonly radiusM: number
  readonly solids: readonly SolidBox[]
  /** Solids near tile i: `items[starts[i]]` up to, not including, `items[starts[i + 1]]`. */
  readonly starts: Uint32Array
  readonly items: Uint32Array
}

/** A solid is listed a little beyond the radius, so that rounding at a tile's edge never loses one. */
const marginM = 0.01

export function createSolidField(map: SpaceMap, radiusM: number): SolidField {
  const { columns, rows, solids } = map
  const byTile: number[][] = Array.from({ length: columns * rows }, () => [])
  const reach = radiusM + marginM
  for (const [index, solid] of solids.entries()) {
    const lastRow = Math.min(Math.floor(solid.z1 + reach), rows - 1)
    const lastColumn = Math.min(Math.floor(solid.x1 + reach), columns - 1)
    for (let row = Math.max(Math.floor(solid.z0 - reach), 0); row <= lastRow; row++) {
      for (let column = Math.max(Math.floor(solid.x0 - reach), 0); column <= lastColumn; column++) {
        byTile[row * columns + column].push(index)
      }
    }
  }
  const starts = new Uint32Array(byTile.length + 1)
  for (const [tile, items] of byTile.entries()) starts[tile + 1] = starts[tile] + items.length
  return { columns, rows, radiusM, solids, starts, items: Uint32Array.from(byTile.flat()) }
}

/** Whether a disc centred at (x, z) touches neither a solid nor the border. */
export function isPointFree(field: SolidField, x: number, z: number): boolean {
  if (!isInside(field, x, z)) return false
  const tile = Math.floor(z) * field.columns + Math.floor(x)
  const square = field.radiusM * field.radiusM
  for (let i = field.starts[tile]; i < field.starts[tile + 1]; i++) {
    if (squareToBox(field.solids[field.items[i]], x, z) < square) return false
  }
  return true
}

/** Whether a disc can move in a straight line from a to b without touching a solid or the border. */
export function isSegmentFree(field: SolidField, ax: number, az: number, bx: number, bz: number): boolean {
  if (!(isInside(field, ax, az) && isInside(field, bx, bz))) return false
  const firstRow = Math.floor(Math.min(az, bz))
  const lastRow = Math.floor(Math.max(az, bz))
  const slope = az === bz ? 0 : (bx - ax) / (bz - az)
  for (let row = firstRow; row <= lastRow; row++) {
    // The stretch of the segment that lies in this row of tiles.
    const fromZ = Math.min(Math.max(az, row), row + 1)
    const toZ = Math.min(Math.max(bz, row), row + 1)
    const fromX = az === bz ? ax : ax + (fromZ - az) * slope
    const toX = az === bz ? bx : ax + (toZ - az) * slope
    const lastColumn = Math.min(Math.floor(Math.max(fromX, toX)), field.columns - 1)
    for (let column = Math.max(Math.floor(Math.min(fromX, toX)), 0); column <= lastColumn; column++) {
      const tile = row * field.columns + column
      for (let i = field.starts[tile]; i < field.starts[tile + 1]; i++) {
        if (sweptDiscTouches(field.solids[field.items[i]], field.radiusM, ax, az, bx, bz)) return false
      }
    }
  }
  return true
}

function isInside({ columns, rows, radiusM }: SolidField, x: number, z: number): boolean {
  return x >= radiusM && x <= columns - radiusM && z >= radiusM && z <= rows - radiusM
}

function squareToBox(box: SolidBox, x: number, z: number): number {
  const awayX = Math.max(box.x0 - x, x - box.x1, 0)
  const awayZ = Math.max(box.z0 - z, z - box.z1, 0)
  return awayX * awayX + awayZ * awayZ
}

/** A segment and a box that are apart are nearest at an end of the segment or at a corner of the box. */
function sweptDiscTouches(box: SolidBox, radiusM: number, ax: number, az: number, bx: number, bz: number): boolean {
  if (Math.max(ax, bx) <= box.x0 - radiusM || Math.min(ax, bx) >= box.x1 + radiusM) return false
  if (Math.max(az, bz) <= box.z0 - radiusM || Math.min(az, bz) >= box.z1 + radiusM) return false
  const square = radiusM * radiusM
  if (squareToBox(box, ax, az) < square || squareToBox(box, bx, bz) < square) return true
  if (squareToSegment(box.x0, box.z0, ax, az, bx, bz) < square || squareToSegment(box.x1, box.z0, ax, az, bx, bz) < square) return true
  if (squareToSegment(box.x0, box.z1, ax, az, bx, bz) < square || squareToSegment(box.x1, box.z1, ax, az, bx, bz) < square) return true
  return crosses(box, ax, az, bx, bz)
}

function squareToSegment(x: number, z: number, ax: number, az: number, bx: number, bz: number): number {
  const alongX = bx - ax
  const alongZ = bz - az
  const length = alongX * alongX + alongZ * alongZ
  const t = length === 0 ? 0 : Math.min(Math.max(((x - ax) * alongX + (z - az) * alongZ) / length, 0), 1)
  const awayX = x - (ax + t * alongX)
  const awayZ = z - (az + t * alongZ)
  return awayX * awayX + awayZ * awayZ
}

/** Slab test: the share of the segment inside the box's x range and that inside its z range meet. */
function crosses(box: SolidBox, ax: number, az: number, bx: number, bz: number): boolean {
  let enter = 0
  let leave = 1
  if (ax !== bx) {
    const t0 = (box.x0 - ax) / (bx - ax)
    const t1 = (box.x1 - ax) / (bx - ax)
    enter = Math.max(enter, Math.min(t0, t1))
    leave = Math.min(leave, Math.max(t0, t1))
  } else if (ax < box.x0 || ax > box.x1) return false
  if (az !== bz) {
    const t0 = (box.z0 - az) / (bz - az)
    const t1 = (box.z1 - az) / (bz - az)
    enter = Math.max(enter, Math.min(t0, t1))
    leave = Math.min(leave, Math.max(t0, t1))
  } else if (az < box.z0 || az > box.z1) return false
  return enter <= leave
}
