import { tickMs } from '../core/index.ts'
import type { FrameView } from './frame-view.ts'
import type { SnapshotArrays } from './layout.ts'

/** Nobody walks this far in a tick: whoever is so far from where they were has taken a portal, metres. */
const jumpM = 1

/**
 * Fills `view` with the picture at `nowMs` (epoch): between the tick before the snapshot and the snapshot's own.
 * Past the snapshot's tick nothing is guessed: people stand where they were last known. Who has taken a portal is there at once.
 * @returns true while a later `nowMs` would give another picture.
 */
export function interpolate(snapshot: SnapshotArrays, nowMs: number, view: FrameView): boolean {
  const share = Math.min(1, Math.max(0, (nowMs - snapshot.time[0]) / tickMs))
  const count = Math.min(snapshot.header[3], view.netId.length)
  let moving = false
  for (let i = 0; i < count; i++) {
    const { fromX, fromY, fromZ, toX, toY, toZ, fromWalkedM, toWalkedM } = snapshot
    view.netId[i] = snapshot.netId[i]
    view.look[i] = snapshot.look[i]
    const isJump = Math.abs(toX[i] - fromX[i]) > jumpM || Math.abs(toZ[i] - fromZ[i]) > jumpM
    const along = isJump ? 1 : share
    view.x[i] = fromX[i] + (toX[i] - fromX[i]) * along
    view.y[i] = fromY[i] + (toY[i] - fromY[i]) * along
    view.z[i] = fromZ[i] + (toZ[i] - fromZ[i]) * along
    view.walkedM[i] = fromWalkedM[i] + (toWalkedM[i] - fromWalkedM[i]) * share
    view.facing[i] = snapshot.facing[i]
    view.pose[i] = snapshot.pose[i]
    view.flags[i] = snapshot.flags[i]
    view.gesture[i] = snapshot.gesture[i]
    view.gestureTicks[i] = snapshot.gestureTicks[i]
    if (toX[i] !== fromX[i] || toZ[i] !== fromZ[i] || toY[i] !== fromY[i]) moving = true
  }
  view.count = count
  view.ownIndex = snapshot.header[5] | 0
  return moving && share < 1
}
