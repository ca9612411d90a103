import { addComponent, hasComponent, removeComponent } from 'bitecs'
import { type Intent, intentKind } from '../input/index.ts'
import { findPath } from '../space/index.ts'
import { type AvatarState, clearPending, pushPending } from './pending.ts'
import { stepAvatar } from './rule-of-movement.ts'
import type { SimWorld } from './world.ts'

/** How late an intent may come and still be obeyed from the tick it was meant for (M10). 3 seconds. */
export const lateTicks = 60

/** The tick up to which this avatar has been simulated. */
export function avatarTick(world: SimWorld, eid: number): number {
  return world.tick - world.components.Lag.ticks[eid]
}

/**
 * Makes `intent` the avatar's from tick `stamp` on. In the future it waits; in the past the avatar goes back to the
 * state before `stamp` and walks the ticks since again (M9, M10).
 * @param state the authoritative state just before `stamp`, when the sender knows it; else the world's own is used.
 * @returns false when it is older than the intent in force or too late, or when too many wait: nothing changed then.
 */
export function acceptIntent(
  world: SimWorld,
  eid: number,
  intent: Readonly<Intent>,
  stamp: number,
  state: Readonly<AvatarState> | null,
): boolean {
  const now = avatarTick(world, eid)
  if (stamp > now + 1) return pushPending(world.pending, eid, intent, stamp, state)
  if (state === null && (stamp < world.components.CurrentIntent.stamp[eid] || stamp <= now - lateTicks)) return false
  // Whatever still waits was stamped before this one and is overtaken by it.
  clearPending(world.pending, eid)
  putIntoForce(world, eid, intent, stamp, state)
  return true
}

/** The part of `acceptIntent` after the judging: intents that waited for their tick come in here. */
export function putIntoForce(
  world: SimWorld,
  eid: number,
  intent: Readonly<Intent>,
  stamp: number,
  state: Readonly<AvatarState> | null,
): void {
  if (state === null) rewind(world, eid, stamp - 1)
  else loadState(world, eid, state)
  begin(world, eid, intent, stamp)
  replay(world, eid, stamp, avatarTick(world, eid))
}

/** Puts the avatar into a known state; the next intent starts from it. */
export function loadState(world: SimWorld, eid: number, state: Readonly<AvatarState>): void {
  const { Facing, Position, Previous, Walked } = world.components
  Position.x[eid] = state.x
  Position.y[eid] = state.y
  Position.z[eid] = state.z
  Facing.direction[eid] = state.facing
  Walked.metres[eid] = state.walkedM
  Previous.x[eid] = Position.x[eid]
  Previous.y[eid] = Position.y[eid]
  Previous.z[eid] = Position.z[eid]
  Previous.walkedM[eid] = state.walkedM
}

/** Takes the avatar back to how it was after tick `to`, under the intent that was then in force. */
function rewind(world: SimWorld, eid: number, to: number): void {
  const now = avatarTick(world, eid)
  if (to === now) return
  const { Checkpoint, Facing, Origin, Position, Route, Walked } = world.components
  const from = Checkpoint.tick[eid] > 0 && Checkpoint.tick[eid] <= to ? Checkpoint : Origin
  Position.x[eid] = from.x[eid]
  Position.y[eid] = from.y[eid]
  Position.z[eid] = from.z[eid]
  Walked.metres[eid] = from.walkedM[eid]
  Facing.direction[eid] = from.facing[eid]
  // A path is always walked again from its start: checkpoints are kept for directions only.
  Route.next[eid] = 0
  for (let tick = from.tick[eid] + 1; tick <= to; tick++) if (!stepAvatar(world, eid)) break
}

function begin(world: SimWorld, eid: number, intent: Readonly<Intent>, stamp: number): void {
  const { Checkpoint, CurrentIntent, Facing, IsMoving, Origin, Position, Previous, Route, Walked } = world.components
  CurrentIntent.kind[eid] = intent.kind
  CurrentIntent.direction[eid] = intent.direction
  CurrentIntent.targetX[eid] = intent.targetX
  CurrentIntent.targetZ[eid] = intent.targetZ
  CurrentIntent.stamp[eid] = stamp
  Origin.tick[eid] = stamp - 1
  Origin.x[eid] = Position.x[eid]
  Origin.y[eid] = Position.y[eid]
  Origin.z[eid] = Position.z[eid]
  Origin.walkedM[eid] = Walked.metres[eid]
  Origin.facing[eid] = Facing.direction[eid]
  Checkpoint.tick[eid] = 0
  Route.count[eid] = 0
  Route.next[eid] = 0
  Previous.x[eid] = Position.x[eid]
  Previous.y[eid] = Position.y[eid]
  Previous.z[eid] = Position.z[eid]
  Previous.walkedM[eid] = Walked.metres[eid]
  if (intent.kind === intentKind.walk) Facing.direction[eid] = intent.direction
  if (intent.kind === intentKind.walkTo) {
    Route.count[eid] = findPath(world.navigation, Position.x[eid], Position.z[eid], intent.targetX, intent.targetZ, world.routes[eid])
  }
  setMoving(world, eid, intent.kind === intentKind.walk || Route.count[eid] > 0, IsMoving)
}

function replay(world: SimWorld, eid: number, from: number, to: number): void {
  const { IsMoving } = world.components
  for (let tick = from; tick <= to; tick++) {
    if (!stepAvatar(world, eid)) {
      setMoving(world, eid, false, IsMoving)
      return
    }
  }
}

export function setMoving(world: SimWorld, eid: number, isMoving: boolean, tag: object): void {
  if (isMoving === hasComponent(world.ecs, eid, tag)) return
  if (isMoving) addComponent(world.ecs, eid, tag)
  else removeComponent(world.ecs, eid, tag)
}
