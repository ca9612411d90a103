import { type Intent, intentKind } from '../input/index.ts'
import { avatarTick, isMoving, lateTicks } from './accept-intent.ts'
import { readKept } from './history.ts'
import type { SimWorld } from './world.ts'

/**
 * The state of an avatar without lag as of the earliest tick that its next intent may still name, and the intent that goes on from it (M16):
 * who is told these two follows the avatar exactly, however late that next intent comes.
 * @param out feet in metres, facing 0 to 31; overwritten
 * @param intent overwritten: the intent in force, or to stand where that has come to its end
 * @returns the first tick that `intent` moves
 */
export function readOldestState(
  world: SimWorld,
  eid: number,
  out: { x: number; y: number; z: number; facing: number },
  intent: Intent,
): number {
  const { CurrentIntent, Facing, Origin, Position, Settled } = world.components
  const oldest = world.tick - lateTicks
  const lastStep = isMoving(world, eid) ? avatarTick(world, eid) : Settled.tick[eid]
  intent.kind = CurrentIntent.kind[eid] as Intent['kind']
  intent.direction = CurrentIntent.direction[eid]
  intent.targetX = CurrentIntent.targetX[eid]
  intent.targetZ = CurrentIntent.targetZ[eid]
  if (lastStep <= oldest) {
    // Whoever sat down sits still.
    if (intent.kind !== intentKind.gesture) intent.kind = intentKind.stand
    out.x = Position.x[eid]
    out.y = Position.y[eid]
    out.z = Position.z[eid]
    out.facing = Facing.direction[eid]
    return oldest + 1
  }
  // A path can only be computed from its start.
  if (intent.kind === intentKind.walkTo || Origin.tick[eid] >= oldest) {
    out.x = Origin.x[eid]
    out.y = Origin.y[eid]
    out.z = Origin.z[eid]
    out.facing = Origin.facing[eid]
    return Origin.tick[eid] + 1
  }
  readKept(world.history, eid, oldest, out)
  return oldest + 1
}
