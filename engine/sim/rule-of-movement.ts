import { avatarRadiusM, directionX, directionZ, nearestDirection, tickSeconds, toFloat32 } from '../core/index.ts'
import { intentKind } from '../input/index.ts'
import { clearanceAt, isHop, portalAt } from '../space/index.ts'
import type { SimWorld } from './world.ts'

/** Walking speed, metres a second: brisk, so that the hall is never in the way of the task (M2). */
export const walkSpeedMps = 3.2
/** Metres a tick. */
export const stepM = toFloat32(walkSpeedMps * tickSeconds)
/** A step shorter than this, in each axis, is none (M15). Metres. */
const restM = 0.001
/** Under this clearance physics is asked (M4): the capsule, one step, and the margin physics itself keeps. */
export const freeClearanceM = toFloat32(avatarRadiusM + stepM + 0.05)

/**
 * Moves one avatar by one tick under its intent: the whole rule of movement (SPEC M1 to M8, M15, M17, M18).
 * Both ends run it on the same bits. @returns whether the intent still moves it.
 */
export function stepAvatar(world: SimWorld, eid: number): boolean {
  const { CurrentIntent, Position, Previous, Walked } = world.components
  Previous.x[eid] = Position.x[eid]
  Previous.y[eid] = Position.y[eid]
  Previous.z[eid] = Position.z[eid]
  Previous.walkedM[eid] = Walked.metres[eid]
  Previous.tick[eid] = world.tick
  if (CurrentIntent.kind[eid] === intentKind.walk) return stepInDirection(world, eid)
  if (CurrentIntent.kind[eid] === intentKind.walkTo) return stepAlongRoute(world, eid)
  return false
}

function stepInDirection(world: SimWorld, eid: number): boolean {
  const { CurrentIntent, Facing, Position, Walked } = world.components
  const direction = CurrentIntent.direction[eid]
  const x = Position.x[eid]
  const z = Position.z[eid]
  const dx = directionX[direction] * stepM
  const dz = directionZ[direction] * stepM
  Facing.direction[eid] = direction
  if (clearanceAt(world.clearance, x, z) > freeClearanceM) {
    Position.x[eid] = x + dx
    Position.y[eid] = 0
    Position.z[eid] = z + dz
    Walked.metres[eid] += stepM
    stepThrough(world, eid)
    return true
  }
  if (world.physics === null) {
    world.events.waitingForPhysics.push(eid)
    return false
  }
  const out = world.scratchMove
  world.physics.move(x, Position.y[eid], z, dx, dz, out)
  const movedX = out[0] - x
  const movedZ = out[2] - z
  // The next step would begin from the same bits and answer the same: who is pressed against a wall costs nothing (M15).
  if (Math.max(Math.abs(movedX), Math.abs(movedZ), Math.abs(out[1] - Position.y[eid])) < restM) return false
  Position.x[eid] = out[0]
  Position.y[eid] = out[1]
  Position.z[eid] = out[2]
  Walked.metres[eid] += Math.sqrt(movedX * movedX + movedZ * movedZ)
  stepThrough(world, eid)
  return true
}

/** Whoever has stepped into a portal stands where it leads (M18). */
function stepThrough(world: SimWorld, eid: number): void {
  const { Position } = world.components
  const { portals } = world.navigation
  if (portals.count === 0) return
  const portal = portalAt(portals, Position.x[eid], Position.z[eid])
  if (portal >= 0) comeOut(world, eid, portals.ends[portal * 4 + 2], portals.ends[portal * 4 + 3])
}

function comeOut(world: SimWorld, eid: number, x: number, z: number): void {
  const { Position, Previous } = world.components
  Position.x[eid] = x
  Position.y[eid] = 0
  Position.z[eid] = z
  // Nobody is drawn on the way.
  Previous.x[eid] = x
  Previous.y[eid] = 0
  Previous.z[eid] = z
}

function stepAlongRoute(world: SimWorld, eid: number): boolean {
  const { Facing, Position, Route, Walked } = world.components
  const points = world.routes[eid]
  Position.y[eid] = 0
  let left: number = stepM
  while (left > 0 && Route.next[eid] < Route.count[eid]) {
    const at = Route.next[eid] * 2
    const dx = points[at] - Position.x[eid]
    const dz = points[at + 1] - Position.z[eid]
    const distance = Math.sqrt(dx * dx + dz * dz)
    if (distance > 0) Facing.direction[eid] = nearestDirection(dx, dz)
    if (distance <= left) {
      Position.x[eid] = points[at]
      Position.z[eid] = points[at + 1]
      Route.next[eid] += 1
      Walked.metres[eid] += distance
      left = toFloat32(left - distance)
      if (leadsThrough(world, eid)) {
        comeOut(world, eid, points[at + 2], points[at + 3])
        Route.next[eid] += 1
      }
    } else {
      Position.x[eid] += (dx / distance) * left
      Position.z[eid] += (dz / distance) * left
      Walked.metres[eid] += left
      left = 0
    }
  }
  return Route.next[eid] < Route.count[eid]
}

/** Whether the path goes on from here through a portal (M18). */
function leadsThrough(world: SimWorld, eid: number): boolean {
  const { Position, Route } = world.components
  const { portals } = world.navigation
  if (portals.count === 0 || Route.next[eid] === Route.count[eid]) return false
  const points = world.routes[eid]
  const next = Route.next[eid] * 2
  return isHop(portals, Position.x[eid], Position.z[eid], points[next], points[next + 1])
}
