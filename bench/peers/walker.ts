import { directionX, directionZ, nearestDirection, tickSeconds } from '@balai/engine/core'
import type { Place } from '@balai/engine/host'
import { type Intent, intentKind } from '@balai/engine/input'
import { walkSpeedMps } from '@balai/engine/sim'
import { findPath, isHop } from '@balai/engine/space'

/** A body without physics: it walks straight from corner to corner of its path, as servers of this kind have it. Metres; facing 0 to 31. */
export type Walker = {
  x: number
  z: number
  facing: number
  isMoving: boolean
  /** The way ahead as x, z pairs, from pair `corner` up to `corners`. */
  readonly way: Float32Array
  corner: number
  corners: number
  /** Walks on in this direction; -1: does not. */
  direction: number
}

const stepM = walkSpeedMps * tickSeconds
/** More corners than any way on the map has. */
const mostCorners = 48

export function createWalker(x: number, z: number): Walker {
  return { x, z, facing: 0, isMoving: false, way: new Float32Array(2 * mostCorners), corner: 0, corners: 0, direction: -1 }
}

/** From the next step on the body does what the intent says. */
export function obey(place: Place, walker: Walker, intent: Readonly<Intent>): void {
  const { kind, targetX, targetZ } = intent
  walker.direction = kind === intentKind.walk ? intent.direction : -1
  walker.corner = 0
  walker.corners = kind === intentKind.walkTo ? findPath(place.navigation, walker.x, walker.z, targetX, targetZ, walker.way) : 0
}

/** One tick of 50 ms. @returns whether the body moved */
export function step(place: Place, walker: Walker): boolean {
  walker.isMoving = walker.corner < walker.corners || walker.direction >= 0
  if (walker.direction >= 0) {
    walker.facing = walker.direction
    walker.x = Math.min(place.map.columns, Math.max(0, walker.x + directionX[walker.direction] * stepM))
    walker.z = Math.min(place.map.rows, Math.max(0, walker.z + directionZ[walker.direction] * stepM))
  } else if (walker.isMoving) follow(place, walker)
  return walker.isMoving
}

function follow({ navigation }: Place, walker: Walker): void {
  let left = stepM
  while (walker.corner < walker.corners) {
    const awayX = walker.way[2 * walker.corner] - walker.x
    const awayZ = walker.way[2 * walker.corner + 1] - walker.z
    const away = Math.hypot(awayX, awayZ)
    if (away > 0) walker.facing = nearestDirection(awayX, awayZ)
    if (away > left) {
      walker.x += (awayX / away) * left
      walker.z += (awayZ / away) * left
      return
    }
    walker.x = walker.way[2 * walker.corner]
    walker.z = walker.way[2 * walker.corner + 1]
    left -= away
    walker.corner += 1
    const next = 2 * walker.corner
    if (walker.corner === walker.corners || !isHop(navigation.portals, walker.x, walker.z, walker.way[next], walker.way[next + 1])) continue
    walker.x = walker.way[next]
    walker.z = walker.way[next + 1]
    walker.corner += 1
  }
}
