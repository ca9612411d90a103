import { defineExtension, type SimWorld } from '@balai/engine/sim'
import { zonesAt } from '@balai/engine/space'

/** What `tell` says: the stall just stamped, and how many the card has now. */
export type StampNews = { readonly stall: string; readonly stamps: number }

type Components = { readonly Card: { readonly bits: Uint8Array; readonly stamps: Uint8Array } }

/** A stamp for every stall that somebody walks up to. The same rule runs in the page's worker and on the server, which has the last word. */
export const stamps = defineExtension({
  name: 'stamps',
  components: { Card: { bits: Uint8Array, stamps: Uint8Array } },
  systems: [giveStamps],
})

function giveStamps(
  { avatars, components, map, scratchZones }: SimWorld,
  { Card }: Components,
  tell: (eid: number, news: StampNews) => void,
): void {
  const { Position } = components
  for (let i = 0; i < avatars.count; i++) {
    const eid = avatars.eids[i]
    const count = zonesAt(map, Position.x[eid], Position.z[eid], scratchZones)
    for (let k = 0; k < count; k++) {
      const zone = map.zones[scratchZones[k]]
      const bit = 1 << Number(zone.properties.stamp)
      if (zone.kind !== 'stall' || (Card.bits[eid] & bit) !== 0) continue
      Card.bits[eid] |= bit
      Card.stamps[eid] += 1
      tell(eid, { stall: zone.name, stamps: Card.stamps[eid] })
    }
  }
}
