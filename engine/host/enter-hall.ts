import { netIdIndex } from '../core/index.ts'
import { intentKind } from '../input/index.ts'
import { createSight, type ServerSession } from '../net/index.ts'
import { despawnAvatar, spawnAvatar } from '../sim/index.ts'
import { avatarFlag } from '../snapshot/index.ts'
import { remove as removeFromGrid, storeyAt } from '../space/index.ts'
import { gridOf, type Hall, placeResident } from './hall.ts'
import { firstWork, forget, neverTold, type Resident, stateWanted } from './resident.ts'

/** Facing of somebody who has just come in: up the screen, into the hall (direction 20 is -x -z). */
const inwards = 20

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
  // It stands since the tick before, which is the one that its client takes for now; an intent from before that would be a leap.
  const { CurrentIntent, Origin, Settled } = hall.world.components
  CurrentIntent.stamp[eid] = hall.world.tick
  Origin.tick[eid] = hall.world.tick - 1
  Settled.tick[eid] = hall.world.tick - 1
  const resident: Resident = {
    netId,
    slot,
    eid,
    token: hall.options.newToken(),
    look: options.look,
    name: options.name,
    storey: storeyAt(hall.options.place.storeys, options.at.x, options.at.z),
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
    knownWho: new Uint32Array(hall.knownRoom),
    knownNumber: new Uint8Array(hall.knownRoom),
    knownCount: 0,
    sight: createSight(),
    met: new Uint8Array(Math.ceil(hall.options.capacity / 8)),
    left: [],
    crowdTold: null,
    isCrowdDue: false,
    crowdLooks: 0,
    skipsLook: false,
    waiting: [],
    isCorrected: false,
    work: firstWork,
    workTick: hall.world.tick,
  }
  hall.closed.isKnown[slot] = 0
  tellNews(hall, slot, false)
  hall.residents[slot] = resident
  hall.taken.push(slot)
  placeResident(hall, resident)
  return resident
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

/**
 * This viewer has walls now, and can follow. Whoever walks in a direction, or did when it was told of them last, it may have lost at one
 * before: their state is told anew.
 */
export function nowCollides(hall: Hall, viewer: Resident): void {
  viewer.canCollide = true
  const { CurrentIntent } = hall.world.components
  for (let i = 0; i < viewer.knownCount; i++) {
    const other = hall.residents[viewer.known[i]]
    if (other === null || viewer.knownNews[i] === neverTold) continue
    const hasNews = viewer.knownNews[i] !== hall.news[other.slot]
    if (hasNews || CurrentIntent.kind[other.eid] === intentKind.walk) viewer.knownNews[i] = stateWanted
  }
}

/** Somebody looks different from now on. Whoever has them in view is told of them as of somebody new. */
export function changeLook(hall: Hall, resident: Resident, look: number): void {
  if (resident.look === look) return
  resident.look = look
  hall.world.components.Identity.look[resident.eid] = look
  beStranger(hall, resident.slot)
  for (const other of hall.taken) {
    const viewer = hall.residents[other]
    const at = viewer === null ? -1 : viewer.known.subarray(0, viewer.knownCount).indexOf(resident.slot)
    if (viewer !== null && at >= 0) forget(viewer, at)
  }
}

/** Nobody has met whoever is in this slot. */
function beStranger(hall: Hall, slot: number): void {
  for (const other of hall.taken) {
    const viewer = hall.residents[other]
    if (viewer !== null) viewer.met[slot >> 3] &= ~(1 << (slot & 7))
  }
}

/** Something about this slot changed that its viewers must be told. */
export function tellNews(hall: Hall, slot: number, isIntent: boolean): void {
  hall.news[slot] += 1
  hall.newsIsIntent[slot] = isIntent ? 1 : 0
}

/** Takes a person out of the world; the slot may be used again. */
export function leaveHall(hall: Hall, resident: Resident): void {
  const { slot } = resident
  hall.residents[slot] = null
  hall.taken.splice(hall.taken.indexOf(slot), 1)
  const flagged = hall.flagged.indexOf(slot)
  if (flagged >= 0) hall.flagged.splice(flagged, 1)
  removeFromGrid(gridOf(hall, resident), slot)
  beStranger(hall, slot)
  // Viewers find out by the news that somebody else, or nobody, is there now.
  tellNews(hall, slot, false)
  despawnAvatar(hall.world, resident.eid)
  hall.netIds.release(resident.netId)
}
