import { pose, type SnapshotArrays } from '../snapshot/index.ts'

/** Somebody whom the application draws and nobody simulates: staff behind a counter. */
export type Figure = {
  /** Metres. */
  readonly x: number
  readonly z: number
  /** 0 to 31. */
  readonly facing: number
  /** As an avatar's. */
  readonly look: number
  /** Sum of `avatarFlag` bits. */
  readonly flags: number
}

/** Names of figures begin here: no avatar and nobody of a crowd has them. */
const firstName = 0xa0000000

/** Appends figures to a snapshot that `fillSnapshot` has filled, as far as there is room. */
export function putFigures(figures: readonly Figure[], into: SnapshotArrays): void {
  for (let n = 0; n < figures.length; n++) {
    const i = into.header[3]
    if (i === into.header[2]) return
    const { facing, flags, look, x, z } = figures[n]
    into.netId[i] = firstName + n
    into.look[i] = look
    into.fromX[i] = into.toX[i] = x
    into.fromZ[i] = into.toZ[i] = z
    into.fromY[i] = into.toY[i] = 0
    into.fromWalkedM[i] = into.toWalkedM[i] = 0
    into.facing[i] = facing
    into.pose[i] = pose.stand
    into.flags[i] = flags
    into.gesture[i] = into.gestureTicks[i] = 0
    into.header[3] = i + 1
  }
}
