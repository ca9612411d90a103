import type { SpaceMap } from './space-map.ts'

/** A map's solids by tile, for exact questions about a disc of one radius. */
export type SolidField = {
  readonly columns: number
  readonly rows: number
  readonly radiusM: number
  /** x0, z0, x1, z1 of each solid, metres. */
  readonly boxes: Float64Array
  /** Solids near tile i: `items[starts[i]]` up to, not including, `items[starts[i + 1]]`. */
  readonly starts: Uint32Array
  readonly items: Uint32Array
  /**
   * Where a way begins, x and z, where it ends, and the radius of what moves, metres. Numbers with a fraction become garbage when they are
   * handed from one function to another, and there are a hundred questions to a path.
   */
  readonly question: Float64Array
}

/** A solid is listed a little beyond the radius, so that rounding at a tile's edge never loses one. */
const marginM = 0.01

export function createSolidField(map: SpaceMap, radiusM: number): SolidField {
  const { columns, rows, solids } = map
  const byTile: number[][] = Array.from({ length: columns * rows }, () => [])
  const boxes = new Float64Array(solids.length * 4)
  const reach = radiusM + marginM
  for (const [index, { x0, z0, x1, z1 }] of solids.entries()) {
    boxes.set([x0, z0, x1, z1], index * 4)
    const lastRow = Math.min(Math.floor(z1 + reach), rows - 1)
    const lastColumn = Math.min(Math.floor(x1 + reach), columns - 1)
    for (let row = Math.max(Math.floor(z0 - reach), 0); row <= lastRow; row++) {
      for (let column = Math.max(Math.floor(x0 - reach), 0); column <= lastColumn; column++) {
        byTile[row * columns + column].push(index)
      }
    }
  }
  const starts = new Uint32Array(byTile.length + 1)
  for (const [tile, items] of byTile.entries()) starts[tile + 1] = starts[tile] + items.length
  return { columns, rows, radiusM, boxes, starts, items: Uint32Array.from(byTile.flat()), question: new Float64Array(5) }
}

/** Whether a disc centred at (x, z) touches neither a solid nor the border. */
export function isPointFree(field: SolidField, x: number, z: number): boolean {
  askFrom(field, x, z)
  field.question[2] = x
  field.question[3] = z
  return isWayFree(field)
}

/** Begins questions about straight ways from (x, z), metres, for a disc of the field's radius or, narrow, of half of it. */
export function askFrom({ question, radiusM }: SolidField, x: number, z: number, isNarrow = false): void {
  question[0] = x
  question[1] = z
  question[4] = isNarrow ? radiusM / 2 : radiusM
}

/** Whether the disc can move straight from where `askFrom` said to the point { x, z }, metres, without touching a solid or the border. */
export function isWayFreeTo(field: SolidField, point: Float64Array): boolean {
  field.question[2] = point[0]
  field.question[3] = point[1]
  return isWayFree(field)
}

/** The same for an end that the caller wrote into `question[2]` and `question[3]`. */
export function isWayFree({ columns, rows, boxes, starts, items, question }: SolidField): boolean {
  const ax = question[0]
  const az = question[1]
  const bx = question[2]
  const bz = question[3]
  const discM = question[4]
  if (!(Math.min(ax, az, bx, bz) >= discM && Math.max(ax, bx) <= columns - discM && Math.max(az, bz) <= rows - discM)) return false
  const firstRow = Math.floor(Math.min(az, bz))
  const lastRow = Math.floor(Math.max(az, bz))
  const slope = az === bz ? 0 : (bx - ax) / (bz - az)
  for (let row = firstRow; row <= lastRow; row++) {
    // The stretch of the segment that lies in this row of tiles.
    const fromX = az === bz ? ax : ax + (Math.min(Math.max(az, row), row + 1) - az) * slope
    const toX = az === bz ? bx : ax + (Math.min(Math.max(bz, row), row + 1) - az) * slope
    const lastColumn = Math.min(Math.floor(Math.max(fromX, toX)), columns - 1)
    for (let column = Math.max(Math.floor(Math.min(fromX, toX)), 0); column <= lastColumn; column++) {
      const tile = row * columns + column
      for (let i = starts[tile]; i < starts[tile + 1]; i++) {
        if (isTouched(boxes, items[i] * 4, question)) return false
      }
    }
  }
  return true
}

/** A segment and a box that are apart are nearest at an end of the segment or at a corner of the box. */
function isTouched(boxes: Float64Array, at: number, question: Float64Array): boolean {
  const x0 = boxes[at]
  const z0 = boxes[at + 1]
  const x1 = boxes[at + 2]
  const z1 = boxes[at + 3]
  const ax = question[0]
  const az = question[1]
  const bx = question[2]
  const bz = question[3]
  const discM = question[4]
  if (Math.max(ax, bx) <= x0 - discM || Math.min(ax, bx) >= x1 + discM) return false
  if (Math.max(az, bz) <= z0 - discM || Math.min(az, bz) >= z1 + discM) return false
  const square = discM * discM
  const fromA = Math.max(x0 - ax, ax - x1, 0)
  const fromAz = Math.max(z0 - az, az - z1, 0)
  if (fromA * fromA + fromAz * fromAz < square) return true
  const fromB = Math.max(x0 - bx, bx - x1, 0)
  const fromBz = Math.max(z0 - bz, bz - z1, 0)
  if (fromB * fromB + fromBz * fromBz < square) return true
  const alongX = bx - ax
  const alongZ = bz - az
  const length = alongX * alongX + alongZ * alongZ
  for (let corner = 0; corner < 4; corner++) {
    const x = (corner & 1) === 0 ? x0 : x1
    const z = (corner & 2) === 0 ? z0 : z1
    const t = length === 0 ? 0 : Math.min(Math.max(((x - ax) * alongX + (z - az) * alongZ) / length, 0), 1)
    const awayX = x - (ax + t * alongX)
    const awayZ = z - (az + t * alongZ)
    if (awayX * awayX + awayZ * awayZ < square) return true
  }
  return isCrossed(boxes, at, question)
}

/** Slab test: the share of the segment inside the box's x range and that inside its z range meet. */
function isCrossed(boxes: Float64Array, at: number, question: Float64Array): boolean {
  let enter = 0
  let leave = 1
  for (let axis = 0; axis < 2; axis++) {
    const from = question[axis]
    const to = question[axis + 2]
    const low = boxes[at + axis]
    const high = boxes[at + axis + 2]
    if (from === to) {
      if (from < low || from > high) return false
    } else {
      enter = Math.max(enter, Math.min((low - from) / (to - from), (high - from) / (to - from)))
      leave = Math.min(leave, Math.max((low - from) / (to - from), (high - from) / (to - from)))
    }
  }
  return enter <= leave
}
