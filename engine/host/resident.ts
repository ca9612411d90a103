import { avatarFlag } from '../snapshot/index.ts'
import { netIdIndex } from '../core/index.ts'
import type { Intent } from '../input/index.ts'
import { clearSight, createSight, type ServerSession, type Sight } from '../net/index.ts'
import { despawnAvatar, spawnAvatar } from '../sim/index.ts'
import type { Hall } from './hall.ts'

/** Facing of somebody who has just come in: up the screen, into the hall (direction 20 is -x -z). */
const inwards = 20

/** Bytes a second that a viewer may be sent on average before it sees fewer people, and the most that it saves or owes. */
export const bytesPerSecond = 200
export const mostBytesSaved = 4 * bytesPerSecond

/** In `knownNews`: this viewer has not been told of them at all, or has asked for their state. News numbers start above. */
export const neverTold = 0
export const stateWanted = 1
const firstNews = 10

/** A person in the hall: the avatar, its session, and what its viewer has been told. */
export type Resident = {
  readonly netId: number
  readonly slot: number
  readonly eid: number
  readonly token: bigint
  readonly look: number
  readonly name: Uint8Array
  /** null while the connection is lost and may come back. */
  session: ServerSession | null
  /** ms of the clock after which a lost connection is given up. */
  awayUntilMs: number
  /** Has physics: can follow others by their intents. */
  canCollide: boolean
  /** Ticks saved up for frames, and the tick up to which they were counted. */
  frameCredit: number
  creditTick: number
  /** Bytes below (above) what this viewer may be sent on average, and how many acquaintances that allows. */
  bytesSaved: number
  viewLimit: number
  /** Which acquaintance was probed last. */
  probeTurn: number
  /** Slots this viewer knows, `knownCount` of them, with the news number last told (`neverTold`, `stateWanted`). */
  readonly known: Uint16Array
  readonly knownNews: Uint32Array
  /** The number of each on the wire, as far as it was told of. */
  readonly knownNumber: Uint8Array
  knownCount: number
  readonly sight: Sight
  /** A bit for each slot whose person this viewer has been told of once: name and look need not be told again. */
  readonly met: Uint8Array
  /** Numbers of those who left the view and have not been told yet. */
  readonly left: number[]
  /** People in each square as last told; null until anybody was hidden by the limit. */
  crowdTold: Uint8Array | null
  isCrowdDue: boolean
  crowdLooks: number
  /** Intents stamped ahead of the server's tick, oldest first. */
  readonly waiting: { intent: Intent; stamp: number; check: number }[]
}

/** Puts a person into the hall. */
export function enterHall(
  hall: Hall,
  options: {
    readonly session: ServerSession
    readonly netId: number
    readonly look: number
    readonly name: Uint8Array
    readonly at: { readonly x: number; readonly z: number }
    readonly canCollide: boolean
  },
): Resident {
  const { netId } = options
  const slot = netIdIndex(netId)
  const eid = spawnAvatar(hall.world, {
    netId,
    look: options.look,
    flags: 0,
    lagTicks: 0,
    isWatched: false,
    state: { x: options.at.x, y: 0, z: options.at.z, facing: inwards, walkedM: 0 },
  })
  const resident: Resident = {
    netId,
    slot,
    eid,
    token: hall.options.newToken(),
    look: options.look,
    name: options.name,
    session: options.session,
    awayUntilMs: 0,
    canCollide: options.canCollide,
    frameCredit: 0,
    creditTick: 0,
    bytesSaved: 0,
    viewLimit: hall.viewNear,
    probeTurn: 0,
    known: new Uint16Array(hall.knownRoom),
    knownNews: new Uint32Array(hall.knownRoom),
    knownNumber: new Uint8Array(hall.knownRoom),
    knownCount: 0,
    sight: createSight(),
    met: new Uint8Array(Math.ceil(hall.options.capacity / 8)),
    left: [],
    crowdTold: null,
    isCrowdDue: false,
    crowdLooks: 0,
    waiting: [],
  }
  hall.news[slot] = firstNews
  hall.newsIsIntent[slot] = 0
  hall.residents[slot] = resident
  hall.taken.push(slot)
  return resident
}

/** Forgets what a viewer was told: it begins anew on another connection. */
export function beginViewing(resident: Resident, session: ServerSession, canCollide: boolean): void {
  resident.session = session
  resident.canCollide = canCollide
  resident.knownCount = 0
  resident.left.length = 0
  resident.met.fill(0)
  clearSight(resident.sight)
  resident.crowdTold = null
  resident.waiting.length = 0
  resident.frameCredit = 0
  resident.bytesSaved = 0
}

/** Sets the bits over somebody's head; who is called or speaks is seen by everybody near. */
export function markResident(hall: Hall, resident: Resident, flags: number): void {
  const { Identity } = hall.world.components
  if (Identity.flags[resident.eid] === flags) return
  Identity.flags[resident.eid] = flags
  tellNews(hall, resident.slot, false)
  const at = hall.flagged.indexOf(resident.slot)
  if ((flags & (avatarFlag.called | avatarFlag.speaking)) === 0) {
    if (at >= 0) hall.flagged.splice(at, 1)
  } else if (at < 0) hall.flagged.push(resident.slot)
}

/** Something about this slot changed that its viewers must be told. */
export function tellNews(hall: Hall, slot: number, isIntent: boolean): void {
  hall.news[slot] += 1
  hall.newsIsIntent[slot] = isIntent ? 1 : 0
}

export const hasMet = (viewer: Resident, slot: number): boolean => (viewer.met[slot >> 3] & (1 << (slot & 7))) !== 0

export function meet(viewer: Resident, slot: number): void {
  viewer.met[slot >> 3] |= 1 << (slot & 7)
}

/** Takes a person out of the world; the slot may be used again. */
export function leaveHall(hall: Hall, resident: Resident): void {
  const { slot } = resident
  hall.residents[slot] = null
  hall.taken.splice(hall.taken.indexOf(slot), 1)
  const flagged = hall.flagged.indexOf(slot)
  if (flagged >= 0) hall.flagged.splice(flagged, 1)
  for (const other of hall.taken) {
    const viewer = hall.residents[other]
    if (viewer !== null) viewer.met[slot >> 3] &= ~(1 << (slot & 7))
  }
  despawnAvatar(hall.world, resident.eid)
  hall.netIds.release(resident.netId)
}
