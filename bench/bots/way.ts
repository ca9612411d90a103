import type { Rng } from '@balai/engine/core'
import { type Intent, walkToIntent } from '@balai/engine/input'
import type { Place } from '@balai/engine/host'
import { findPath, isHop } from '@balai/engine/space'
import { walkSpeedMps } from '@balai/engine/sim'
import type { Body } from './mind.ts'

/** A phone shows a few metres around its owner: a longer way takes several taps, each about this far. */
const tapM = { least: 4, most: 8 }
/** The next tap comes when so much of the last one is walked: some tap early, nobody much too late. */
const tapAfter = { least: 0.5, most: 1.1 }
/** So near is there. */
const nearM = 0.6
/** Taps on the same last spot before the walker is content with where it is. */
const mostTries = 3

/** Walks to a goal by tapping on the floor along the way. */
export type Way = {
  /** @returns the next tap, 'there' once the body has come to rest at the goal, null to wait */
  follow(nowMs: number, body: Body): Intent | 'there' | null
}

export function createWay(place: Place, rng: Rng, from: Body, goal: { readonly x: number; readonly z: number }): Way {
  const out = new Float32Array(96)
  const count = findPath(place.navigation, from.x, from.z, goal.x, goal.z, out)
  const line = [from.x, from.z, ...out.subarray(0, 2 * count)]
  const { portals } = place.navigation
  const isHopTo = (i: number): boolean => isHop(portals, line[i - 2], line[i - 1], line[i], line[i + 1])
  const end = { x: line[line.length - 2], z: line[line.length - 1] }
  let tappedM = 0
  let isLast = false
  let tries = 0
  let nextMs = Number.NEGATIVE_INFINITY

  return {
    follow(nowMs, body) {
      if (nowMs < nextMs) return null
      if (isLast) {
        if (body.isMoving) return null
        if (tries === mostTries || Math.hypot(end.x - body.x, end.z - body.z) < nearM) return 'there'
      }
      const reachM = tapM.least + rng() * (tapM.most - tapM.least)
      tappedM += reachM
      const point = pointAlong(line, tappedM, isHopTo)
      isLast = point.isEnd
      if (isLast) tries += 1
      nextMs = nowMs + Math.max(400, (reachM / walkSpeedMps) * 1000 * (tapAfter.least + rng() * (tapAfter.most - tapAfter.least)))
      return walkToIntent(point.x, point.z)
    },
  }
}

/**
 * The point `metres` along a line of x, z pairs, or its end.
 * @param isHopTo whether the leg that ends with the pair at this index is not walked
 */
export function pointAlong(
  line: readonly number[],
  metres: number,
  isHopTo: (index: number) => boolean,
): { x: number; z: number; isEnd: boolean } {
  let left = metres
  for (let i = 2; i < line.length; i += 2) {
    const dx = line[i] - line[i - 2]
    const dz = line[i + 1] - line[i - 1]
    const length = isHopTo(i) ? 0 : Math.hypot(dx, dz)
    if (left < length) return { x: line[i - 2] + (dx / length) * left, z: line[i - 1] + (dz / length) * left, isEnd: false }
    left -= length
  }
  return { x: line[line.length - 2], z: line[line.length - 1], isEnd: true }
}

/** An exponentially distributed time, ms, with a mean in seconds; nobody waits longer than five minutes. */
export function exponentialMs(rng: Rng, meanSeconds: number): number {
  return Math.min(300_000, -Math.log(1 - rng()) * meanSeconds * 1000)
}
