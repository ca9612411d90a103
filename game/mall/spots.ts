import { type SpaceMap, type Zone, zonesOfKind } from '@balai/engine/space'
import type { CounterPlace, Localized } from '../api/index.ts'
import { type MallStorey, storeyOf } from './storeys.ts'

export type MallCounter = CounterPlace & {
  /** Where a visitor stands before it. */
  readonly zone: Zone
}

type Spot = {
  readonly zone: Zone
  /** The number of the storey it lies in. */
  readonly storey: number
  /** Where one stands, metres. */
  readonly x: number
  readonly z: number
}
export type CounterSpot = Spot & { readonly kind: 'counter'; readonly counter: MallCounter }
export type RoomSpot = Spot & { readonly kind: 'room'; readonly name: Localized; readonly icon: string }
export type GateSpot = Spot & { readonly kind: 'gate' }

/** A place in a mall that one can be led to. */
export type MallSpot = CounterSpot | RoomSpot | GateSpot

/**
 * The counters, the zones of kind `room` (properties `label`, `labelEn`, `icon`) and those of kind `gate`. One stands at the properties
 * `standX` and `standZ` of a zone, else in its middle.
 */
export function spotsOf(map: SpaceMap, counters: readonly MallCounter[], storeys: readonly MallStorey[]): readonly MallSpot[] {
  const spotOf = (zone: Zone): Spot => {
    const { standX, standZ } = zone.properties
    const x = typeof standX === 'number' ? standX : (zone.x0 + zone.x1) / 2
    const z = typeof standZ === 'number' ? standZ : (zone.z0 + zone.z1) / 2
    return { zone, x, z, storey: storeyOf(storeys, x, z).number }
  }
  return [
    ...counters.map((counter): CounterSpot => ({ ...spotOf(counter.zone), kind: 'counter', counter })),
    ...zonesOfKind(map, 'room').map((zone): RoomSpot => ({ ...spotOf(zone), kind: 'room', ...namedRoom(zone) })),
    ...zonesOfKind(map, 'gate').map((zone): GateSpot => ({ ...spotOf(zone), kind: 'gate' })),
  ]
}

function namedRoom({ name, properties }: Zone): { name: Localized; icon: string } {
  const id = String(properties.label ?? name)
  return { name: { id, en: String(properties.labelEn ?? id) }, icon: String(properties.icon ?? '') }
}
