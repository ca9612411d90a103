import type { SpaceMap } from '../space/index.ts'

/** Where one can sit. */
export type Seats = {
  readonly columns: number
  readonly rows: number
  /** For each tile, row by row: 0, or one more than its side's index. */
  readonly byTile: Uint8Array
}

/** Where one looks who sits there: -z, +z, +x, -x. */
const sides = ['n', 's', 'e', 'w'] as const
/** Directions of the face, see `directionX` in core. */
const facings = Uint8Array.of(24, 8, 0, 16)
/** Seen from behind, the seat's back hides whoever sits there. */
const facesAway = Uint8Array.of(1, 0, 0, 1)
/** How far one reaches for a seat, metres from its middle. */
export const seatReachM = 1.3

/** A tile whose kind has the property `seat` is one. */
export function createSeats({ columns, layers, rows, tiles }: SpaceMap): Seats {
  const byTile = new Uint8Array(columns * rows)
  for (const layer of layers) {
    if (layer.kind !== 'standing') continue
    for (let i = 0; i < byTile.length; i++) {
      const side = tiles[layer.gids[i]]?.seat ?? null
      if (side !== null) byTile[i] = sides.indexOf(side) + 1
    }
  }
  return { columns, rows, byTile }
}

/** The tile of the free seat nearest to (x, z), metres, within reach; at equal distance the lower tile; -1 for none. */
export function nearestFreeSeat({ byTile, columns, rows }: Seats, isTaken: Uint8Array, x: number, z: number): number {
  let best = -1
  let least = seatReachM * seatReachM
  const lastRow = Math.min(rows - 1, Math.floor(z + seatReachM))
  const lastColumn = Math.min(columns - 1, Math.floor(x + seatReachM))
  for (let row = Math.max(0, Math.floor(z - seatReachM)); row <= lastRow; row++) {
    for (let column = Math.max(0, Math.floor(x - seatReachM)); column <= lastColumn; column++) {
      const tile = row * columns + column
      if (byTile[tile] === 0 || isTaken[tile] === 1) continue
      const square = (column + 0.5 - x) * (column + 0.5 - x) + (row + 0.5 - z) * (row + 0.5 - z)
      if (square >= least) continue
      least = square
      best = tile
    }
  }
  return best
}

export const seatFacing = ({ byTile }: Seats, tile: number): number => facings[byTile[tile] - 1]
/** True when the seat's back is between the viewer and who sits there. */
export const isSeatFromBehind = ({ byTile }: Seats, tile: number): boolean => facesAway[byTile[tile] - 1] === 1
