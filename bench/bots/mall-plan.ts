import type { Rng } from '@balai/engine/core'
import { loadPlace, type Place } from '@balai/engine/host'
import { clearanceAt, isReachable, type Zone, zonesOfKind } from '@balai/engine/space'
import { loadMalls } from '../../server/mall/index.ts'
import { fileURLToPath } from 'node:url'

/** What people know of a mall: where they can go. */
export type MallPlan = {
  readonly place: Place
  readonly counters: readonly Zone[]
  /** Where people leave: the doors, or where they came in. */
  readonly ways: readonly Zone[]
  /** Where people come in: what counts as reachable is so from here. Metres. */
  readonly entry: { readonly x: number; readonly z: number }
  /** The middle of the hall, metres. */
  readonly middle: { readonly x: number; readonly z: number }
}

/** The plan of a region's mall, from this tree's own assets. @throws TypeError when there is no such region */
export function loadMallPlan(region: string): MallPlan {
  const { mapOf } = loadMalls(fileURLToPath(new URL('../../assets', import.meta.url)))
  return createMallPlan(loadPlace(mapOf(region).content))
}

/** @throws TypeError for a map without counters or without a place to come in */
export function createMallPlan(place: Place): MallPlan {
  const zones = (kind: string): readonly Zone[] => zonesOfKind(place.map, kind)
  const counters = zones('counter')
  const starts = zones('start')
  if (counters.length === 0 || starts.length === 0)
    throw new TypeError(`the map must have counters and a start, got ${counters.length} and ${starts.length}`)
  const doors = zones('door')
  const wings = zones('wing')
  return {
    place,
    counters,
    ways: doors.length > 0 ? doors : starts,
    entry: middleOf(starts),
    middle: middleOf(wings.length > 0 ? wings : counters),
  }
}

/** Wings lie around the atrium: the middle of them all is in it. */
function middleOf(zones: readonly Zone[]): { x: number; z: number } {
  const least = (side: 'x0' | 'z0'): number => Math.min(...zones.map((zone) => zone[side]))
  const most = (side: 'x1' | 'z1'): number => Math.max(...zones.map((zone) => zone[side]))
  return { x: (least('x0') + most('x1')) / 2, z: (least('z0') + most('z1')) / 2 }
}

/** A point of the rectangle where a body can stand and whereto there is a way, or its middle. */
export function spotIn({ place, entry }: MallPlan, rng: Rng, box: Pick<Zone, 'x0' | 'z0' | 'x1' | 'z1'>): { x: number; z: number } {
  for (let tries = 0; tries < 20; tries++) {
    const x = Math.fround(box.x0 + rng() * (box.x1 - box.x0))
    const z = Math.fround(box.z0 + rng() * (box.z1 - box.z0))
    if (clearanceAt(place.clearance, x, z) > 0.35 && isReachable(place.navigation, entry.x, entry.z, x, z)) return { x, z }
  }
  return { x: (box.x0 + box.x1) / 2, z: (box.z0 + box.z1) / 2 }
}
