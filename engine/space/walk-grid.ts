import { type Clearance, clearanceAt } from './clearance.ts'
import { createSolidField, isPointFree, isSegmentFree, type SolidField } from './solid-field.ts'
import type { SpaceMap } from './space-map.ts'

/** Where the middle of a disc may be, as cells joined by free straight steps. */
export type WalkGrid = {
  readonly field: SolidField
  readonly columns: number
  readonly rows: number
  /** Bit d is set when the step in direction d (see `stepColumns`) is free. A cell without a bit is blocked or alone. */
  readonly steps: Uint8Array
  /** 0 for a blocked cell; two cells with the same number can be walked between. */
  readonly regions: Int32Array
}

/** Side of a cell, metres: fine enough that a passage of one tile, or three quarters of one, has a cell in its middle. */
export const walkCellM = 0.25
/** The eight directions, east first, then towards south; d and d + 4 are opposite, odd ones diagonal. */
export const stepColumns = [1, 1, 0, -1, -1, -1, 0, 1] as const
export const stepRows = [0, 1, 1, 1, 0, -1, -1, -1] as const

/** With this much more space than the radius a cell's steps need no test: no point of a step is further from its middle. */
const openM = 0.36

export function createWalkGrid(map: SpaceMap, clearance: Clearance, radiusM: number): WalkGrid {
  const columns = map.columns / walkCellM
  const rows = map.rows / walkCellM
  const field = createSolidField(map, radiusM)
  const steps = new Uint8Array(columns * rows)
  const regions = new Int32Array(columns * rows)
  const grid = { field, columns, rows, steps, regions }
  const spaceAt = (cell: number): number => clearanceAt(clearance, cellX(grid, cell), cellZ(grid, cell))
  for (let cell = 0; cell < regions.length; cell++) {
    if (spaceAt(cell) >= radiusM || isPointFree(field, cellX(grid, cell), cellZ(grid, cell))) regions[cell] = -1
  }
  for (let cell = 0; cell < regions.length; cell++) {
    if (regions[cell] !== 0) joinOnward(grid, cell, spaceAt(cell) >= radiusM + openM)
  }
  numberRegions(grid)
  return grid
}

/** Middle of a cell, metres. */
export const cellX = (grid: WalkGrid, cell: number): number => ((cell % grid.columns) + 0.5) * walkCellM
export const cellZ = (grid: WalkGrid, cell: number): number => (Math.floor(cell / grid.columns) + 0.5) * walkCellM

/** The cell one step from `cell` in direction d; -1 outside the map. */
export function neighbourOf(grid: WalkGrid, cell: number, direction: number): number {
  const column = (cell % grid.columns) + stepColumns[direction]
  const row = Math.floor(cell / grid.columns) + stepRows[direction]
  return column >= 0 && column < grid.columns && row >= 0 && row < grid.rows ? row * grid.columns + column : -1
}

/** Joins the cell to its four neighbours onward where the whole step keeps the radius clear, so no step cuts a corner. */
function joinOnward(grid: WalkGrid, cell: number, isOpen: boolean): void {
  for (let direction = 0; direction < 4; direction++) {
    const other = neighbourOf(grid, cell, direction)
    if (other < 0 || grid.regions[other] === 0) continue
    const isFree = isOpen || isSegmentFree(grid.field, cellX(grid, cell), cellZ(grid, cell), cellX(grid, other), cellZ(grid, other))
    if (!isFree) continue
    grid.steps[cell] |= 1 << direction
    grid.steps[other] |= 1 << (direction + 4)
  }
}

function numberRegions(grid: WalkGrid): void {
  const { regions, steps } = grid
  const open: number[] = []
  let region = 0
  for (let start = 0; start < regions.length; start++) {
    if (regions[start] !== -1) continue
    regions[start] = ++region
    open.push(start)
    for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
      for (let direction = 0; direction < 8; direction++) {
        if ((steps[cell] & (1 << direction)) === 0) continue
        const other = neighbourOf(grid, cell, direction)
        if (regions[other] !== -1) continue
        regions[other] = region
        open.push(other)
      }
    }
  }
}

/**
 * The cell from whose middle a disc can move straight to the free point (x, z): the nearest of the 25 around it,
 * at equal distance the lower index; -1 when there is none.
 */
export function attach(grid: WalkGrid, x: number, z: number): number {
  const middleColumn = Math.floor(x / walkCellM)
  const middleRow = Math.floor(z / walkCellM)
  let best = -1
  let bestSquare = Number.POSITIVE_INFINITY
  for (let row = Math.max(middleRow - 2, 0); row <= Math.min(middleRow + 2, grid.rows - 1); row++) {
    for (let column = Math.max(middleColumn - 2, 0); column <= Math.min(middleColumn + 2, grid.columns - 1); column++) {
      const cell = row * grid.columns + column
      if (grid.regions[cell] === 0) continue
      const square = squareTo(grid, cell, x, z)
      if (square >= bestSquare || !isSegmentFree(grid.field, cellX(grid, cell), cellZ(grid, cell), x, z)) continue
      best = cell
      bestSquare = square
    }
  }
  return best
}

/** The free cell nearest to (x, z), of one region or, with 0, of any; at equal distance the lower index; -1 when there is none. */
export function nearestCell(grid: WalkGrid, x: number, z: number, region: number): number {
  const insideX = Math.min(Math.max(x, 0), grid.columns * walkCellM)
  const insideZ = Math.min(Math.max(z, 0), grid.rows * walkCellM)
  const middleColumn = Math.min(Math.floor(insideX / walkCellM), grid.columns - 1)
  const middleRow = Math.min(Math.floor(insideZ / walkCellM), grid.rows - 1)
  let best = -1
  let bestSquare = Number.POSITIVE_INFINITY
  const lastRing = Math.max(grid.columns, grid.rows)
  for (let ring = 0; ring <= lastRing; ring++) {
    // No cell of this ring is nearer than this.
    const least = Math.max(ring - 0.5, 0) * walkCellM
    if (least * least > bestSquare) break
    for (let row = middleRow - ring; row <= middleRow + ring; row++) {
      if (row < 0 || row >= grid.rows) continue
      const stride = ring === 0 || row === middleRow - ring || row === middleRow + ring ? 1 : 2 * ring
      for (let column = middleColumn - ring; column <= middleColumn + ring; column += stride) {
        if (column < 0 || column >= grid.columns) continue
        const cell = row * grid.columns + column
        if (grid.regions[cell] === 0 || (region !== 0 && grid.regions[cell] !== region)) continue
        const square = squareTo(grid, cell, insideX, insideZ)
        if (square > bestSquare || (square === bestSquare && cell > best)) continue
        best = cell
        bestSquare = square
      }
    }
  }
  return best
}

function squareTo(grid: WalkGrid, cell: number, x: number, z: number): number {
  const awayX = cellX(grid, cell) - x
  const awayZ = cellZ(grid, cell) - z
  return awayX * awayX + awayZ * awayZ
}
