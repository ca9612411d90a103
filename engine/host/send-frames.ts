import { tickSeconds } from '../core/index.ts'
import type { Intent } from '../input/index.ts'
import {
  createWireWriter,
  freeNumber,
  type FrameCounts,
  putCount,
  takeNumber,
  writeAgain,
  writeChange,
  writeCrowdCell,
  writeEntered,
  writeFrameHead,
  writeLeft,
  writeProbe,
  writeState,
  written,
} from '../net/index.ts'
import { avatarHash, isMoving, lateTicks, originHash, readOldestState } from '../sim/index.ts'
import { gridOf, type Hall, hasChangedStorey } from './hall.ts'
import { bytesPerSecond, forget, hasMet, meet, mostBytesSaved, neverTold, type Resident } from './resident.ts'
import { crowdEveryTicks, crowdRows, crowdWasTold, gatherCrowd } from './tell-crowd.ts'
import { updateInterest } from './update-interest.ts'

/** Ticks between two looks at whom a viewer should know. */
const interestEveryTicks = 20
/** With more people than this in the hall, whoever stands where they stood looks every other time. */
const fewPeople = 200
/**
 * A frame costs a viewer this many ticks of credit, of which one comes with every tick: headers cost more than what they head, so that in
 * a crowd news is grouped, the larger the more: by a tick for each 70 people. What a quiet hall has saved is spent at once, so that a single
 * step is seen without delay.
 */
const frameCostTicks = 9
const peopleATick = 70
const mostFrameCostTicks = 24
/** In a crowd a viewer's turn comes every so many ticks: whether there is news for it is not asked in each. */
const crowdTurnTicks = 4
const mostCreditTicks = 90
/** A large frame costs more: nobody is sent more than this for long. Bytes a tick of credit. */
const bytesACreditTick = 1600 * tickSeconds
/** The WebSocket's own header, for the account. */
const headerBytes = 4
/** Bytes waiting in a socket above which a viewer is told nothing more until they have gone. */
const busyBytes = 48 * 1024
/** Bytes waiting above which the viewer is given up. */
const hopelessBytes = 1024 * 1024
/**
 * An intent stamped longer ago is told with its state: a viewer goes back no further than a late intent may (M10), and the news takes its time
 * to get there.
 */
const changeTicks = lateTicks - 20
/** A probe goes with every so many frames. */
const probeEveryFrames = 3
/** Most rows of a list in one frame; the rest goes with the next. */
const rowsInList = 120

const writer = createWireWriter(8192)
const counts: FrameCounts = { left: 0, entered: 0, again: 0, states: 0, changes: 0, probes: 0, crowd: 0 }
/** Indices into a viewer's acquaintances, sorted into the lists of the frame under way. */
const newRows = (): Uint16Array => new Uint16Array(rowsInList)
const rows = { entered: newRows(), again: newRows(), states: newRows(), changes: newRows() }
/** One row of each kind, filled again and again: a frame makes no garbage. */
const intent: Intent = { kind: 0, direction: 0, targetX: 0, targetZ: 0 }
const state = { x: 0, y: 0, z: 0, facing: 0 }
const noName: Uint8Array = new Uint8Array()
const stateRow = { netId: 0, slot: 0, number: 0, look: 0, name: noName, flags: 0, stamp: 0, state, intent }
const probeRow = { number: 0, check: 0 }
const changeRow = { number: 0, stamp: 0, check: 0, intent }

