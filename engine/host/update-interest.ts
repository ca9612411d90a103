import { nearest, place as placeInGrid } from '../space/index.ts'
import type { Hall } from './hall.ts'
import { neverTold } from './resident.ts'

/** People stay in view until they are this much farther than they had to come near: no flicker at the edge. */
const hysteresis = 1.2

/** Decides whom the viewer in `slot` knows from now on. */
export function updateInterest(hall: Hall, slot: number): void {
  const viewer = hall.residents[slot]
  if (viewer === null) return
  const { Position } = hall.world.components
  const x = Position.x[viewer.eid]
  const z = Position.z[viewer.eid]
  placeInGrid(hall.grid, slot, x, z)
  const limit = Math.min(hall.nearby.length, Math.ceil(hall.viewLimit * hysteresis))
  const count = nearest(hall.grid, x, z, hall.viewRadiusM * hysteresis, limit, slot, hall.nearby)
  hall.markNow += 1
  for (let i = 0; i < count; i++) hall.markStamp[hall.nearby[i]] = hall.markNow
  for (let i = viewer.knownCount - 1; i >= 0; i--) {
    if (hall.markStamp[viewer.known[i]] !== hall.markNow) forget(hall, slot, i)
  }
  hall.markNow += 1
  for (let i = 0; i < viewer.knownCount; i++) hall.markStamp[viewer.known[i]] = hall.markNow
  const radius2 = hall.viewRadiusM * hall.viewRadiusM
  for (let i = 0; i < count && viewer.knownCount < hall.viewLimit; i++) {
    const other = hall.nearby[i]
    const resident = hall.residents[other]
    if (resident === null || hall.markStamp[other] === hall.markNow) continue
    const dx = Position.x[resident.eid] - x
    const dz = Position.z[resident.eid] - z
    if (dx * dx + dz * dz > radius2) continue
    viewer.known[viewer.knownCount] = other
    viewer.knownNews[viewer.knownCount] = neverTold
    viewer.knownCount += 1
  }
}

/** Drops the viewer's `index`-th acquaintance and notes that it must be told. */
function forget(hall: Hall, slot: number, index: number): void {
  const viewer = hall.residents[slot]
  if (viewer === null) return
  if (viewer.knownNews[index] !== neverTold) viewer.left.push(viewer.known[index])
  viewer.knownCount -= 1
  viewer.known[index] = viewer.known[viewer.knownCount]
  viewer.knownNews[index] = viewer.knownNews[viewer.knownCount]
}

/** Somebody is gone: every viewer who knew the slot is told, before the slot is used again. */
export function forgetEverywhere(hall: Hall, slot: number): void {
  for (const viewerSlot of hall.taken) {
    const viewer = hall.residents[viewerSlot]
    if (viewer === null) continue
    for (let i = 0; i < viewer.knownCount; i++) {
      if (viewer.known[i] !== slot) continue
      if (viewer.knownNews[i] !== neverTold) viewer.left.push(slot)
      viewer.knownCount -= 1
      viewer.known[i] = viewer.known[viewer.knownCount]
      viewer.knownNews[i] = viewer.knownNews[viewer.knownCount]
      break
    }
  }
}
