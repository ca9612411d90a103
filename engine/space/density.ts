/** How many people stand in each square of 4 m. Rows follow each other; what stands outside the place counts in the nearest square. */
export type DensityCells = {
  readonly columns: number
  readonly rows: number
  /** Side of a square, metres. */
  readonly cellM: number
  /** People per square, `columns` × `rows`. Read it, do not write or keep it: it is the grid's own and changes with every move. */
  readonly counts: Uint16Array
}

/** Fine enough to tell a queue from the aisle beside it, coarse enough that a mall is a few hundred bytes. */
const densityCellM = 4

/** Squares for a place of `columns` × `rows` metres. */
export function createDensity(columns: number, rows: number): DensityCells {
  const [across, down] = [Math.ceil(columns / densityCellM), Math.ceil(rows / densityCellM)]
  return { columns: across, rows: down, cellM: densityCellM, counts: new Uint16Array(across * down) }
}

/** The square of (x, z), metres. */
export function densityCellAt({ columns, rows, cellM }: DensityCells, x: number, z: number): number {
  const column = Math.min(Math.max(Math.floor(x / cellM), 0), columns - 1)
  const row = Math.min(Math.max(Math.floor(z / cellM), 0), rows - 1)
  return row * columns + column
}
