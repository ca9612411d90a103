import { type SpaceMap, zonesOfKind } from '@balai/engine/space'

/** One storey of a mall. Storeys lie side by side on the map's plane. */
export type MallStorey = {
  /** As the engine counts them, from 1; 0 for a map that has no storeys. */
  readonly number: number
  /** As a sign says it: "1", "2"; empty for a map that has no storeys. */
  readonly label: string
  /** Metres. */
  readonly x0: number
  readonly z0: number
  readonly x1: number
  readonly z1: number
}

/** The zones of kind `storey` in file order; a map without one is a single storey. */
export function storeysOf(map: SpaceMap): readonly MallStorey[] {
  const storeys = zonesOfKind(map, 'storey').map(({ x0, z0, x1, z1, properties }, i) => {
    const label = String(properties.label ?? i + 1)
    return { number: i + 1, label, x0, z0, x1, z1 }
  })
  return storeys.length > 0 ? storeys : [{ number: 0, label: '', x0: 0, z0: 0, x1: map.columns, z1: map.rows }]
}

/** The storey that holds a point, metres; where none does, the first. */
export function storeyOf(storeys: readonly MallStorey[], x: number, z: number): MallStorey {
  return storeys.find((one) => x >= one.x0 && x < one.x1 && z >= one.z0 && z < one.z1) ?? storeys[0]
}
