import type { Hall } from './hall.ts'
import { turnBack } from './take-intent.ts'

/** Numbers kept of where each slot stood outside: x, y, z, facing. */
const fields = 4

/** Closes the zones of these names and opens all others. @throws TypeError that names a zone which the map does not have */
export function closeZones(hall: Hall, names: readonly string[]): void {
  const { closed, options, taken } = hall
  closed.zones = names.flatMap((name) => {
    const found = options.place.map.zones.filter((zone) => zone.name === name)
    if (found.length === 0) throw new TypeError(`names must be zones of the map ${options.place.map.name}, got ${JSON.stringify(name)}`)
    return found
  })
  for (const slot of taken) closed.isKnown[slot] = 0
}

/** Puts back whoever has come into a closed zone (N17). Costs nothing while none is closed. */
export function keepOut(hall: Hall): void {
  const { closed, taken, residents, world } = hall
  if (closed.zones.length === 0) return
  const { Facing, Position } = world.components
  for (const slot of taken) {
    const resident = residents[slot]
    if (resident === null) continue
    const { eid } = resident
    const at = slot * fields
    if (!isClosedAt(closed, Position.x[eid], Position.z[eid])) {
      closed.outside[at] = Position.x[eid]
      closed.outside[at + 1] = Position.y[eid]
      closed.outside[at + 2] = Position.z[eid]
      closed.outside[at + 3] = Facing.direction[eid]
      closed.isKnown[slot] = 1
    } else if (closed.isKnown[slot] === 1) {
      const [x, y, z, facing] = closed.outside.subarray(at, at + fields)
      turnBack(hall, resident, { x, y, z, facing })
    }
  }
}

function isClosedAt({ zones }: Hall['closed'], x: number, z: number): boolean {
  for (const zone of zones) if (x >= zone.x0 && x < zone.x1 && z >= zone.z0 && z < zone.z1) return true
  return false
}
