import type { Intent } from '../input/index.ts'
import { clearSight, type ServerSession, type Sight } from '../net/index.ts'

/** Bytes a second that a viewer may be sent on average before it sees fewer people, and the most that it saves or owes. */
export const bytesPerSecond = 160
export const mostBytesSaved = 4 * bytesPerSecond

/** In `knownNews`: this viewer has not been told of them at all, or has asked for their state. News numbers start above. */
export const neverTold = 0
export const stateWanted = 1
export const firstNews = 10

/** Ticks of walking that the late intents of somebody new may cost: nobody can be later than they are old. */
export const firstWork = 1200

/** A person in the hall: the avatar, its session, and what its viewer has been told. */
export type Resident = {
  readonly netId: number
  readonly slot: number
  readonly eid: number
  readonly token: bigint
  look: number
  readonly name: Uint8Array
  /** Where the avatar was when last placed: see `placeResident`. */
  storey: number
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
  /** Counts frames: whose turn it is to be probed. */
  probeTurn: number
  /** Slots this viewer knows, `knownCount` of them, with the news number last told (`neverTold`, `stateWanted`). */
  readonly known: Uint16Array
  readonly knownNews: Uint32Array
  /** Who each was when told of: somebody else may have the slot by now. */
  readonly knownWho: Uint32Array
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
  /** Passes over its turn to look whom it should know. */
  skipsLook: boolean
  /** Intents stamped ahead of the server's tick, oldest first. */
  readonly waiting: { intent: Intent; stamp: number; check: number }[]
  /** Was corrected, and its client has not said that it heard: what it sent before is void at both ends. */
  isCorrected: boolean
  /** What its late intents may still cost, in ticks of walking, as of `workTick`. */
  work: number
  workTick: number
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
  resident.isCorrected = false
  resident.frameCredit = 0
  resident.bytesSaved = 0
}

export const hasMet = (viewer: Resident, slot: number): boolean => (viewer.met[slot >> 3] & (1 << (slot & 7))) !== 0

export function meet(viewer: Resident, slot: number): void {
  viewer.met[slot >> 3] |= 1 << (slot & 7)
}

/** Drops the viewer's `index`-th acquaintance and notes that it must be told. */
export function forget(viewer: Resident, index: number): void {
  if (viewer.knownNews[index] !== neverTold) viewer.left.push(viewer.knownNumber[index])
  viewer.knownCount -= 1
  const last = viewer.knownCount
  viewer.known[index] = viewer.known[last]
  viewer.knownNews[index] = viewer.knownNews[last]
  viewer.knownWho[index] = viewer.knownWho[last]
  viewer.knownNumber[index] = viewer.knownNumber[last]
}
