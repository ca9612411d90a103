import { createRng, type Rng } from '@balai/engine/core'
import { gestureIntent, gestures, type Intent, standing, walkIntent, walkToIntent } from '@balai/engine/input'
import { lateTicks } from '@balai/engine/sim'
import { type SpaceMap, zonesOfKind } from '@balai/engine/space'

/** The world's tick when a walk begins: more than any lag, so that no avatar begins before tick 0. */
export const firstTick = 100
/** The longest lag at which a phone shows others, ticks. */
export const mostLagTicks = 30
/** Intents that may wait for their tick at a time (SPEC M12). */
const mostWaiting = 8

/** An intent, the first tick it moves, and the world's tick in which the server is told. */
export type Order = {
  readonly intent: Intent
  readonly stamp: number
  readonly arrives: number
  /** It comes too late to be obeyed, and must change nothing. */
  readonly isStale: boolean
}

/** The whole life of one avatar. */
export type TwinScript = { readonly x: number; readonly z: number; readonly orders: readonly Order[] }

/**
 * What one avatar does in a run: all kinds of intents, many of them along solids; on time, late by up to 60 ticks, ahead, several in one tick.
 * It depends on the map, the seed and this avatar's number alone, so that it is the same whoever else walks.
 */
export function twinScript(map: SpaceMap, run: { seed: number; ticks: number }, person: number): TwinScript {
  const rng = createRng(Math.imul(run.seed, 0x9e3779b1) ^ Math.imul(person + 1, 0x85ebca6b))
  const [start] = zonesOfKind(map, 'start')
  const x = Math.fround(start.x0 + rng() * (start.x1 - start.x0))
  const z = Math.fround(start.z0 + rng() * (start.z1 - start.z0))
  const orders: Order[] = []
  const obeyed: Order[] = []
  for (let stamp = firstTick + 1 + whole(rng, 40); stamp <= firstTick + run.ticks; stamp += gapTicks(rng)) {
    // In the order in which it was sent, and never so early that more wait than may.
    const earliest = Math.max(firstTick, obeyed.at(-1)?.arrives ?? 0, (obeyed.at(-mostWaiting)?.stamp ?? 0) + mostLagTicks)
    const arrives = Math.max(stamp - 1 + delayTicks(rng), earliest)
    const order = { intent: anyIntent(map, rng), stamp, arrives, isStale: false }
    obeyed.push(order)
    orders.push(order)
    if (rng() < 0.05)
      orders.push({ ...order, intent: anyIntent(map, rng), stamp: Math.max(1, arrives - lateTicks - whole(rng, 30)), isStale: true })
  }
  return { x, z, orders }
}

/** For each tick from the first: 1 where every intent that it depends on had reached the server before it. */
export function settledTicks(orders: readonly Order[], ticks: number): Uint8Array {
  const settled = new Uint8Array(ticks)
  let next = 0
  let told = 0
  for (let at = 0; at < ticks; at++) {
    const tick = firstTick + 1 + at
    for (; next < orders.length && (orders[next].isStale || orders[next].stamp <= tick); next++) {
      if (!orders[next].isStale) told = orders[next].arrives
    }
    settled[at] = told < tick ? 1 : 0
  }
  return settled
}

const whole = (rng: Rng, below: number): number => Math.floor(rng() * below)

function gapTicks(rng: Rng): number {
  const dice = rng()
  if (dice < 0.15) return whole(rng, 3)
  return dice < 0.8 ? 4 + whole(rng, 40) : 40 + whole(rng, 120)
}

/** Ticks between the last moment at which an intent is on time and its arrival. */
function delayTicks(rng: Rng): number {
  const dice = rng()
  if (dice < 0.3) return 0
  if (dice < 0.55) return -1 - whole(rng, 40)
  if (dice < 0.6) return lateTicks
  return 1 + whole(rng, dice < 0.85 ? 8 : lateTicks)
}

function anyIntent(map: SpaceMap, rng: Rng): Intent {
  const dice = rng()
  if (dice < 0.08) return { ...standing }
  if (dice < 0.12) return gestureIntent(1 + whole(rng, gestures))
  if (dice < 0.35) return walkIntent(whole(rng, 32))
  // Straight against a wall or straight along it.
  if (dice < 0.6) return walkIntent(whole(rng, 4) * 8)
  if (dice < 0.7 || map.solids.length === 0) return walkToIntent(rng() * map.columns, rng() * map.rows)
  const solid = map.solids[whole(rng, map.solids.length)]
  return walkToIntent(solid.x0 - 0.4 + rng() * (solid.x1 - solid.x0 + 0.8), solid.z0 - 0.4 + rng() * (solid.z1 - solid.z0 + 0.8))
}
