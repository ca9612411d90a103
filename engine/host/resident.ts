import type { Intent } from '../input/index.ts'
import type { ServerSession } from '../net/index.ts'
import { despawnAvatar, type SimWorld, spawnAvatar } from '../sim/index.ts'

/** Facing of somebody who has just come in: up the screen, into the hall (direction 20 is -x -z). */
const inwards = 20

/** In `knownNews`: this viewer has not been told of them at all, or has asked for their state. News numbers start above. */
export const neverTold = 0
export const stateWanted = 1
const firstNews = 10

/** A person in the hall: the avatar, its session, and what its viewer has been told. */
export type Resident = {
  readonly netId: number
  readonly eid: number
  readonly session: ServerSession
  readonly look: number
  readonly name: Uint8Array
  /** Raised with every change that viewers must be told. */
  newsNumber: number
  /** The newest change was an intent and nothing else. */
  newsIsIntent: boolean
  /** Has physics: can follow others by their intents. */
  canCollide: boolean
  /** Ticks saved up for frames, and the tick up to which they were counted. */
  frameCredit: number
  creditTick: number
  /** Which acquaintance was probed last. */
  probeTurn: number
  /** Slots this viewer knows, `knownCount` of them, with the news number last told (`neverTold`, `stateWanted`). */
  readonly known: Uint16Array
  readonly knownNews: Uint32Array
  knownCount: number
  /** Slots that left the view and have not been told yet. */
  readonly left: number[]
  /** Intents stamped ahead of the server's tick, oldest first. */
  readonly waiting: { intent: Intent; stamp: number; check: number }[]
  position(world: SimWorld): { x: number; z: number }
  facing(world: SimWorld): number
  mark(world: SimWorld, flags: number): void
  leave(world: SimWorld): void
}

export function createResident(options: {
  world: SimWorld
  session: ServerSession
  netId: number
  look: number
  name: Uint8Array
  flags: number
  at: { x: number; z: number }
  viewLimit: number
  canCollide: boolean
}): Resident {
  const { netId, look, session, name } = options
  const eid = spawnAvatar(options.world, {
    netId,
    look,
    flags: options.flags,
    lagTicks: 0,
    isWatched: false,
    state: { x: options.at.x, y: 0, z: options.at.z, facing: inwards, walkedM: 0 },
  })
  const resident: Resident = {
    netId,
    eid,
    session,
    look,
    name,
    newsNumber: firstNews,
    newsIsIntent: false,
    canCollide: options.canCollide,
    frameCredit: 0,
    creditTick: 0,
    probeTurn: 0,
    known: new Uint16Array(options.viewLimit),
    knownNews: new Uint32Array(options.viewLimit),
    knownCount: 0,
    left: [],
    waiting: [],
    position: (world) => ({ x: world.components.Position.x[eid], z: world.components.Position.z[eid] }),
    facing: (world) => world.components.Facing.direction[eid],
    mark(world, flags) {
      world.components.Identity.flags[eid] = flags
      resident.newsNumber += 1
      resident.newsIsIntent = false
    },
    leave(world) {
      despawnAvatar(world, eid)
    },
  }
  return resident
}
