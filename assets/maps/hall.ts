import { common, type Wing } from '../art/palette.ts'
import { addZone, fill, type Plan, put } from './plan.ts'
import type { Area } from './tiled.ts'

/** Building blocks that both halls are made of. Tile areas include both ends; zones are in metres. */

export const stone = ['floor/stone', 'floor/stone', 'floor/stone-b', 'floor/stone', 'floor/stone-c']
export const planks = ['floor/wood', 'floor/wood-b']
export const lawn = ['floor/grass', 'floor/grass', 'floor/grass', 'floor/grass-b', 'floor/grass']
/** The lawn goes on for ever: the stage's background has its colour. */
export const background = common.grass

/** High walls behind: north and west, with windows and the light that falls through those in the west. */
export function farWalls(plan: Plan, { x0, z0, x1, z1 }: Area): void {
  const wall = (name: string, along: number): string =>
    along % 5 === 0 ? `${name}-post` : along % 5 === 1 || along % 5 === 4 ? name : `${name}-window`
  for (let x = x0 + 1; x < x1; x++) {
    put(plan, 'things', x, z0, wall('wall/north', x))
    put(plan, 'light', x, z0 + 1, 'floor/shade-x')
  }
  for (let z = z0 + 1; z < z1; z++) {
    put(plan, 'things', x0, z, wall('wall/west', z))
    put(plan, 'light', x0 + 1, z, 'floor/shade-z')
  }
  put(plan, 'light', x0 + 1, z0 + 1, 'floor/shade-xz')
  put(plan, 'things', x0, z0, 'wall/corner-nw')
  for (let z = z0 + 1; z < z1 - 1; z++) {
    if (!plan.layers.things[z * plan.columns + x0]?.endsWith('window')) continue
    put(plan, 'light', x0 + 2, z, 'floor/sun-a')
    put(plan, 'light', x0 + 3, z, 'floor/sun-b')
  }
}

/** Walls on the hall's edge: high behind (north, west), always cut in front (south, east), with a doorway in the south. */
export function outerWalls(plan: Plan, hall: Area, door: { x0: number; x1: number }): void {
  const { x0, z0, x1, z1 } = hall
  farWalls(plan, hall)
  for (let x = x0 + 1; x < x1; x++) if (x < door.x0 || x > door.x1) put(plan, 'things', x, z1, 'wall/south-cut')
  for (let z = z0 + 1; z < z1; z++) put(plan, 'things', x1, z, 'wall/east-cut')
  put(plan, 'things', x1, z0, 'wall/corner-ne')
  put(plan, 'things', x0, z1, 'wall/corner-sw')
  put(plan, 'things', x1, z1, 'wall/corner-se-cut')
  put(plan, 'things', door.x0 - 1, z1, 'wall/post')
  put(plan, 'things', door.x1 + 1, z1, 'wall/post')
  // Outside of the cut walls a paved strip runs along the house.
  fill(plan, 'ground', { x0, x1, z0: z1, z1 }, 'floor/terrace')
  fill(plan, 'ground', { x0: x1, x1, z0, z1 }, 'floor/terrace')
  fill(plan, 'ground', { x0: door.x0, x1: door.x1, z0: z1 - 1, z1 }, 'floor/door')
}

/** A pool of light from the roof: its inner tiles are even, its rim fades. */
export function lightPool(plan: Plan, { x0, z0, x1, z1 }: Area): void {
  for (let z = z0; z <= z1; z++) {
    for (let x = x0; x <= x1; x++) {
      const place = `${z === z0 ? 'n' : z === z1 ? 's' : ''}${x === x0 ? 'w' : x === x1 ? 'e' : ''}` || 'c'
      put(plan, 'light', x, z, `floor/light-${place}`)
    }
  }
}

/** An inlaid ornament around tiles x0…x1, z0…z1. */
export function ornamentFrame(plan: Plan, { x0, z0, x1, z1 }: Area): void {
  fill(plan, 'ground', { x0, x1, z0, z1: z0 }, 'floor/border-x')
  fill(plan, 'ground', { x0, x1, z0: z1, z1 }, 'floor/border-x')
  fill(plan, 'ground', { x0, x1: x0, z0, z1 }, 'floor/border-z')
  fill(plan, 'ground', { x0: x1, x1, z0, z1 }, 'floor/border-z')
  for (const [x, z] of [
    [x0, z0],
    [x1, z0],
    [x0, z1],
    [x1, z1],
  ])
    put(plan, 'ground', x, z, 'floor/border-corner')
}

