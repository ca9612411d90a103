import { createWorld, type World } from 'bitecs'
import type { Clearance, Navigation, SpaceMap } from '../space/index.ts'
import type { PhysicsPort } from '../physics/index.ts'
import { type Components, createComponents } from './components.ts'
import { createHistory, type History } from './history.ts'
import { createLiveSet, type LiveSet } from './live-set.ts'
import type { PendingIntents } from './pending.ts'
import { createPending } from './pending.ts'

/** Points a path may have; a longer one is walked as far as they reach. */
export const routePoints = 48

/** A part of the tick. */
export type System = (world: SimWorld) => void

/** One simulated place. Made by the host; every system takes it as its first argument. */
export type SimWorld = {
  readonly ecs: World
  readonly map: SpaceMap
  readonly clearance: Clearance
  readonly navigation: Navigation
  /** null until it has arrived: walking in free space goes on without it (M5). */
  physics: PhysicsPort | null
  /** The last tick simulated. */
  tick: number
  readonly capacity: number
  readonly components: Components
  /** `routes[eid]`: x, z pairs, metres. */
  readonly routes: readonly Float32Array[]
  readonly pending: PendingIntents
  /** The application's own, in their order; filled by `extendWorld`. */
  readonly systems: System[]
  readonly events: SimEvents
  readonly history: History
  /** Everybody, and those whom an intent still moves. */
  readonly avatars: LiveSet
  readonly moving: LiveSet
  readonly scratchMove: Float32Array
  readonly scratchZones: Uint16Array
  /** Zones that each watched avatar stands in. */
  readonly inside: Map<number, number[]>
}

/** What happened in the last tick; the host reads and clears it. */
export type SimEvents = {
  readonly zones: { eid: number; kind: 'entered' | 'left'; zone: number }[]
  /** Avatars that stand at the edge of free space because physics has not arrived (M5). */
  readonly waitingForPhysics: number[]
  /** Avatars whose state did not fit the check that came with an intent. Cleared by whoever reads it. */
  readonly diverged: number[]
}

export type SimWorldOptions = {
  readonly map: SpaceMap
  readonly clearance: Clearance
  readonly navigation: Navigation
  readonly physics: PhysicsPort | null
  readonly capacity: number
  readonly startTick?: number
}

/**
 * Creates an empty simulation of a map. Nothing in it is global: any number can run in one thread.
 * The physics port stays the caller's to dispose of.
 */
export function createSimWorld(options: SimWorldOptions): SimWorld {
  const { capacity } = options
  if (!(Number.isInteger(capacity) && capacity >= 1 && capacity <= 16384)) {
    throw new TypeError(`options.capacity must be a whole number from 1 to 16384, got ${capacity}`)
  }
  const ecs = createWorld()
  const components = createComponents(capacity)
  return {
    ecs,
    map: options.map,
    clearance: options.clearance,
    navigation: options.navigation,
    physics: options.physics,
    tick: options.startTick ?? 1,
    capacity,
    components,
    history: createHistory(capacity),
    avatars: createLiveSet(ecs, components.Identity, capacity),
    moving: createLiveSet(ecs, components.IsMoving, capacity),
    routes: Array.from({ length: capacity + 1 }, () => new Float32Array(routePoints * 2)),
    pending: createPending(capacity),
    systems: [],
    events: { zones: [], waitingForPhysics: [], diverged: [] },
    scratchMove: new Float32Array(3),
    scratchZones: new Uint16Array(16),
    inside: new Map(),
  }
}
