import { addComponent, hasComponent, removeComponent } from 'bitecs'
import { type Intent, intentKind } from '../input/index.ts'
import { findPath } from '../space/index.ts'
import { keepState, recallState } from './history.ts'
import { type AvatarState, clearPending, noCheck, peekPending, pushPending, shiftPending } from './pending.ts'
import { stepAvatar } from './rule-of-movement.ts'
import { originHash } from './state-hash.ts'
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
 * @param check 16 bits that the state before `stamp` must hash to; when it does not, the avatar is named in `events.diverged`.
 * @returns false when it is older than the intent in force or too late, or when too many wait: nothing changed then.
 */
export function acceptIntent(
  world: SimWorld,
  eid: number,
  intent: Readonly<Intent>,
  stamp: number,
  state: Readonly<AvatarState> | null,
  check: number = noCheck,
): boolean {
  const now = avatarTick(world, eid)
  if (stamp > now + 1) {
    if (pushPending(world.pending, eid, intent, stamp, state, check)) return true
    if (state === null) return false
    // Too many wait; a known state needs none of those before it.
    clearPending(world.pending, eid)
    return pushPending(world.pending, eid, intent, stamp, state, check)
  }
  if (state === null && (stamp < world.components.CurrentIntent.stamp[eid] || stamp <= now - lateTicks)) return false
  // Whatever still waits was stamped before this one, or for the same tick, with a state perhaps: a known state overtakes it, else this one
  // starts from where it led.
  if (state === null) takeDue(world, eid, stamp)
  clearPending(world.pending, eid)
  putIntoForce(world, eid, intent, stamp, state, check)
  return true
}

const due: Intent = { kind: 0, direction: 0, targetX: 0, targetZ: 0 }
const dueState: AvatarState = { x: 0, y: 0, z: 0, facing: 0, walkedM: 0 }

/** Puts those waiting intents into force, in order, whose stamp is at most `upTo`. */
export function takeDue(world: SimWorld, eid: number, upTo: number): void {
  const { pending } = world
  const { Walked } = world.components
  for (let slot = peekPending(pending, eid); slot >= 0 && pending.stamp[slot] <= upTo; slot = peekPending(pending, eid)) {
    const stamp = pending.stamp[slot]
    const check = pending.check[slot]
    const hasState = pending.hasState[slot] === 1
    due.kind = pending.kind[slot] as Intent['kind']
    due.direction = pending.direction[slot]
    due.targetX = pending.targetX[slot]
    due.targetZ = pending.targetZ[slot]
    dueState.x = pending.x[slot]
    dueState.y = pending.y[slot]
    dueState.z = pending.z[slot]
    dueState.facing = pending.facing[slot]
    dueState.walkedM = Walked.metres[eid]
    shiftPending(pending, eid)
    putIntoForce(world, eid, due, stamp, hasState ? dueState : null, check)
  }
}

/** The part of `acceptIntent` after the judging: intents that waited for their tick come in here. */
export function putIntoForce(
  world: SimWorld,
  eid: number,
  intent: Readonly<Intent>,
  stamp: number,
  state: Readonly<AvatarState> | null,
  check: number,
): void {
  if (state === null) rewind(world, eid, stamp - 1)
  else loadState(world, eid, state)
  begin(world, eid, intent, stamp)
  if (check !== noCheck && (originHash(world, eid) & 0xffff) !== check) world.events.diverged.push(eid)
  replay(world, eid, stamp, avatarTick(world, eid))
}

/**
 * Changes how far behind the world an avatar is simulated (M13): it goes back, or forward, to the state of its new tick.
 * @returns false when that lies before the state its intent began from; nothing changed then.
 */
export function setLag(world: SimWorld, eid: number, ticks: number): boolean {
  const { Lag, Origin } = world.components
  const before = avatarTick(world, eid)
  const after = world.tick - ticks
  if (after === before) return true
  if (after < Origin.tick[eid]) return false
  if (after < before) {
    if (after < lastStep(world, eid)) {
      rewind(world, eid, after)
      setMoving(world, eid, true)
    }
    Lag.ticks[eid] = ticks
  } else {
    Lag.ticks[eid] = ticks
    replay(world, eid, before + 1, after)
  }
  return true
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

/** Takes the avatar back to how it was after tick `to`, at most 60 ticks ago, under the intent in force. */
function rewind(world: SimWorld, eid: number, to: number): void {
  const { Facing, Origin, Position, Route, Settled, Walked } = world.components
  if (to > Origin.tick[eid]) {
    if (to < lastStep(world, eid)) recallState(world.history, world.components, eid, to)
    return
  }
  // Also before the first step: the face has been turned already.
  Position.x[eid] = Origin.x[eid]
  Position.y[eid] = Origin.y[eid]
  Position.z[eid] = Origin.z[eid]
  Walked.metres[eid] = Origin.walkedM[eid]
  Facing.direction[eid] = Origin.facing[eid]
  Route.next[eid] = 0
  Settled.tick[eid] = Origin.tick[eid]
}

/** The last tick in which the intent in force was walked: now, or when the avatar came to rest. */
function lastStep(world: SimWorld, eid: number): number {
  return isMoving(world, eid) ? avatarTick(world, eid) : world.components.Settled.tick[eid]
}

function begin(world: SimWorld, eid: number, intent: Readonly<Intent>, stamp: number): void {
  const { CurrentIntent, Facing, Origin, Position, Previous, Route, Walked } = world.components
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
  world.components.Settled.tick[eid] = stamp - 1
  setMoving(world, eid, intent.kind === intentKind.walk || Route.count[eid] > 0)
}

function replay(world: SimWorld, eid: number, from: number, to: number): void {
  if (!isMoving(world, eid)) return
  for (let tick = from; tick <= to; tick++) if (!walkOn(world, eid, tick)) return
}

/** One step of the intent in force, to the end of `tick`. @returns false when the avatar came to rest with it. */
export function walkOn(world: SimWorld, eid: number, tick: number): boolean {
  const goesOn = stepAvatar(world, eid)
  keepState(world.history, world.components, eid, tick)
  if (!goesOn) {
    world.components.Settled.tick[eid] = tick
    setMoving(world, eid, false)
  }
  return goesOn
}

/** Whether an intent still moves this avatar. */
export function isMoving(world: SimWorld, eid: number): boolean {
  return hasComponent(world.ecs, eid, world.components.IsMoving)
}

function setMoving(world: SimWorld, eid: number, moves: boolean): void {
  const { IsMoving } = world.components
  if (moves === isMoving(world, eid)) return
  if (moves) addComponent(world.ecs, eid, IsMoving)
  else removeComponent(world.ecs, eid, IsMoving)
}
