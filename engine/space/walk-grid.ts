import { type Clearance, clearanceAt } from './clearance.ts'
import { askFrom, createSolidField, isPointFree, isWayFree, type SolidField } from './solid-field.ts'
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

/** Whether the disc can move straight to the middle of the cell, from where `askFrom` said. */
export function isWayFreeToCell(grid: WalkGrid, cell: number): boolean {
  grid.field.question[2] = cellX(grid, cell)
  grid.field.question[3] = cellZ(grid, cell)
  return isWayFree(grid.field)
}

/** Joins the cell to its four neighbours onward where the whole step keeps the radius clear, so no step cuts a corner. */
function joinOnward(grid: WalkGrid, cell: number, isOpen: boolean): void {
  askFrom(grid.field, cellX(grid, cell), cellZ(grid, cell))
  for (let direction = 0; direction < 4; direction++) {
    const other = neighbourOf(grid, cell, direction)
    if (other < 0 || grid.regions[other] === 0) continue
    if (!isOpen && !isWayFreeToCell(grid, other)) continue
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
