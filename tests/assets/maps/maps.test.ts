import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type DrawnSheet, framesOf } from '../../../assets/art/drawing.ts'
import { kukarPlan } from '../../../assets/maps/kukar.ts'
import { plainPlan } from '../../../assets/maps/plain.ts'
import { readFrame, resolve } from '../../../assets/maps/plan.ts'
import { clearanceAt, createClearance, createNavigation, isReachable, type SpaceMap, type Zone } from '../../../engine/space/index.ts'
import type { Catalogue, Region } from '../../../game/api/index.ts'
import { loadMall } from '../../../game/mall/index.ts'

const root = join(import.meta.dirname, '../../..')
const read = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'))
const frames = framesOf(read('assets/art/packed/sheet.json') as DrawnSheet, 1)

const regionOf = (name: string): Region => ({
  slug: name,
  name,
  province: '',
  timeZone: 'Asia/Makassar',
  theme: 'plain',
  map: name,
  catalogue: name,
  isDemo: true,
})

type TiledFile = { tilesets: { tiles: { properties: { name: string; value: unknown }[] }[] }[] }

const solidsIn = (map: SpaceMap, { x0, z0, x1, z1 }: Zone) => map.solids.filter((s) => s.x0 < x1 && s.x1 > x0 && s.z0 < z1 && s.z1 > z0)

/** Floors as rectangles of tiles, without what lies outside their walls. */
const halls = {
  kukar: [
    { x0: 0, z0: 0, x1: 44, z1: 32 },
    { x0: 5, z0: 42, x1: 39, z1: 64 },
  ],
  plain: [{ x0: 0, z0: 0, x1: 30, z1: 22 }],
}
const everyRoom = ['info', 'map', 'greeter', 'telehealth', 'children', 'musala', 'toilet', 'lactation']

