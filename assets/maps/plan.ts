import type { Area, LayerEntry, Properties, ZoneEntry } from './tiled.ts'

export const layerNames = ['ground', 'light', 'things', 'on-things', 'over'] as const
export type LayerName = (typeof layerNames)[number]
const layerKind = { ground: 'floor', light: 'floor', things: 'standing', 'on-things': 'standing', over: 'standing' } as const

/** A map while it is drawn: frame names by tile, and zones in metres. `prop/bench-x@s` is that frame with a seat that faces south. */
export type Plan = {
  readonly columns: number
  readonly rows: number
  readonly properties: Properties
  readonly layers: Readonly<Record<LayerName, (string | null)[]>>
  readonly zones: ZoneEntry[]
}

export function createPlan(columns: number, rows: number, properties: Properties): Plan {
  const empty = (): (string | null)[] => Array.from({ length: columns * rows }, () => null)
  return {
    columns,
    rows,
    properties,
    layers: { ground: empty(), light: empty(), things: empty(), 'on-things': empty(), over: empty() },
    zones: [],
  }
}

/** Puts one frame on a tile; null takes it away. Throws a TypeError outside the map. */
export function put(plan: Plan, layer: LayerName, x: number, z: number, frame: string | null): void {
  if (!(x >= 0 && x < plan.columns && z >= 0 && z < plan.rows))
    throw new TypeError(`tile (${x}, ${z}) lies outside the ${plan.columns} × ${plan.rows} map: move ${frame}`)
  plan.layers[layer][z * plan.columns + x] = frame
}

/** Fills tiles x0 to x1 and z0 to z1, both ends included. A list is mixed by a fixed pattern that does not look like one. */
export function fill(plan: Plan, layer: LayerName, area: Area, frame: string | readonly string[]): void {
  for (let z = area.z0; z <= area.z1; z++) {
    for (let x = area.x0; x <= area.x1; x++) {
      const frames = typeof frame === 'string' ? [frame] : frame
      put(plan, layer, x, z, frames[((x * 7 + z * 13 + ((x * z) % 5) * 3) >>> 0) % frames.length])
    }
  }
}

/** Things by tile: `[x, z, frame]`. */
export function place(plan: Plan, things: readonly (readonly [number, number, string])[]): void {
  for (const [x, z, frame] of things) put(plan, 'things', x, z, frame)
}

/** The same thing on many tiles: `'x,z x,z …'`. */
export function scatter(plan: Plan, frame: string, spots: string): void {
  for (const spot of spots.split(' ')) {
    const [x, z] = spot.split(',').map(Number)
    put(plan, 'things', x, z, frame)
  }
}

/** What is drawn of a tile, and which way somebody faces who sits there, where the plan says so. */
export function readFrame(name: string): { frame: string; seat: string | null } {
  const [frame, seat = null] = name.split('@')
  return { frame, seat }
}

/** A part of a plan that is drawn in tiles and metres of its own, counted from (x, z) of the whole. */
export function shift(plan: Plan, x: number, z: number, draw: (part: Plan) => void): void {
  // The zones so far are in it, so that counters and seats are counted on.
  const part: Plan = { ...createPlan(plan.columns - x, plan.rows - z, plan.properties), zones: [...plan.zones] }
  draw(part)
  for (const name of layerNames) {
    part.layers[name].forEach((frame, i) => {
      if (frame !== null) put(plan, name, x + (i % part.columns), z + Math.floor(i / part.columns), frame)
    })
  }
  for (const zone of part.zones.slice(plan.zones.length)) plan.zones.push(moveZone(zone, x, z))
}

function moveZone(zone: ZoneEntry, x: number, z: number): ZoneEntry {
  const by = (name: string): number => (name.endsWith('X') ? x : name.endsWith('Z') ? z : 0)
  const properties = Object.entries(zone.properties).map(([name, value]) => [name, typeof value === 'number' ? value + by(name) : value])
  return { ...zone, x0: zone.x0 + x, x1: zone.x1 + x, z0: zone.z0 + z, z1: zone.z1 + z, properties: Object.fromEntries(properties) }
}

export function addZone(plan: Plan, kind: string, name: string, area: Area, properties: Properties = {}): void {
  plan.zones.push({ kind, name, ...area, properties })
}

/** The frames in use, in the order they first appear, and the layers as global ids (0 is nothing, the first frame is 1). */
export function resolve(plan: Plan): { frames: string[]; layers: LayerEntry[] } {
  const frames: string[] = []
  const gidOf = new Map<string, number>()
  const gid = (frame: string | null): number => {
    if (frame === null) return 0
    if (!gidOf.has(frame)) gidOf.set(frame, frames.push(frame))
    return gidOf.get(frame) ?? 0
  }
  const layers = layerNames.map((name) => ({ name, kind: layerKind[name], gids: Uint32Array.from(plan.layers[name], gid) }))
  return { frames, layers }
}
