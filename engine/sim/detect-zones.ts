import { zonesAt } from '../space/index.ts'
import type { SimWorld } from './world.ts'

/** Tells which zones a watched avatar came into or left in this tick. */
export function detectZones(world: SimWorld): void {
  const { Position } = world.components
  for (const [eid, before] of world.inside) {
    const count = zonesAt(world.map, Position.x[eid], Position.z[eid], world.scratchZones)
    for (let i = before.length - 1; i >= 0; i--) {
      if (!includes(world.scratchZones, count, before[i])) {
        world.events.zones.push({ eid, kind: 'left', zone: before[i] })
        before.splice(i, 1)
      }
    }
    for (let i = 0; i < count; i++) {
      const zone = world.scratchZones[i]
      if (before.includes(zone)) continue
      before.push(zone)
      world.events.zones.push({ eid, kind: 'entered', zone })
    }
  }
}

function includes(zones: Uint16Array, count: number, zone: number): boolean {
  for (let i = 0; i < count; i++) if (zones[i] === zone) return true
  return false
}
