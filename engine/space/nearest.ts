import { cellIndex, type InterestGrid } from './interest-grid.ts'

/** Taken off what a ring of cells must at least be away, metres, so that rounding never leaves somebody out. */
const roundingM = 1e-6

/**
 * Writes up to `limit` slots within `radiusM` metres of (x, z) into `out`, nearest first and at equal distance the lower slot first,
 * and returns how many. `exceptSlot` is left out; -1 leaves none out. The answer does not depend on the order of placing. Goes outwards
 * ring by ring and no further than it must, so that a crowd costs little more than the few that are found.
 */
export function nearest(
  grid: InterestGrid,
  x: number,
  z: number,
  radiusM: number,
  limit: number,
  exceptSlot: number,
  out: Uint16Array,
): number {
  const most = Math.min(limit, out.length)
  if (most <= 0) return 0
  const { cellM, cellColumns, cellRows, heads, nextSlots, xs, zs, foundSquares } = grid
  const middleColumn = cellIndex(x, cellM, cellColumns)
  const middleRow = cellIndex(z, cellM, cellRows)
  let count = 0
  for (let ring = 0; ; ring++) {
    const left = middleColumn - ring
    const right = middleColumn + ring
    const top = middleRow - ring
    const bottom = middleRow + ring
    // Nobody of this ring or a later one is nearer than this.
    const away =
      Math.min(
        left >= 0 ? x - (left + 1) * cellM : Number.POSITIVE_INFINITY,
        right < cellColumns ? right * cellM - x : Number.POSITIVE_INFINITY,
        top >= 0 ? z - (top + 1) * cellM : Number.POSITIVE_INFINITY,
        bottom < cellRows ? bottom * cellM - z : Number.POSITIVE_INFINITY,
      ) - roundingM
    if (away > radiusM || (count === most && away > 0 && away * away > foundSquares[0])) break
    for (let row = Math.max(top, 0); row <= Math.min(bottom, cellRows - 1); row++) {
      const stride = ring === 0 || row === top || row === bottom ? 1 : 2 * ring
      for (let column = left; column <= right; column += stride) {
        if (column < 0 || column >= cellColumns) continue
        for (let slot = heads[row * cellColumns + column]; slot >= 0; slot = nextSlots[slot]) {
          const awayX = xs[slot] - x
          const awayZ = zs[slot] - z
          const square = awayX * awayX + awayZ * awayZ
          if (square > radiusM * radiusM || slot === exceptSlot) continue
          if (count < most) {
            foundSquares[count] = square
            out[count] = slot
            rise(out, foundSquares, count++)
          } else if (square < foundSquares[0] || (square === foundSquares[0] && slot < out[0])) {
            foundSquares[0] = square
            out[0] = slot
            sink(out, foundSquares, count)
          }
        }
      }
    }
  }
  sort(out, foundSquares, count)
  return count
}

/** A heap with the farthest first; at equal distance the higher slot. */
function isFarther(out: Uint16Array, squares: Float64Array, a: number, b: number): boolean {
  return squares[a] > squares[b] || (squares[a] === squares[b] && out[a] > out[b])
}

function swap(out: Uint16Array, squares: Float64Array, a: number, b: number): void {
  const slot = out[a]
  const square = squares[a]
  out[a] = out[b]
  squares[a] = squares[b]
  out[b] = slot
  squares[b] = square
}

function rise(out: Uint16Array, squares: Float64Array, from: number): void {
  for (let at = from; at > 0; ) {
    const parent = (at - 1) >> 1
    if (!isFarther(out, squares, at, parent)) return
    swap(out, squares, at, parent)
    at = parent
  }
}

function sink(out: Uint16Array, squares: Float64Array, count: number): void {
  for (let at = 0, child = 1; child < count; child = 2 * at + 1) {
    if (child + 1 < count && isFarther(out, squares, child + 1, child)) child++
    if (!isFarther(out, squares, child, at)) return
    swap(out, squares, at, child)
    at = child
  }
}

function sort(out: Uint16Array, squares: Float64Array, count: number): void {
  for (let last = count - 1; last > 0; last--) {
    swap(out, squares, 0, last)
    sink(out, squares, last)
  }
}
