import type { WingSlug } from '../../../../api/index.ts'
import type { Mall, MallSpot, MallStorey } from '../../../../mall/index.ts'

/**
 * The plan of one storey, as lines for SVG. It is turned as the mall is seen, so that up on the plan is up on the picture, but flattened
 * less, so that it has room for numbers. Units: `planWidth` of them across.
 */
export type PlanShape = {
  readonly height: number
  /** The floor, as far as there is something on it. */
  readonly floor: string
  /** Everything that is taller than people. */
  readonly walls: string
  readonly wings: readonly { readonly wing: WingSlug; readonly path: string }[]
  readonly rooms: readonly string[]
  readonly spots: readonly PlacedSpot[]
  /** Stairs and lifts: where one steps in. */
  readonly portals: readonly { readonly x: number; readonly y: number; readonly icon: string }[]
  /** Where a point of the floor (metres) lies on the plan. */
  readonly place: (x: number, z: number) => { readonly x: number; readonly y: number }
}
export type PlacedSpot = { readonly spot: MallSpot; readonly wing: WingSlug | null; readonly x: number; readonly y: number }

export const planWidth = 360
const margin = 6
/** Height of a square tile over its width: 0.5 as the mall is drawn, 1 as an architect would. */
const flatness = 0.64
/** What is lower is furniture. */
const wallM = 2
/** The garden around is not what one looks for on a plan. */
const telling = new Set(['wing', 'room', 'counter', 'portal', 'landing', 'gate', 'start', 'waiting', 'stage', 'reception'])

type Box = { readonly x0: number; readonly z0: number; readonly x1: number; readonly z1: number }

export function planOf(mall: Mall, storey: MallStorey): PlanShape {
  const isHere = ({ x0, z0, x1, z1 }: Box): boolean => {
    const [x, z] = [(x0 + x1) / 2, (z0 + z1) / 2]
    return x >= storey.x0 && x < storey.x1 && z >= storey.z0 && z < storey.z1
  }
  const zones = mall.map.zones.filter(isHere)
  const area = boundsOf(
    storey,
    zones.filter(({ kind }) => telling.has(kind)),
  )
  const [columns, rows] = [area.x1 - area.x0, area.z1 - area.z0]
  const scale = (planWidth - 2 * margin) / (columns + rows)
  const place = (x: number, z: number) => {
    const [dx, dz] = [x - area.x0, z - area.z0]
    return { x: margin + (dx - dz + rows) * scale, y: margin + (dx + dz) * scale * flatness }
  }
  const pathOf = ({ x0, z0, x1, z1 }: Box): string => {
    const corners = [place(x0, z0), place(x1, z0), place(x1, z1), place(x0, z1)]
    return `M${corners.map(({ x, y }) => `${round(x)} ${round(y)}`).join('L')}z`
  }
  const placeBox = ({ x0, z0, x1, z1 }: Box) => place((x0 + x1) / 2, (z0 + z1) / 2)
  const wingOf = (spot: MallSpot): WingSlug | null => {
    if (spot.kind !== 'counter') return null
    return mall.catalogue.agencies.find(({ slug }) => slug === spot.counter.agency)?.wing ?? null
  }
  const spots = mall.spots.filter((spot) => spot.storey === storey.number)
  const isWall = (box: Box & { heightM: number }): boolean =>
    box.heightM >= wallM && isHere(box) && box.x0 >= area.x0 && box.z0 >= area.z0 && box.x1 <= area.x1 && box.z1 <= area.z1
  return {
    height: 2 * margin + (columns + rows) * scale * flatness,
    floor: pathOf(area),
    walls: mall.map.solids.filter(isWall).map(pathOf).join(''),
    wings: mall.wings.filter(({ zone }) => isHere(zone)).map(({ wing, zone }) => ({ wing, path: pathOf(zone) })),
    rooms: spots.filter(({ kind }) => kind === 'room').map(({ zone }) => pathOf(zone)),
    spots: spots.map((spot) => ({ spot, wing: wingOf(spot), ...placeBox(spot.zone) })),
    portals: zones
      .filter(({ kind }) => kind === 'portal')
      .map((zone) => ({ icon: String(zone.properties.by ?? 'stairs'), ...placeBox(zone) })),
    place,
  }
}

/** The spot nearest to a point of the plan, at most `reach` units away. */
export function spotAt({ spots }: Pick<PlanShape, 'spots'>, x: number, y: number, reach: number): MallSpot | null {
  let best: MallSpot | null = null
  let least = reach
  for (const placed of spots) {
    const distance = Math.hypot(placed.x - x, placed.y - y)
    if (distance > least) continue
    best = placed.spot
    least = distance
  }
  return best
}

/** Those of some marks that have room: none nearer than `apart` to one before it. */
export function spread<T extends { readonly x: number; readonly y: number }>(marks: readonly T[], apart: number): readonly T[] {
  const shown: T[] = []
  for (const mark of marks) if (shown.every(({ x, y }) => Math.hypot(x - mark.x, y - mark.y) >= apart)) shown.push(mark)
  return shown
}

/** The smallest area that holds all boxes and a metre around them, within the storey; without a box the storey. */
function boundsOf(storey: Box, boxes: readonly Box[]): Box {
  if (boxes.length === 0) return storey
  return {
    x0: Math.max(storey.x0, Math.min(...boxes.map(({ x0 }) => x0)) - 1),
    z0: Math.max(storey.z0, Math.min(...boxes.map(({ z0 }) => z0)) - 1),
    x1: Math.min(storey.x1, Math.max(...boxes.map(({ x1 }) => x1)) + 1),
    z1: Math.min(storey.z1, Math.max(...boxes.map(({ z1 }) => z1)) + 1),
  }
}

const round = (value: number): number => Math.round(value * 10) / 10
