import { type Clock, createNetIds, type Rng, tickMs } from '../core/index.ts'
import type { PhysicsPort } from '../physics/index.ts'
import { createSimWorld, type Extension, type ExtensionEvent, extendWorld } from '../sim/index.ts'
import {
  createInterestGrid,
  type InterestGrid,
  type Zone,
  place as placeInGrid,
  remove as removeFromGrid,
  storeyAt,
} from '../space/index.ts'
import type { Place } from './place.ts'
import { firstNews, type Resident } from './resident.ts'

export type WorldServerOptions = {
  readonly place: Place
  readonly physics: PhysicsPort
  /** ms, never going back. */
  readonly clock: Clock
  /** Chooses where in the start zone people appear. */
  readonly rng: Rng
  /** 64 bits that nobody can guess: who shows them again comes back to the same avatar. */
  readonly newToken: () => bigint
  /** Most people at a time, 1 to 8,192. */
  readonly capacity: number
  /** The application's own data and rules; their events come within a tick and must not change the world there. */
  readonly extensions?: readonly Extension[]
  readonly onExtensionEvent?: (event: ExtensionEvent) => void
  /** A viewer is told of people within this distance, metres, … */
  readonly viewRadiusM?: number
  /** … of this many always, the nearest first, … */
  readonly viewNear?: number
  /** … and of this many at most, as far as the bytes allow. The rest is told as a crowd: so many in each square. */
  readonly viewLimit?: number
}

/** State that the parts of the world server share. */
export type Hall = ReturnType<typeof createHall>

/** People stay in view until so many others are nearer, as a multiple of the limit: no flicker at the edge. */
const rankHysteresis = 1.33
/** Called or speaking people who are seen whatever the limit. */
const flaggedSpare = 24

export function createHall(options: WorldServerOptions) {
  const { place, capacity, physics } = options
  const { clearance, map, navigation } = place
  const viewLimit = Math.min(options.viewLimit ?? 60, 120)
  return {
    options,
    // A whole tick of the clock, so that all halls of a thread have their ticks at the same time.
    startMs: Math.floor(options.clock() / tickMs) * tickMs,
    viewRadiusM: options.viewRadiusM ?? 26,
    viewNear: Math.min(options.viewNear ?? 30, viewLimit),
    viewLimit,
    rankHysteresis,
    /** Room for the acquaintances of one viewer. */
    knownRoom: Math.ceil(viewLimit * rankHysteresis) + flaggedSpare,
    world: extendWorld(createSimWorld({ map, clearance, navigation, physics, capacity }), options.extensions, options.onExtensionEvent),
    netIds: createNetIds(capacity),
    /** Who stands where, storey by storey: nobody sees from one into another. */
    grids: Array.from({ length: place.storeys.count }, () =>
      createInterestGrid({ columns: place.map.columns, rows: place.map.rows, capacity }),
    ),
    residents: Array.from<Resident | null>({ length: capacity }).fill(null),
    /** Taken slots, dense, so that nothing loops over empty ones. */
    taken: [] as number[],
    closed: {
      /** Nobody may come into these now. */
      zones: [] as readonly Zone[],
      /** x, y, z and facing of each slot, as of its last step outside of them, … */
      outside: new Float32Array(capacity * 4),
      /** … where this is 1: who stood in one when it was closed has none, and may stay. */
      isKnown: new Uint8Array(capacity),
    },
    /** Slots of people whom everybody near is to see: called, speaking. */
    flagged: [] as number[],
    /** Raised with every change of a slot that viewers must be told, also when somebody else takes it; a viewer keeps the number it was last told. */
    news: new Uint32Array(capacity).fill(firstNews),
    /** 1 where the newest change was an intent and nothing else. */
    newsIsIntent: new Uint8Array(capacity),
    nearby: new Uint16Array(256),
    markStamp: new Uint32Array(capacity),
    markNow: 0,
    /** Tick in which frames were sent last. */
    framesTick: 0,
    stats: { framesSent: 0, bytesSent: 0, intents: 0, corrections: 0, lost: 0, slippedTicks: 0, resumed: 0 },
  }
}

/** The grid of those who are in a storey together with this one. */
export const gridOf = (hall: Hall, resident: Resident): InterestGrid => hall.grids[resident.storey]

/** Notes where somebody stands now. */
export function placeResident(hall: Hall, resident: Resident): void {
  const { Position } = hall.world.components
  const x = Position.x[resident.eid]
  const z = Position.z[resident.eid]
  const storey = storeyAt(hall.options.place.storeys, x, z)
  if (storey !== resident.storey) removeFromGrid(gridOf(hall, resident), resident.slot)
  resident.storey = storey
  placeInGrid(gridOf(hall, resident), resident.slot, x, z)
}

/** Whether somebody stands in another storey than when they were last placed. */
export function hasChangedStorey(hall: Hall, { eid, storey }: Resident): boolean {
  const { Position } = hall.world.components
  return storeyAt(hall.options.place.storeys, Position.x[eid], Position.z[eid]) !== storey
}
