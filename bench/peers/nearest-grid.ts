/** Who is near, for servers of another kind: squares in lists, searched ring by ring outwards. */
export type NearestGrid = {
  /** Puts a slot at (x, z), metres, or moves it there. */
  place(slot: number, x: number, z: number): void
  remove(slot: number): void
  /** Writes the `limit` slots nearest to (x, z) into `out`, nearest first, but for `except`. @returns how many */
  nearest(x: number, z: number, limit: number, except: number, out: Uint16Array): number
}

const cellM = 2

export function createNearestGrid(columns: number, rows: number, capacity: number): NearestGrid {
  const across = Math.ceil(columns / cellM)
  const along = Math.ceil(rows / cellM)
  const heads = new Int32Array(across * along).fill(-1)
  const next = new Int32Array(capacity).fill(-1)
  const previous = new Int32Array(capacity).fill(-1)
  const cellOf = new Int32Array(capacity).fill(-1)
  const xs = new Float32Array(capacity)
  const zs = new Float32Array(capacity)
  const squares = new Float64Array(capacity)
  const clamp = (metres: number, cells: number): number => Math.min(cells - 1, Math.max(0, Math.floor(metres / cellM)))

  const remove = (slot: number): void => {
    const cell = cellOf[slot]
    if (cell < 0) return
    if (next[slot] >= 0) previous[next[slot]] = previous[slot]
    if (previous[slot] >= 0) next[previous[slot]] = next[slot]
    else heads[cell] = next[slot]
    cellOf[slot] = -1
  }

  return {
    place(slot, x, z) {
      xs[slot] = x
      zs[slot] = z
      const cell = clamp(z, along) * across + clamp(x, across)
      if (cellOf[slot] === cell) return
      remove(slot)
      cellOf[slot] = cell
      next[slot] = heads[cell]
      previous[slot] = -1
      if (heads[cell] >= 0) previous[heads[cell]] = slot
      heads[cell] = slot
    },
    remove,
    nearest(x, z, limit, except, out) {
      const column = clamp(x, across)
      const row = clamp(z, along)
      let count = 0
      const look = (atColumn: number, atRow: number): void => {
        if (atColumn < 0 || atRow < 0 || atColumn >= across || atRow >= along) return
        for (let slot = heads[atRow * across + atColumn]; slot >= 0; slot = next[slot]) {
          if (slot === except) continue
          const square = (xs[slot] - x) ** 2 + (zs[slot] - z) ** 2
          let at = count
          while (at > 0 && squares[at - 1] > square) at--
          if (at >= limit) continue
          const last = Math.min(count, limit - 1)
          out.copyWithin(at + 1, at, last)
          squares.copyWithin(at + 1, at, last)
          out[at] = slot
          squares[at] = square
          count = last + 1
        }
      }
      for (let ring = 0; ring < Math.max(across, along); ring++) {
        // Nobody in this ring or beyond it is nearer than the edge of the squares inside it.
        if (count === limit && squares[count - 1] <= ((ring - 1) * cellM) ** 2) break
        if (ring === 0) look(column, row)
        else {
          for (let i = -ring; i <= ring; i++) {
            look(column + i, row - ring)
            look(column + i, row + ring)
          }
          for (let i = -ring + 1; i < ring; i++) {
            look(column - ring, row + i)
            look(column + ring, row + i)
          }
        }
      }
      return count
    },
  }
}
