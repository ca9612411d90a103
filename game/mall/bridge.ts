import type { ServiceGroup, WingSlug } from '../api/index.ts'
import { agencyBySlug } from './directory.ts'
import type { Mall } from './mall.ts'
import type { MallCounter, RoomSpot } from './spots.ts'
import type { Zone } from '@balai/engine/space'

/** What a body does to zones, as the engine tells it. */
export type ZoneEvent = { readonly type: 'entered' | 'left'; readonly zone: Zone }

/** What a citizen does. This is the only place where a step becomes something of the service: below here no body appears. */
export type MallEvent =
  | { readonly type: 'counter-near'; readonly counter: MallCounter }
  | { readonly type: 'counter-left'; readonly counter: MallCounter }
  | { readonly type: 'wing-entered'; readonly wing: WingSlug }
  | { readonly type: 'room-entered'; readonly room: RoomSpot }
  | { readonly type: 'gate-near' }
  | { readonly type: 'gate-left' }

/** What a step into or out of a zone means for the page; null when nothing. */
export function toMallEvent(mall: Mall, event: ZoneEvent): MallEvent | null {
  const { zone, type } = event
  if (zone.kind === 'counter') {
    const counter = mall.counters.find((one) => one.zone.index === zone.index)
    return counter ? { type: type === 'entered' ? 'counter-near' : 'counter-left', counter } : null
  }
  if (zone.kind === 'gate') return { type: type === 'entered' ? 'gate-near' : 'gate-left' }
  if (type === 'left') return null
  if (zone.kind === 'wing') {
    const found = mall.wings.find((one) => one.zone.index === zone.index)
    return found ? { type: 'wing-entered', wing: found.wing } : null
  }
  if (zone.kind === 'room') {
    const room = mall.spots.find((one): one is RoomSpot => one.kind === 'room' && one.zone.index === zone.index)
    return room ? { type: 'room-entered', room } : null
  }
  return null
}

/** The lines one can join at this counter: every group of its agency. */
export function groupsAt(mall: Mall, counter: MallCounter): readonly ServiceGroup[] {
  return agencyBySlug(mall.catalogue, counter.agency)?.groups ?? []
}