/** Tells every viewer what changed since its last frame; a viewer for whom nothing changed gets nothing. */
export function sendFrames(hall: Hall): void {
  const { tick } = hall.world
  const passed = tick - hall.framesTick
  hall.framesTick = tick
  const people = hall.taken.length
  const turnTicks = people > fewPeople ? crowdTurnTicks : 1
  const costTicks = Math.min(mostFrameCostTicks, frameCostTicks + Math.floor(people / peopleATick))
  for (let i = hall.taken.length - 1; i >= 0; i--) {
    const slot = hall.taken[i]
    const viewer = hall.residents[slot]
    if (viewer === null || (tick + slot) % turnTicks >= passed) continue
    // Staggered, so that not all viewers look in the same tick; a machine that is late runs several ticks at a time.
    // Whoever has taken the stairs sees who is there at once.
    const isDue = (tick + slot) % interestEveryTicks < passed && !maySkipLook(hall, viewer)
    if (isDue || hasChangedStorey(hall, viewer)) updateInterest(hall, slot)
    if (viewer.session === null) continue
    const waiting = viewer.session.bufferedAmount()
    if (waiting > hopelessBytes) {
      viewer.session.close('slow')
      continue
    }
    if (waiting > busyBytes) continue
    if ((tick + slot) % crowdEveryTicks < passed) viewer.isCrowdDue = true
    const ticks = tick - viewer.creditTick
    viewer.creditTick = tick
    viewer.frameCredit = Math.min(mostCreditTicks, viewer.frameCredit + ticks)
    viewer.bytesSaved = Math.min(mostBytesSaved, viewer.bytesSaved + ticks * bytesPerSecond * tickSeconds)
    if (viewer.frameCredit >= costTicks) sendFrame(hall, viewer, costTicks)
  }
}

/** In a crowd, every other look of who has not moved since the last. */
function maySkipLook(hall: Hall, viewer: Resident): boolean {
  const { Position } = hall.world.components
  const { xs, zs } = gridOf(hall, viewer)
  const { eid, slot } = viewer
  viewer.skipsLook = !viewer.skipsLook && hall.taken.length > fewPeople && xs[slot] === Position.x[eid] && zs[slot] === Position.z[eid]
  return viewer.skipsLook
}

function sendFrame(hall: Hall, viewer: Resident, costTicks: number): void {
  sortRows(hall, viewer)
  const isNews = counts.left + counts.entered + counts.again + counts.states + counts.changes > 0
  counts.crowd = 0
  if (viewer.isCrowdDue) {
    viewer.isCrowdDue = false
    gatherCrowd(hall, viewer)
    counts.crowd = crowdRows.count
  }
  if (!isNews && counts.crowd === 0) return
  const probed = pickProbe(hall, viewer)
  counts.probes = probed === null ? 0 : 1
  const { tick } = hall.world
  writer.at = 0
  writeFrameHead(writer, tick, counts)
  putCount(writer, counts.left)
  for (let i = 0; i < counts.left; i++) {
    writeLeft(writer, viewer.left[i])
    freeNumber(viewer.sight, viewer.left[i])
  }
  viewer.left.splice(0, counts.left)
  putCount(writer, counts.entered)
  for (let i = 0; i < counts.entered; i++) tell(hall, viewer, rows.entered[i], putEntered)
  putCount(writer, counts.again)
  for (let i = 0; i < counts.again; i++) tell(hall, viewer, rows.again[i], putAgain)
  putCount(writer, counts.states)
  for (let i = 0; i < counts.states; i++) tell(hall, viewer, rows.states[i], putState)
  putCount(writer, counts.changes)
  for (let i = 0; i < counts.changes; i++) tell(hall, viewer, rows.changes[i], putChange)
  putCount(writer, counts.probes)
  if (probed !== null) putProbe(hall, viewer, probed)
  putCount(writer, counts.crowd)
  for (let i = 0; i < counts.crowd; i++) writeCrowdCell(writer, crowdRows.cells[i], crowdRows.counts[i])
  if (counts.crowd > 0) crowdWasTold(viewer)
  viewer.session?.send(written(writer))
  const bytes = writer.at + headerBytes
  viewer.frameCredit -= Math.max(costTicks, bytes / bytesACreditTick)
  viewer.bytesSaved = Math.max(-mostBytesSaved, viewer.bytesSaved - bytes)
  hall.stats.framesSent += 1
  hall.stats.bytesSent += writer.at
}

