import type { SolidBox, SpaceMap } from './space-map.ts'

/** How much free space there is around each place of a map. */
export type Clearance = {
  /** Side of a cell, metres. */
  readonly cellM: number
  /** Number of cells. */
  readonly columns: number
  readonly rows: number
  /** Per cell, row by row: no point of the cell is nearer than this to a solid or to the border, metres; at most `clearanceCapM`. */
  readonly distanceM: Float32Array
}

const cellM = 0.25
/** Space beyond this is not measured, metres. */
export const clearanceCapM = 2

/**
 * Measures the map once. Only + - * / and sqrt on numbers from the file, so every machine computes the same bits
 * and both ends may take the same shortcut from it. Solids of every height count.
 */
export function createClearance(map: SpaceMap): Clearance {
  const columns = map.columns / cellM
  const rows = map.rows / cellM
  const distanceM = new Float32Array(columns * rows)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const border = Math.min(column, row, columns - 1 - column, rows - 1 - row) * cellM
      distanceM[row * columns + column] = Math.min(border, clearanceCapM)
    }
  }
  const clearance = { cellM, columns, rows, distanceM }
  for (const solid of map.solids) lowerAround(clearance, solid)
  return clearance
}

/** A lower bound of the distance, metres, from (x, z) to the nearest solid or border: 0 where unknown, as outside the map. */
export function clearanceAt(clearance: Clearance, x: number, z: number): number {
  const column = Math.floor(x / clearance.cellM)
  const row = Math.floor(z / clearance.cellM)
  if (!(column >= 0 && column < clearance.columns && row >= 0 && row < clearance.rows)) return 0
  return clearance.distanceM[row * clearance.columns + column]
}

function lowerAround({ columns, rows, distanceM }: Clearance, solid: SolidBox): void {
  const firstColumn = Math.max(Math.floor((solid.x0 - clearanceCapM) / cellM), 0)
  const lastColumn = Math.min(Math.floor((solid.x1 + clearanceCapM) / cellM), columns - 1)
  const firstRow = Math.max(Math.floor((solid.z0 - clearanceCapM) / cellM), 0)
  const lastRow = Math.min(Math.floor((solid.z1 + clearanceCapM) / cellM), rows - 1)
  for (let row = firstRow; row <= lastRow; row++) {
    const awayZ = Math.max(solid.z0 - (row + 1) * cellM, row * cellM - solid.z1, 0)
    for (let column = firstColumn; column <= lastColumn; column++) {
      const awayX = Math.max(solid.x0 - (column + 1) * cellM, column * cellM - solid.x1, 0)
      const distance = roundDown(Math.sqrt(awayX * awayX + awayZ * awayZ))
      const cell = row * columns + column
      if (distance < distanceM[cell]) distanceM[cell] = distance
    }
  }
}

/** The float32 at or just below the value: rounding up would make the bound a lie. */
function roundDown(value: number): number {
  const rounded = Math.fround(value)
  return rounded <= value ? rounded : Math.fround(value - value / 4194304)
}
