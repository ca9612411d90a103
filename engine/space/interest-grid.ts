import { createDensity, type DensityCells, densityCellAt } from './density.ts'

export type InterestGridOptions = {
  /** Size of the place in tiles of 1 m. */
  readonly columns: number
  readonly rows: number
  /** Side of a grid cell, metres; default 2. A few people a cell are fast, in a crowd as in an empty hall. */
  readonly cellM?: number
  /** Number of slots, 1 to 65,535. */
  readonly capacity: number
}

/** Who stands where, for the question "who is near". Slots are 0 to capacity - 1; nothing is allocated after creation. */
export type InterestGrid = {
  readonly cellM: number
  readonly cellColumns: number
  readonly cellRows: number
  readonly capacity: number
  /** First slot of each cell's list, -1 for none. */
  readonly heads: Int32Array
  readonly nextSlots: Int32Array
  readonly previousSlots: Int32Array
  /** Cell of each slot, -1 while it is not placed. */
  readonly cellOf: Int32Array
  /** Position of each slot, metres. */
  readonly xs: Float32Array
  readonly zs: Float32Array
  /** Squared distances beside the result that is being built. */
  readonly foundSquares: Float64Array
  readonly density: DensityCells
  /** Density square of each slot, as far as it is placed. */
  readonly densityCellOf: Int32Array
}

export function createInterestGrid(options: InterestGridOptions): InterestGrid {
  const { columns, rows, cellM = 2, capacity } = options
  if (!(Number.isInteger(columns) && columns > 0)) throw new TypeError(`options.columns must be a whole number above 0, got ${columns}`)
  if (!(Number.isInteger(rows) && rows > 0)) throw new TypeError(`options.rows must be a whole number above 0, got ${rows}`)
  if (!(cellM >= 0.5)) throw new TypeError(`options.cellM must be at least 0.5 metres, got ${cellM}`)
  if (!(Number.isInteger(capacity) && capacity >= 1 && capacity <= 0xffff)) {
    throw new TypeError(`options.capacity must be a whole number from 1 to 65535, got ${capacity}`)
  }
  const cellColumns = Math.ceil(columns / cellM)
  const cellRows = Math.ceil(rows / cellM)
  return {
    cellM,
    cellColumns,
    cellRows,
    capacity,
    heads: new Int32Array(cellColumns * cellRows).fill(-1),
    nextSlots: new Int32Array(capacity).fill(-1),
    previousSlots: new Int32Array(capacity).fill(-1),
    cellOf: new Int32Array(capacity).fill(-1),
    xs: new Float32Array(capacity),
    zs: new Float32Array(capacity),
    foundSquares: new Float64Array(capacity),
    density: createDensity(columns, rows),
    densityCellOf: new Int32Array(capacity),
  }
}

/** How crowded each square of 4 m is, always up to date: the same object at every call. */
export const densityCells = (grid: InterestGrid): DensityCells => grid.density

/** Puts the slot at (x, z), metres, or moves it there. Outside the place it is kept in the nearest cell. */
export function place(grid: InterestGrid, slot: number, x: number, z: number): void {
  grid.xs[slot] = x
  grid.zs[slot] = z
  const cell = cellIndex(z, grid.cellM, grid.cellRows) * grid.cellColumns + cellIndex(x, grid.cellM, grid.cellColumns)
  const square = densityCellAt(grid.density, x, z)
  if (grid.cellOf[slot] === cell && grid.densityCellOf[slot] === square) return
  remove(grid, slot)
  grid.densityCellOf[slot] = square
  grid.density.counts[square]++
  const head = grid.heads[cell]
  grid.cellOf[slot] = cell
  grid.nextSlots[slot] = head
  grid.previousSlots[slot] = -1
  if (head >= 0) grid.previousSlots[head] = slot
  grid.heads[cell] = slot
}

/** Takes the slot out; does nothing when it is not placed. */
export function remove(grid: InterestGrid, slot: number): void {
  const cell = grid.cellOf[slot]
  if (cell < 0) return
  grid.density.counts[grid.densityCellOf[slot]]--
  const next = grid.nextSlots[slot]
  const previous = grid.previousSlots[slot]
  if (next >= 0) grid.previousSlots[next] = previous
  if (previous >= 0) grid.nextSlots[previous] = next
  else grid.heads[cell] = next
  grid.cellOf[slot] = -1
}

/** Which row or column of cells a position, metres, falls into; the outermost ones take what lies beyond. */
export function cellIndex(position: number, cellM: number, cells: number): number {
  return Math.min(Math.max(Math.floor(position / cellM), 0), cells - 1)
}