export type CounterRun = {
  readonly wing: Wing
  /** `x`: desks run along x and the citizen stands south of them; `z`: along z, the citizen stands east. */
  readonly run: 'x' | 'z'
  /** First tile along the run: a gap tile, then two of desk, and so on; a gap at the end where `closed`. */
  readonly from: number
  /** The row (or column) of the desks; officers sit in the one before it. */
  readonly line: number
  readonly tenants: readonly string[]
  /** What stands in the gaps, from the first on, repeated; where a wall is already, it stays. */
  readonly gaps: readonly string[]
}

const standsAwayM = 0.9
/** Height of a sign over a place, metres. */
export const signUpM = 2.45

/** A row of counters, 3 m each: desk, officer's chair, what lies on the desk, the ground before it and the zone where one is served. */
export function counterRun(plan: Plan, options: CounterRun): void {
  const { wing, run, from, line, tenants, gaps } = options
  const tile = (along: number, across: number): [number, number] => (run === 'x' ? [along, across] : [across, along])
  tenants.forEach((tenant, i) => {
    const gap = from + i * 3
    const gapThing = gaps[i % gaps.length]
    const [gapX, gapZ] = tile(gap, line)
    if (plan.layers.things[gapZ * plan.columns + gapX] === null) put(plan, 'things', gapX, gapZ, gapThing)
    for (const [k, thing] of ['screen', 'papers'].entries()) {
      put(plan, 'things', ...tile(gap + 1 + k, line), `prop/counter-${wing}-${run}`)
      put(plan, 'on-things', ...tile(gap + 1 + k, line), `prop/on-desk-${thing}-${run}`)
      for (const before of [1, 2]) put(plan, 'ground', ...tile(gap + 1 + k, line + before), `floor/wing-${wing}`)
    }
    put(plan, 'things', ...tile(gap + 1 + (i % 2), line - 1), `prop/chair-officer-${run}`)
    const [backX, backZ] = tile(gap + 1, line - 2)
    const back = plan.layers.things[backZ * plan.columns + backX]
    if (back !== null) put(plan, 'over', backX, backZ, back.startsWith('wall/screen') ? `over/display-${run}` : `over/display-wall-${run}`)
    addCounterZone(plan, options, tenant, gap + 1)
  })
}

function addCounterZone(plan: Plan, { wing, run, line }: CounterRun, tenant: string, desk: number): void {
  const number = plan.zones.filter((zone) => zone.kind === 'counter').length + 1
  const slug = `loket-${String(number).padStart(2, '0')}`
  const before = line + 1
  const area = run === 'x' ? { x0: desk, x1: desk + 2, z0: before, z1: before + 2 } : { x0: before, x1: before + 2, z0: desk, z1: desk + 2 }
  const spot = (along: number, across: number) => (run === 'x' ? { x: along, z: across } : { x: across, z: along })
  const staff = spot(desk + 1, line - 0.4)
  const sign = spot(desk + 1, line + 0.5)
  addZone(plan, 'counter', slug, area, {
    counter: slug,
    label: String(number),
    tenant,
    wing,
    sign: `sign/${wing}`,
    signX: sign.x,
    signY: signUpM,
    signZ: sign.z,
    staffX: staff.x,
    staffZ: staff.z,
    staffFacing: run === 'x' ? 8 : 0,
    standX: spot(desk + 1, line + 1 + standsAwayM).x,
    standZ: spot(desk + 1, line + 1 + standsAwayM).z,
  })
}

/** A lane of the wing's colour along the front of its counters, from its pictogram on the floor at x = `start` to x = `end`. */
export function lane(plan: Plan, wing: Wing, row: number, start: number, end: number): void {
  fill(plan, 'ground', { x0: Math.min(start, end), x1: Math.max(start, end), z0: row, z1: row }, `floor/lane-${wing}`)
  put(plan, 'ground', start, row, `floor/lane-start-${wing}`)
}

/** Seats with arms in one row, in blocks with an aisle between, on a mat. They face north, towards the counters. */
export function waitingRows(plan: Plan, area: Area, seatsInBlock: number, rows: readonly ('seat' | 'bench')[]): void {
  fill(plan, 'ground', area, 'floor/mat')
  rows.forEach((kind, row) => {
    for (let x = area.x0; x <= area.x1; x++) {
      const inBlock = (x - area.x0) % (seatsInBlock + 2)
      if (inBlock < seatsInBlock) put(plan, 'things', x, area.z0 + row, `prop/${kind}-x`)
    }
  })
  addZone(plan, 'waiting', `waiting-${plan.zones.filter((zone) => zone.kind === 'waiting').length + 1}`, {
    x0: area.x0,
    z0: area.z0,
    x1: area.x1 + 1,
    z1: area.z1 + 1,
  })
}
