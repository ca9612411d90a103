import { type Clock, createNetIds, type Rng } from '../core/index.ts'
import type { PhysicsPort } from '../physics/index.ts'
import { createSimWorld } from '../sim/index.ts'
import { createInterestGrid } from '../space/index.ts'
import type { Place } from './place.ts'
import type { Resident } from './resident.ts'

export type WorldServerOptions = {
  readonly place: Place
  readonly physics: PhysicsPort
  /** ms, never going back. */
  readonly clock: Clock
  /** Chooses where in the start zone people appear. */
  readonly rng: Rng
  /** Most people at a time, 1 to 8,192. */
  readonly capacity: number
  /** A viewer is told of people within this distance, metres, … */
  readonly viewRadiusM?: number
  /** … and of this many at most, the nearest first. */
  readonly viewLimit?: number
}

/** State that the parts of the world server share. */
export type Hall = ReturnType<typeof createHall>

export function createHall(options: WorldServerOptions) {
  const { place } = options
  const startMs = options.clock()
  return {
    options,
    startMs,
    viewRadiusM: options.viewRadiusM ?? 26,
    viewLimit: Math.min(options.viewLimit ?? 60, 120),
    world: createSimWorld({
      map: place.map,
      clearance: place.clearance,
      navigation: place.navigation,
      physics: options.physics,
      capacity: options.capacity,
    }),
    netIds: createNetIds(options.capacity),
    grid: createInterestGrid({ columns: place.map.columns, rows: place.map.rows, cellM: 8, capacity: options.capacity }),
    residents: Array.from<Resident | null>({ length: options.capacity }).fill(null),
    /** Taken slots, dense, so that nothing loops over empty ones. */
    taken: [] as number[],
    nearby: new Uint16Array(256),
    markStamp: new Uint32Array(options.capacity),
    markNow: 0,
    stats: { framesSent: 0, bytesSent: 0, intents: 0, corrections: 0, lost: 0, slippedTicks: 0 },
  }
}