describe.each([
  { name: 'kukar', plan: kukarPlan, counters: 28, floors: halls.kukar, rooms: [...everyRoom, 'meeting', 'drive', 'stage'] },
  { name: 'plain', plan: plainPlan, counters: 12, floors: halls.plain, rooms: everyRoom },
])('the map $name', ({ name, plan, counters, floors, rooms }) => {
  const source = read(`assets/maps/${name}.tmj`)
  const mall = loadMall({ region: regionOf(name), catalogue: read(`assets/catalogue/${name}.json`) as Catalogue, map: source })
  const { map } = mall

  it('is what its plan says: run node assets/maps/make-maps.ts', () => {
    const made = resolve(plan())
    expect(map.layers.map(({ name, kind, gids }) => ({ name, kind, gids }))).toEqual(made.layers)
    expect(map.tiles.slice(1).map((tile) => tile?.frame)).toEqual(made.frames.map((frame) => readFrame(frame).frame))
    expect(map.zones.map(({ kind, name, x0, z1, properties }) => ({ kind, name, x0, z1, properties }))).toEqual(
      plan().zones.map(({ kind, name, x0, z1, properties }) => ({ kind, name, x0, z1, properties })),
    )
  })

  it('uses only pictures that are drawn, and every tall wall has its low twin', () => {
    const used = map.tiles.flatMap((tile) => (tile ? [tile] : []))
    expect(used.length).toBeGreaterThan(50)
    expect(used.filter((tile) => !frames[tile.frame])).toEqual([])
    expect(used.filter((tile) => tile.isWall && tile.heightM > 1 && !frames[`${tile.frame}-cut`])).toEqual([])
    expect(mall.signs.filter(({ frame }) => !frames[frame])).toEqual([])
  })

  it('has a counter for every tenant, in its wing, with room for the one who is served', () => {
    expect(mall.counters).toHaveLength(counters)
    expect(new Set(mall.counters.map((counter) => counter.agency)).size).toBe(counters)
    expect(new Set(mall.wings.map(({ wing }) => wing)).size).toBe(6)
    for (const { zone, agency } of mall.counters) {
      expect(Math.min(zone.x1 - zone.x0, zone.z1 - zone.z0)).toBeGreaterThanOrEqual(1.5)
      expect(solidsIn(map, zone)).toEqual([])
      expect(zone.properties.wing).toBe(mall.catalogue.agencies.find(({ slug }) => slug === agency)?.wing)
    }
  })

  it('lets people in where several can stand', () => {
    const [start] = map.zones.filter((zone) => zone.kind === 'start')
    expect((start.x1 - start.x0) * (start.z1 - start.z0)).toBeGreaterThanOrEqual(6)
    expect(solidsIn(map, start)).toEqual([])
  })

  it('is closed: one can walk to the door and to the officers only from where one should, and never to the border', () => {
    const navigation = createNavigation(map, createClearance(map), { radiusM: 0.25 })
    const middle = (kind: string) => map.zones.filter((zone) => zone.kind === kind).map((z) => [(z.x0 + z.x1) / 2, (z.z0 + z.z1) / 2])
    const [[x, z]] = middle('start')
    for (const kind of ['door', 'counter', 'reception', 'stage', 'room', 'gate']) {
      for (const [toX, toZ] of middle(kind)) expect(isReachable(navigation, x, z, toX, toZ), `${kind} at ${toX}, ${toZ}`).toBe(true)
    }
    for (const { name, properties } of map.zones.filter((zone) => zone.kind === 'counter' || zone.kind === 'reception')) {
      expect(isReachable(navigation, x, z, Number(properties.staffX), Number(properties.staffZ)), `behind ${name}`).toBe(false)
    }
    const reached: string[] = []
    for (let r = 0; r < map.rows; r++) {
      for (let c = 0; c < map.columns; c++) {
        const frame = map.tiles[map.layers[0].gids[r * map.columns + c]]?.frame ?? 'nothing'
        const isBorder = c === 0 || c === map.columns - 1 || r === map.rows - 1
        if (!isBorder && !/grass|below|nothing/.test(frame)) continue
        if (isReachable(navigation, x, z, c + 0.5, r + 0.5)) reached.push(`${frame} at ${c}, ${r}`)
      }
    }
    expect(reached).toEqual([])
  })

  it.each(floors.map((floor, i) => ({ ...floor, storey: i + 1 })))(
    'leaves at least a third of storey $storey empty',
    ({ x0, z0, x1, z1 }) => {
      let free = 0
      for (let z = z0; z < z1; z++) {
        for (let x = x0; x < x1; x++) {
          const isFloor = !map.tiles[map.layers[0].gids[z * map.columns + x]]?.frame.startsWith('floor/below')
          if (isFloor && map.layers.every((layer) => layer.kind === 'floor' || layer.gids[z * map.columns + x] === 0)) free++
        }
      }
      expect(free / ((z1 - z0) * (x1 - x0))).toBeGreaterThan(1 / 3)
    },
  )

  it('names its rooms in both languages, with a pictogram that is drawn', () => {
    const found = map.zones.filter((zone) => zone.kind === 'room' || zone.kind === 'gate')
    expect([...new Set(found.map(({ properties }) => String(properties.icon)))].toSorted()).toEqual([...rooms, 'gate'].toSorted())
    for (const { name, properties } of found) {
      expect(
        [properties.label, properties.labelEn].every((text) => typeof text === 'string' && text !== ''),
        name,
      ).toBe(true)
      expect(frames[`sign/${properties.icon}`], name).toBeDefined()
    }
  })

  it('has seats to wait on that say which way one faces', () => {
    const tiles = (JSON.parse(JSON.stringify(source)) as TiledFile).tilesets[0].tiles.map(({ properties }) =>
      Object.fromEntries(properties.map((property) => [property.name, property.value])),
    )
    const seats = tiles.filter(({ frame }) => /^prop\/(seat|bench|tree-ring)/.test(String(frame)))
    expect(seats.length).toBeGreaterThanOrEqual(2)
    expect(seats.filter(({ seat }) => !['n', 'e', 's', 'w'].includes(String(seat)))).toEqual([])
    expect(tiles.filter(({ frame, seat }) => seat !== undefined && !/^prop\/(seat|bench|tree-ring)/.test(String(frame)))).toEqual([])
  })
})

