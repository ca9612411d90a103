import { hashStart, hashWord } from '../core/index.ts'
import type { CrowdCell } from '../net/index.ts'
import { avatarFlag, pose, type SnapshotArrays } from '../snapshot/index.ts'
import { clearanceAt, createDensity, densityCellAt } from '../space/index.ts'
import type { Place } from './place.ts'

/** The people whom a viewer is not told of one by one: so many in each square, drawn as a standing crowd. */
export type Crowd = {
  tell(cells: readonly CrowdCell[]): void
  /**
   * Appends figures to a snapshot that `fillSnapshot` has filled, the squares nearest to (x, z) first, as far as there is room:
   * in each square as many as were told, less those already in the snapshot. A figure stays where it is while its square is told of it.
   */
  draw(x: number, z: number, into: SnapshotArrays): void
}

/** Most figures in one square of 16 m²: shoulder to shoulder. */
const mostInCell = 24
/** Nobody stands nearer to a solid than this, metres. */
const roomM = 0.4
/** Squares around the viewer in which a crowd is drawn. */
const reachCells = 8
/** Fractions of an even, never repeating scatter in the plane (Roberts, "The unreasonable effectiveness of quasirandom sequences", 2018). */
const scatterX = 0.7548776662466927
const scatterZ = 0.5698402909980532

export function createCrowd(place: Place): Crowd {
  const cells = createDensity(place.map.columns, place.map.rows)
  const { columns, rows, cellM } = cells
  const told = new Uint8Array(columns * rows)
  const shown = new Uint8Array(columns * rows)
  const spots: (Float32Array | null)[] = Array.from<null>({ length: columns * rows }).fill(null)
  let isEmpty = true

  /** Free places of a square, x and z in turn, always the same. */
  const spotsOf = (cell: number): Float32Array => {
    const x0 = (cell % columns) * cellM
    const z0 = Math.floor(cell / columns) * cellM
    const found: number[] = []
    for (let n = 1; n <= 3 * mostInCell && found.length < 2 * mostInCell; n++) {
      const x = x0 + ((n * scatterX + cell * 0.37) % 1) * cellM
      const z = z0 + ((n * scatterZ + cell * 0.61) % 1) * cellM
      if (clearanceAt(place.clearance, x, z) > roomM) found.push(x, z)
    }
    return Float32Array.from(found)
  }

  const drawCell = (cell: number, into: SnapshotArrays): void => {
    const wanted = told[cell] - shown[cell]
    if (wanted <= 0) return
    const free = (spots[cell] ??= spotsOf(cell))
    for (let n = 0; n < wanted && n * 2 < free.length; n++) {
      const i = into.header[3]
      if (i === into.header[2]) return
      const look = hashWord(hashWord(hashStart, cell), n)
      into.netId[i] = (0xc0000000 | (cell << 8) | n) >>> 0
      into.look[i] = look
      into.fromX[i] = into.toX[i] = free[n * 2]
      into.fromZ[i] = into.toZ[i] = free[n * 2 + 1]
      into.fromY[i] = into.toY[i] = 0
      into.fromWalkedM[i] = into.toWalkedM[i] = 0
      into.facing[i] = look & 31
      into.pose[i] = pose.stand
      into.flags[i] = avatarFlag.crowd
      into.gesture[i] = into.gestureTicks[i] = 0
      into.header[3] = i + 1
    }
  }

  return {
    tell(rowsTold) {
      for (const { cell, count } of rowsTold) if (cell < told.length) told[cell] = count
      isEmpty = !told.some((count) => count > 0)
    },
    draw(x, z, into) {
      if (isEmpty) return
      shown.fill(0)
      for (let i = 0; i < into.header[3]; i++) shown[densityCellAt(cells, into.toX[i], into.toZ[i])] += 1
      const column = Math.floor(x / cellM)
      const row = Math.floor(z / cellM)
      for (let ring = 0; ring <= reachCells; ring++) {
        for (let r = Math.max(0, row - ring); r <= Math.min(rows - 1, row + ring); r++) {
          const isEdge = r === row - ring || r === row + ring
          const step = isEdge || ring === 0 ? 1 : 2 * ring
          for (let c = column - ring; c <= column + ring; c += step) if (c >= 0 && c < columns) drawCell(r * columns + c, into)
        }
      }
    },
  }
}
