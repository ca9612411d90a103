import { cellX, cellZ, isWayFreeToCell, type WalkGrid, walkCellM } from './walk-grid.ts'

/** Rings of cells in which a body looks for a way out of a tight place: 2 m. */
const ringsInSight = 8

/**
 * The cell from whose middle a disc can move straight to the free point that `askFrom` set: the nearest of the 25 around it,
 * at equal distance the lower index; -1 when there is none.
 */
export function attach(grid: WalkGrid): number {
  const { question } = grid.field
  const middleColumn = Math.floor(question[0] / walkCellM)
  const middleRow = Math.floor(question[1] / walkCellM)
  let best = -1
  let bestSquare = Number.POSITIVE_INFINITY
  for (let row = Math.max(middleRow - 2, 0); row <= Math.min(middleRow + 2, grid.rows - 1); row++) {
    for (let column = Math.max(middleColumn - 2, 0); column <= Math.min(middleColumn + 2, grid.columns - 1); column++) {
      const cell = row * grid.columns + column
      if (grid.regions[cell] === 0) continue
      const square = squareTo(grid, cell)
      if (square >= bestSquare || !isWayFreeToCell(grid, cell)) continue
      best = cell
      bestSquare = square
    }
  }
  return best
}

/** The cell of the region that lies nearest to the point that `askFrom` set, whatever is between them. */
export const nearestOfRegion = (grid: WalkGrid, region: number): number => nearestCell(grid, region, false)

/**
 * Where a body goes first that stands closer to something solid than the radius, at the point that `askFrom` set narrowly: the nearest free
 * cell, not behind a wall if there is one on this side; -1 when the map has no free cell.
 */
export function nearestWayOut(grid: WalkGrid): number {
  const seen = nearestCell(grid, 0, true)
  return seen >= 0 ? seen : nearestCell(grid, 0, false)
}

/**
 * The nearest free cell, of one region or, with 0, of any; at equal distance the lower index; -1 when there is none. In sight only: near
 * cells to which the disc that was asked for can move straight.
 */
function nearestCell(grid: WalkGrid, region: number, isInSight: boolean): number {
  const { columns, rows, regions } = grid
  const { question } = grid.field
  // From off the map: as from the nearest point on it.
  question[0] = Math.min(Math.max(question[0], 0), columns * walkCellM)
  question[1] = Math.min(Math.max(question[1], 0), rows * walkCellM)
  const middleColumn = Math.min(Math.floor(question[0] / walkCellM), columns - 1)
  const middleRow = Math.min(Math.floor(question[1] / walkCellM), rows - 1)
  let best = -1
  let bestSquare = Number.POSITIVE_INFINITY
  const lastRing = isInSight ? ringsInSight : Math.max(columns, rows)
  for (let ring = 0; ring <= lastRing; ring++) {
    // No cell of this ring is nearer than this.
    const least = Math.max(ring - 0.5, 0) * walkCellM
    if (least * least > bestSquare) break
    for (let row = Math.max(middleRow - ring, 0); row <= Math.min(middleRow + ring, rows - 1); row++) {
      const stride = ring === 0 || row === middleRow - ring || row === middleRow + ring ? 1 : 2 * ring
      for (let column = middleColumn - ring; column <= middleColumn + ring; column += stride) {
        if (column < 0 || column >= columns) continue
        const cell = row * columns + column
        if (regions[cell] === 0 || (region !== 0 && regions[cell] !== region)) continue
        const square = squareTo(grid, cell)
        if (square > bestSquare || (square === bestSquare && cell > best)) continue
        if (isInSight && !isWayFreeToCell(grid, cell)) continue
        best = cell
        bestSquare = square
      }
    }
  }
  return best
}

function squareTo(grid: WalkGrid, cell: number): number {
  const awayX = cellX(grid, cell) - grid.field.question[0]
  const awayZ = cellZ(grid, cell) - grid.field.question[1]
  return awayX * awayX + awayZ * awayZ
}