describe("the two floors of Kukar's mall", () => {
  const { map } = loadMall({
    region: regionOf('kukar'),
    catalogue: read('assets/catalogue/kukar.json') as Catalogue,
    map: read('assets/maps/kukar.tmj'),
  })
  const ofKind = (kind: string): Zone[] => map.zones.filter((zone) => zone.kind === kind)
  const centre = ({ x0, z0, x1, z1 }: Zone) => ({ x: (x0 + x1) / 2, z: (z0 + z1) / 2 })
  const holds = ({ x0, z0, x1, z1 }: Zone, x: number, z: number): boolean => x >= x0 && x < x1 && z >= z0 && z < z1
  const [ground, upper] = ofKind('storey')
  const portals = ofKind('portal').map((zone) => {
    const out = ofKind('landing').find(({ name }) => name === zone.properties.to)
    if (out === undefined) throw new TypeError(`${zone.name} leads nowhere`)
    return { zone, in: centre(zone), out: centre(out), by: String(zone.properties.by), face: Number(zone.properties.face) }
  })
  const clearance = createClearance(map)

  it('lie side by side and cover all tiles, each with its counters', () => {
    expect([ground.properties.label, upper.properties.label]).toEqual(['1', '2'])
    for (let z = 0; z < map.rows; z++)
      for (let x = 0; x < map.columns; x++) expect([ground, upper].filter((storey) => holds(storey, x + 0.5, z + 0.5))).toHaveLength(1)
    const wingsIn = (storey: Zone) => [
      ...new Set(ofKind('counter').flatMap((zone) => (holds(storey, zone.x0, zone.z0) ? [String(zone.properties.wing)] : []))),
    ]
    expect(wingsIn(ground).toSorted()).toEqual(['kependudukan', 'kesehatan', 'pajak', 'sosial'])
    expect(wingsIn(upper).toSorted()).toEqual(['perbankan', 'usaha'])
  })

  it('are joined by stairs, escalators and a lift, each both ways', () => {
    const ways = portals.map(
      ({ by, in: from, out }) => `${by} ${holds(ground, from.x, from.z) ? 'up' : 'down'} ${holds(upper, out.x, out.z) ? 'up' : 'down'}`,
    )
    expect(ways.toSorted()).toEqual([
      'escalator down down',
      'escalator up up',
      'lift down down',
      'lift up up',
      'stairs down down',
      'stairs up up',
    ])
  })

  it('let one out where there is room, and whoever walks on comes to no portal', () => {
    for (const { zone, in: from, out, face } of portals) {
      expect(clearanceAt(clearance, out.x, out.z), zone.name).toBeGreaterThanOrEqual(0.45)
      // One steps in against the closed end of the niche: away from where its zone is open.
      const [dx, dz] =
        holds(zone, from.x, from.z) && zone.properties.by === 'lift' && holds(upper, from.x, from.z)
          ? [0, -1]
          : [holds(ground, from.x, from.z) ? -1 : 1, 0]
      for (let metres = 0; metres < 6; metres += 0.1) {
        const [x, z] = [out.x + dx * metres, out.z + dz * metres]
        expect(
          portals.filter(({ zone: other }) => holds(other, x, z)).map((other) => other.zone.name),
          `${zone.name}, ${metres} m on`,
        ).toEqual([])
      }
      expect(face >= 0 && face < 32).toBe(true)
    }
  })

  it('have their portals in niches, so that nobody steps into one by the way', () => {
    for (const { zone } of portals) {
      // Off the middle, which may lie on the line between two tiles.
      const [x, z] = [centre(zone).x + 0.1, centre(zone).z + 0.1]
      const sides = [
        [zone.x0 - 0.5, z],
        [zone.x1 + 0.5, z],
        [x, zone.z0 - 0.5],
        [x, zone.z1 + 0.5],
      ]
      const isClosed = ([sx, sz]: number[]): boolean => map.solids.some((s) => sx > s.x0 && sx < s.x1 && sz > s.z0 && sz < s.z1)
      expect(sides.filter(isClosed), zone.name).toHaveLength(3)
    }
  })
})
