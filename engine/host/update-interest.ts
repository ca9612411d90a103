import { nearest } from '../space/index.ts'
import { gridOf, type Hall, placeResident } from './hall.ts'
import { forget, mostBytesSaved, neverTold, type Resident } from './resident.ts'

/** People stay in view until they are this much farther than they had to come near: no flicker at the edge. */
const distanceHysteresis = 1.2
/** Acquaintances that a viewer's limit moves by at a time, towards what its bytes allow. */
const limitStep = 2

/** Decides whom the viewer in `slot` knows from now on: the called and the speaking, then the nearest. */
export function updateInterest(hall: Hall, slot: number): void {
  const viewer = hall.residents[slot]
  if (viewer === null) return
  const { Position } = hall.world.components
  const x = Position.x[viewer.eid]
  const z = Position.z[viewer.eid]
  placeResident(hall, viewer)
  if (viewer.session === null) return
  moveLimit(hall, viewer)
  const keep = Math.min(hall.nearby.length, Math.ceil(viewer.viewLimit * hall.rankHysteresis))
  const nearCount = nearest(gridOf(hall, viewer), x, z, hall.viewRadiusM * distanceHysteresis, keep, slot, hall.nearby)
  hall.markNow += 1
  for (let i = 0; i < nearCount; i++) hall.markStamp[hall.nearby[i]] = hall.markNow
  const count = addFlagged(hall, viewer, x, z, nearCount)
  for (let i = viewer.knownCount - 1; i >= 0; i--) {
    const other = viewer.known[i]
    if (hall.markStamp[other] !== hall.markNow || hall.residents[other]?.netId !== viewer.knownWho[i]) forget(viewer, i)
  }
  hall.markNow += 1
  for (let i = 0; i < viewer.knownCount; i++) hall.markStamp[viewer.known[i]] = hall.markNow
  const radius2 = hall.viewRadiusM * hall.viewRadiusM
  for (let i = 0; i < count && viewer.knownCount < viewer.known.length; i++) {
    const other = hall.nearby[i]
    // Nearest first: beyond the limit only the called and the speaking come in, most of whom stand at the end.
    if (i >= viewer.viewLimit && i < nearCount && !hall.flagged.includes(other)) continue
    const resident = hall.residents[other]
    if (resident === null || hall.markStamp[other] === hall.markNow) continue
    const dx = Position.x[resident.eid] - x
    const dz = Position.z[resident.eid] - z
    if (dx * dx + dz * dz > radius2) continue
    viewer.known[viewer.knownCount] = other
    viewer.knownNews[viewer.knownCount] = neverTold
    viewer.knownWho[viewer.knownCount] = resident.netId
    viewer.knownCount += 1
  }
}

/** More acquaintances while bytes are to spare, fewer when too many were sent; never fewer than the guaranteed nearest. */
function moveLimit(hall: Hall, viewer: Resident): void {
  if (viewer.bytesSaved > mostBytesSaved / 2) viewer.viewLimit = Math.min(hall.viewLimit, viewer.viewLimit + limitStep)
  else if (viewer.bytesSaved < 0) viewer.viewLimit = Math.max(hall.viewNear, viewer.viewLimit - limitStep)
}

/** Appends to `nearby` those within sight whom everybody is to see and who are not among the nearest. */
function addFlagged(hall: Hall, viewer: Resident, x: number, z: number, count: number): number {
  const { Position } = hall.world.components
  const radius2 = (hall.viewRadiusM * distanceHysteresis) ** 2
  for (const other of hall.flagged) {
    if (count === hall.nearby.length) break
    const resident = hall.residents[other]
    if (resident === null || resident.storey !== viewer.storey || other === viewer.slot || hall.markStamp[other] === hall.markNow) continue
    const dx = Position.x[resident.eid] - x
    const dz = Position.z[resident.eid] - z
    if (dx * dx + dz * dz > radius2) continue
    hall.markStamp[other] = hall.markNow
    hall.nearby[count] = other
    count += 1
  }
  return count
}
