import type { ServiceGroup, WingSlug } from '../api/index.ts'
import { agencyBySlug } from './directory.ts'
import type { Mall, MallCounter } from './mall.ts'
import type { Zone } from '@balai/engine/space'

// The only place where a body becomes something the domain understands. Nothing here is a right or a duty: what these events
// offer, the list offers too.

/** The own avatar came into a zone of the mall's map, or left it. The zone may be a copy from another thread. */
export type ZoneEvent = { readonly type: 'entered' | 'left'; readonly zone: Zone }

/** What the page makes of it: a counter's sheet opens or closes, the wing's name appears. */
export type MallEvent =
  | { readonly type: 'counter-near'; readonly counter: MallCounter }
  | { readonly type: 'counter-left'; readonly counter: MallCounter }
  | { readonly type: 'wing-entered'; readonly wing: WingSlug }

/** What a step into or out of a zone means for the page; null when nothing. */
export function toMallEvent(mall: Mall, event: ZoneEvent): MallEvent | null {
  const { zone, type } = event
  if (zone.kind === 'counter') {
    const counter = mall.counters.find((one) => one.zone.index === zone.index)
    return counter ? { type: type === 'entered' ? 'counter-near' : 'counter-left', counter } : null
  }
  if (zone.kind === 'wing' && type === 'entered') {
    const found = mall.wings.find((one) => one.zone.index === zone.index)
    return found ? { type: 'wing-entered', wing: found.wing } : null
  }
  return null
}

/** The lines one can join at this counter: every group of its agency. */
export function groupsAt(mall: Mall, counter: MallCounter): readonly ServiceGroup[] {
  return agencyBySlug(mall.catalogue, counter.agency)?.groups ?? []
}
