import { netIdIndex } from '../core/index.ts'
import type { Intent } from '../input/index.ts'
import {
  createWireWriter,
  type FrameCounts,
  oldestChangeTicks,
  putCount,
  writeChange,
  writeEntered,
  writeFrameHead,
  writeLeft,
  writeProbe,
  writeState,
  written,
} from '../net/index.ts'
import { avatarHash, isMoving, originHash, readOldestState } from '../sim/index.ts'
import type { Hall } from './hall.ts'
import { neverTold, type Resident } from './resident.ts'
import { updateInterest } from './update-interest.ts'

/** Ticks between two looks at whom a viewer should know. */
const interestEveryTicks = 8
/**
 * A frame costs a viewer this many ticks of credit, of which one comes with every tick: over time 4 frames a second, because headers cost
 * more than what they head. What a quiet hall has saved is spent at once, so that a single step is seen without delay.
 */
const frameCostTicks = 5
const mostCreditTicks = 10 * frameCostTicks
/** Bytes waiting in a socket above which a viewer is told nothing more until they have gone. */
const busyBytes = 48 * 1024
/** Bytes waiting above which the viewer is given up. */
const hopelessBytes = 1024 * 1024
/** Most rows of a list in one frame; the rest goes with the next. */
const rowsInList = 120

const writer = createWireWriter(8192)
const intent: Intent = { kind: 0, direction: 0, targetX: 0, targetZ: 0 }
const state = { x: 0, y: 0, z: 0, facing: 0 }
const counts: FrameCounts = { left: 0, entered: 0, states: 0, changes: 0, probes: 0 }
/** Indices into a viewer's acquaintances, sorted into the lists of the frame under way. */
const rows = { entered: new Uint16Array(rowsInList), states: new Uint16Array(rowsInList), changes: new Uint16Array(rowsInList) }

/** Tells every viewer what changed since its last frame; a viewer for whom nothing changed gets nothing. */
export function sendFrames(hall: Hall): void {
  const { tick } = hall.world
  for (let i = hall.taken.length - 1; i >= 0; i--) {
    const slot = hall.taken[i]
    const viewer = hall.residents[slot]
    if (viewer === null) continue
    const waiting = viewer.session.bufferedAmount()
    if (waiting > hopelessBytes) {
      viewer.session.close('slow')
      continue
    }
    if (waiting > busyBytes) continue
    // Staggered, so that not all viewers look in the same tick.
    if ((tick + slot) % interestEveryTicks === 0) updateInterest(hall, slot)
    viewer.frameCredit = Math.min(mostCreditTicks, viewer.frameCredit + tick - viewer.creditTick)
    viewer.creditTick = tick
    if (viewer.frameCredit >= frameCostTicks && sendFrame(hall, viewer)) viewer.frameCredit -= frameCostTicks
  }
}

function sendFrame(hall: Hall, viewer: Resident): boolean {
  sortRows(hall, viewer)
  if (counts.left + counts.entered + counts.states + counts.changes === 0) return false
  const probed = pickProbe(hall, viewer)
  counts.probes = probed === null ? 0 : 1
  const { tick } = hall.world
  writer.at = 0
  writeFrameHead(writer, tick, counts)
  putCount(writer, counts.left)
  for (let i = 0; i < counts.left; i++) writeLeft(writer, viewer.left[i])
  viewer.left.splice(0, counts.left)
  putCount(writer, counts.entered)
  for (let i = 0; i < counts.entered; i++) tell(hall, viewer, rows.entered[i], putEntered)
  putCount(writer, counts.states)
  for (let i = 0; i < counts.states; i++) tell(hall, viewer, rows.states[i], putState)
  putCount(writer, counts.changes)
  for (let i = 0; i < counts.changes; i++) tell(hall, viewer, rows.changes[i], putChange)
  putCount(writer, counts.probes)
  if (probed !== null) writeProbe(writer, { slot: netIdIndex(probed.netId), check: avatarHash(hall.world, probed.eid) & 0xffff })
  viewer.session.send(written(writer))
  hall.stats.framesSent += 1
  hall.stats.bytesSent += writer.at
  return true
}

/** Sorts a viewer's acquaintances into those who came, whose state is needed, and whose new intent is enough. */
function sortRows(hall: Hall, viewer: Resident): void {
  counts.left = Math.min(viewer.left.length, 255)
  counts.entered = 0
  counts.states = 0
  counts.changes = 0
  const { CurrentIntent } = hall.world.components
  for (let i = 0; i < viewer.knownCount; i++) {
    const resident = hall.residents[viewer.known[i]]
    const told = viewer.knownNews[i]
    if (resident === null || told === resident.newsNumber) continue
    if (told === neverTold) {
      // Somebody new may stand in the slot of one whose leaving has not been told yet.
      if (counts.entered < rowsInList && viewer.left.length <= counts.left) rows.entered[counts.entered++] = i
      continue
    }
    // The viewer can compute the state only if it was told of every intent before, has walls, and the news is an intent.
    const follows = viewer.canCollide && told + 1 === resident.newsNumber && resident.newsIsIntent
    const recent = hall.world.tick - CurrentIntent.stamp[resident.eid] < oldestChangeTicks
    if (follows && recent) {
      if (counts.changes < rowsInList) rows.changes[counts.changes++] = i
    } else if (counts.states < rowsInList) rows.states[counts.states++] = i
  }
}

/** The next of the viewer's acquaintances in turn, if they stand: where somebody stands is what a divergence would leave behind. */
function pickProbe(hall: Hall, viewer: Resident): Resident | null {
  if (viewer.knownCount === 0) return null
  viewer.probeTurn = (viewer.probeTurn + 1) % viewer.knownCount
  const resident = hall.residents[viewer.known[viewer.probeTurn]]
  if (resident === null || viewer.knownNews[viewer.probeTurn] !== resident.newsNumber) return null
  return isMoving(hall.world, resident.eid) ? null : resident
}

function tell(hall: Hall, viewer: Resident, index: number, put: (hall: Hall, resident: Resident) => void): void {
  const resident = hall.residents[viewer.known[index]]
  if (resident === null) return
  put(hall, resident)
  viewer.knownNews[index] = resident.newsNumber
}

function putEntered(hall: Hall, resident: Resident): void {
  const { netId, look, name } = resident
  writeEntered(writer, hall.world.tick, {
    netId,
    look,
    name,
    flags: hall.world.components.Identity.flags[resident.eid],
    ...readState(hall, resident.eid),
  })
}

function putState(hall: Hall, resident: Resident): void {
  const flags = hall.world.components.Identity.flags[resident.eid]
  writeState(writer, hall.world.tick, { slot: netIdIndex(resident.netId), flags, ...readState(hall, resident.eid) })
}

function putChange(hall: Hall, resident: Resident): void {
  const { world } = hall
  readIntent(hall, resident.eid)
  const stamp = world.components.CurrentIntent.stamp[resident.eid]
  writeChange(writer, world.tick, { slot: netIdIndex(resident.netId), stamp, check: originHash(world, resident.eid) & 0xffff, intent })
}

function readState(hall: Hall, eid: number): { stamp: number; state: typeof state; intent: Intent } {
  return { stamp: readOldestState(hall.world, eid, state, intent), state, intent }
}

function readIntent(hall: Hall, eid: number): void {
  const { CurrentIntent } = hall.world.components
  intent.kind = CurrentIntent.kind[eid] as Intent['kind']
  intent.direction = CurrentIntent.direction[eid]
  intent.targetX = CurrentIntent.targetX[eid]
  intent.targetZ = CurrentIntent.targetZ[eid]
}
