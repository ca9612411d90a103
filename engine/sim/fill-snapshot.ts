import { intentKind } from '../input/index.ts'
import { avatarFlag, pose, type SnapshotArrays } from '../snapshot/index.ts'
import { avatarTick, isMoving } from './accept-intent.ts'
import type { SimWorld } from './world.ts'

/**
 * Writes everybody in the world into a snapshot for drawing.
 * @param timeMs epoch milliseconds at which the world's tick began: the reader moves people from there for one tick.
 * @returns true when somebody moved in this tick, so that another snapshot must follow.
 */
export function fillSnapshot(world: SimWorld, own: number, timeMs: number, into: SnapshotArrays): boolean {
  const { CurrentIntent, Facing, Identity, Position, Previous, Walked } = world.components
  const capacity = into.header[2]
  let count = 0
  let ownIndex = -1
  let moved = false
  const { avatars } = world
  for (let n = 0; n < avatars.count && count < capacity; n++) {
    const eid = avatars.eids[n]
    const i = count
    count += 1
    const stepped = Previous.tick[eid] === world.tick
    const walking = isMoving(world, eid)
    if (stepped || walking) moved = true
    into.netId[i] = Identity.netId[eid]
    into.look[i] = Identity.look[eid]
    into.toX[i] = Position.x[eid]
    into.toY[i] = Position.y[eid]
    into.toZ[i] = Position.z[eid]
    into.toWalkedM[i] = Walked.metres[eid]
    into.fromX[i] = stepped ? Previous.x[eid] : Position.x[eid]
    into.fromY[i] = stepped ? Previous.y[eid] : Position.y[eid]
    into.fromZ[i] = stepped ? Previous.z[eid] : Position.z[eid]
    into.fromWalkedM[i] = stepped ? Previous.walkedM[eid] : Walked.metres[eid]
    into.facing[i] = Facing.direction[eid]
    into.pose[i] = walking ? pose.walk : pose.stand
    into.flags[i] = Identity.flags[eid]
    const isGesture = CurrentIntent.kind[eid] === intentKind.gesture
    into.gesture[i] = isGesture ? CurrentIntent.direction[eid] : 0
    into.gestureTicks[i] = isGesture ? Math.min(255, Math.max(0, avatarTick(world, eid) - CurrentIntent.stamp[eid])) : 0
    if (eid === own) {
      ownIndex = i
      into.flags[i] |= avatarFlag.own
    }
  }
  into.header[3] = count
  into.header[4] = world.tick
  into.header[5] = ownIndex >>> 0
  into.time[0] = timeMs
  return moved
}
