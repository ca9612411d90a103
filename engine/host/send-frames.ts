import { type Intent, intentKind } from '../input/index.ts'
import { createWireWriter, writeFrameHead, writeLeft, writeNews, written } from '../net/index.ts'
import type { Resident } from './resident.ts'
import { updateInterest } from './update-interest.ts'
import type { Hall } from './hall.ts'

/** Ticks between two looks at whom a viewer should know. */
const interestEveryTicks = 8
/** Bytes waiting in a socket above which a viewer is told nothing more until they have gone. */
const busyBytes = 48 * 1024
/** Bytes waiting above which the viewer is given up. */
const hopelessBytes = 1024 * 1024
/** Most news in one frame; the rest goes with the next. */
const newsInFrame = 120

const writer = createWireWriter(8192)
const intent: Intent = { kind: 0, direction: 0, targetX: 0, targetZ: 0 }

/** Tells every viewer what changed since its last frame; a viewer for whom nothing changed gets nothing. */
export function sendFrames(hall: Hall): void {
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
    if ((hall.world.tick + slot) % interestEveryTicks === 0) updateInterest(hall, slot)
    sendFrame(hall, viewer)
  }
}

function sendFrame(hall: Hall, viewer: Resident): void {
  let news = 0
  for (let i = 0; i < viewer.knownCount; i++) {
    const resident = hall.residents[viewer.known[i]]
    if (resident !== null && viewer.knownNews[i] !== resident.newsNumber) news += 1
  }
  const leftCount = Math.min(viewer.left.length, 255)
  if (news === 0 && leftCount === 0) return
  news = Math.min(news, newsInFrame)
  writer.at = 0
  writeFrameHead(writer, hall.world.tick, leftCount, news)
  for (let i = 0; i < leftCount; i++) writeLeft(writer, viewer.left[i])
  viewer.left.splice(0, leftCount)
  for (let i = 0; i < viewer.knownCount && news > 0; i++) {
    const resident = hall.residents[viewer.known[i]]
    if (resident === null || viewer.knownNews[i] === resident.newsNumber) continue
    writeResident(hall, resident, viewer.knownNews[i] === 0)
    viewer.knownNews[i] = resident.newsNumber
    news -= 1
  }
  viewer.session.send(written(writer))
  hall.stats.framesSent += 1
  hall.stats.bytesSent += writer.at
}

function writeResident(hall: Hall, resident: Resident, isNew: boolean): void {
  const { components, tick } = hall.world
  const { CurrentIntent, Facing, Identity, Origin, Position } = components
  const { eid } = resident
  intent.kind = CurrentIntent.kind[eid] as Intent['kind']
  intent.direction = CurrentIntent.direction[eid]
  intent.targetX = CurrentIntent.targetX[eid]
  intent.targetZ = CurrentIntent.targetZ[eid]
  const stamp = CurrentIntent.stamp[eid]
  // A path can only be computed from where it began; a direction goes on from any state, so a newcomer gets today's.
  const fromOrigin = Origin.tick[eid] === stamp - 1 && (!isNew || intent.kind === intentKind.walkTo)
  writeNews(writer, {
    netId: resident.netId,
    stamp: fromOrigin ? stamp : tick + 1,
    flags: Identity.flags[eid],
    state: fromOrigin
      ? { x: Origin.x[eid], y: Origin.y[eid], z: Origin.z[eid], facing: Origin.facing[eid] }
      : { x: Position.x[eid], y: Position.y[eid], z: Position.z[eid], facing: Facing.direction[eid] },
    intent,
    look: resident.look,
    name: isNew ? resident.name : null,
  })
}