/** Sorts a viewer's acquaintances into those who came, whose state is needed, and whose new intent is enough. */
function sortRows(hall: Hall, viewer: Resident): void {
  forgetGone(hall, viewer)
  counts.left = Math.min(viewer.left.length, 255)
  counts.entered = 0
  counts.again = 0
  counts.states = 0
  counts.changes = 0
  const { CurrentIntent } = hall.world.components
  const { news } = hall
  const { known, knownCount, knownNews } = viewer
  for (let i = 0; i < knownCount; i++) {
    const slot = known[i]
    const told = knownNews[i]
    if (told === news[slot]) continue
    if (told === neverTold) {
      // Somebody new may stand in the slot of one whose leaving has not been told yet.
      if (viewer.left.length > counts.left) continue
      if (hasMet(viewer, slot)) {
        if (counts.again < rowsInList) rows.again[counts.again++] = i
      } else if (counts.entered < rowsInList) rows.entered[counts.entered++] = i
      continue
    }
    const resident = hall.residents[slot]
    if (resident === null) continue
    // The viewer can compute the state only if it was told of every intent before, has walls, and the news is an intent.
    const follows = viewer.canCollide && told + 1 === news[slot] && hall.newsIsIntent[slot] === 1
    const recent = hall.world.tick - CurrentIntent.stamp[resident.eid] < changeTicks
    if (follows && recent) {
      if (counts.changes < rowsInList) rows.changes[counts.changes++] = i
    } else if (counts.states < rowsInList) rows.states[counts.states++] = i
  }
}

/** Whoever has left the hall is known no more, whoever has their slot now. */
function forgetGone(hall: Hall, viewer: Resident): void {
  const { known, knownNews, knownWho } = viewer
  for (let i = viewer.knownCount - 1; i >= 0; i--) {
    if (knownNews[i] !== hall.news[known[i]] && hall.residents[known[i]]?.netId !== knownWho[i]) forget(viewer, i)
  }
}

/** The next of the viewer's acquaintances in turn, if they stand: where somebody stands is what a divergence would leave behind. */
function pickProbe(hall: Hall, viewer: Resident): Resident | null {
  viewer.probeTurn += 1
  if (viewer.knownCount === 0 || viewer.probeTurn % probeEveryFrames !== 0) return null
  const index = probeIndex(viewer)
  const resident = hall.residents[viewer.known[index]]
  if (resident === null || viewer.knownNews[index] !== hall.news[resident.slot]) return null
  return isMoving(hall.world, resident.eid) ? null : resident
}

const probeIndex = (viewer: Resident): number => (viewer.probeTurn / probeEveryFrames) % viewer.knownCount

function tell(hall: Hall, viewer: Resident, index: number, put: (hall: Hall, resident: Resident, number: number) => void): void {
  const resident = hall.residents[viewer.known[index]]
  if (resident === null) return
  if (viewer.knownNews[index] === neverTold) viewer.knownNumber[index] = takeNumber(viewer.sight, resident.slot)
  put(hall, resident, viewer.knownNumber[index])
  viewer.knownNews[index] = hall.news[resident.slot]
  meet(viewer, resident.slot)
}

function putEntered(hall: Hall, resident: Resident): void {
  fillStateRow(hall, resident)
  stateRow.netId = resident.netId
  stateRow.look = resident.look
  stateRow.name = resident.name
  writeEntered(writer, hall.world.tick, stateRow)
}

function putAgain(hall: Hall, resident: Resident): void {
  fillStateRow(hall, resident)
  writeAgain(writer, hall.world.tick, stateRow)
}

function putState(hall: Hall, resident: Resident, number: number): void {
  fillStateRow(hall, resident)
  stateRow.number = number
  writeState(writer, hall.world.tick, stateRow)
}

/** The next intent may come late: what is told is the earliest state that it can name. */
function fillStateRow(hall: Hall, { eid, slot }: Resident): void {
  stateRow.slot = slot
  stateRow.flags = hall.world.components.Identity.flags[eid]
  stateRow.stamp = readOldestState(hall.world, eid, state, intent)
}

function putProbe(hall: Hall, viewer: Resident, { eid }: Resident): void {
  probeRow.number = viewer.knownNumber[probeIndex(viewer)]
  probeRow.check = avatarHash(hall.world, eid) & 0xffff
  writeProbe(writer, probeRow)
}

function putChange(hall: Hall, { eid }: Resident, number: number): void {
  const { CurrentIntent } = hall.world.components
  intent.kind = CurrentIntent.kind[eid] as Intent['kind']
  intent.direction = CurrentIntent.direction[eid]
  intent.targetX = CurrentIntent.targetX[eid]
  intent.targetZ = CurrentIntent.targetZ[eid]
  changeRow.number = number
  changeRow.stamp = CurrentIntent.stamp[eid]
  changeRow.check = originHash(hall.world, eid) & 0xffff
  writeChange(writer, hall.world.tick, changeRow)
}
