import { createRng, type ManualClock, manualClock, tickMs } from '@balai/engine/core'
import { createWorldServer, type WorldServer } from '@balai/engine/host'
import type { Extension, SimWorld } from '@balai/engine/sim'
import type { FuzzPlace } from './fuzz-places.ts'
import type { FuzzPlan } from './fuzz-plan.ts'

/** The authoritative world of one run and the clock that runs everything. */
export type FuzzHall = {
  readonly clock: ManualClock
  readonly place: FuzzPlace
  readonly server: WorldServer
  /** What the server simulates: the truth that every view is held against. */
  world(): SimWorld
  /** Runs what is due, unless the server's timer is late. */
  step(): void
  calm(): void
}

export function createFuzzHall(plan: FuzzPlan, place: FuzzPlace): FuzzHall {
  const rng = createRng(plan.seed * 31 + 5)
  const clock = manualClock(1000)
  let world: SimWorld | null = null
  let nap = 0
  let turn = 0
  let napChance = plan.napChance
  let tokens = BigInt(plan.seed) << 32n
  const watch: Extension = {
    name: 'watch',
    systemsFor(made) {
      world = made
      return []
    },
  }
  const server = createWorldServer({
    place: place.place,
    physics: place.physics,
    clock,
    rng,
    newToken: () => (tokens += 1n),
    capacity: plan.capacity,
    viewNear: plan.viewNear,
    viewLimit: plan.viewLimit,
    viewRadiusM: plan.viewRadiusM,
    extensions: [watch],
  })
  return {
    clock,
    place,
    server,
    world() {
      if (world === null) throw new Error('the world server has made no world')
      return world
    },
    step() {
      if (nap === 0 && rng() < napChance) nap = 1 + Math.floor(rng() * plan.napTicks)
      if (nap > 0) nap -= 1
      else if (turn++ % plan.stepEvery === 0) server.step()
    },
    calm() {
      napChance = 0
      nap = 0
    },
  }
}

/** Moments within a tick at which messages arrive, ms; the server's turn is at the first. */
export const momentsMs: readonly number[] = [11, 22, tickMs - 33]
