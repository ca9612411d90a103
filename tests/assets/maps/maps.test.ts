import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type DrawnSheet, framesOf } from '../../../assets/art/drawing.ts'
import { kukarPlan } from '../../../assets/maps/kukar.ts'
import { plainPlan } from '../../../assets/maps/plain.ts'
import { resolve } from '../../../assets/maps/plan.ts'
import { createClearance, createNavigation, isReachable, type SpaceMap, type Zone } from '../../../engine/space/index.ts'
import type { Catalogue, Region } from '../../../game/api/index.ts'
import { loadMall } from '../../../game/mall/index.ts'

const root = join(import.meta.dirname, '../../..')
const read = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'))
const frames = framesOf(read('assets/art/packed/sheet-kutai.json') as DrawnSheet)

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

const solidsIn = (map: SpaceMap, { x0, z0, x1, z1 }: Zone) => map.solids.filter((s) => s.x0 < x1 && s.x1 > x0 && s.z0 < z1 && s.z1 > z0)

describe.each([
  { name: 'kukar', plan: kukarPlan, counters: 28, hall: { columns: 44, rows: 32 } },
  { name: 'plain', plan: plainPlan, counters: 12, hall: { columns: 26, rows: 19 } },
])('the map $name', ({ name, plan, counters, hall }) => {
  const source = read(`assets/maps/${name}.tmj`)
  const mall = loadMall({ region: regionOf(name), catalogue: read(`assets/catalogue/${name}.json`) as Catalogue, map: source })
  const { map } = mall

  it('is what its plan says: run node assets/maps/make-maps.ts', () => {
    const made = resolve(plan())
    expect(map.layers.map(({ name, kind, gids }) => ({ name, kind, gids }))).toEqual(made.layers)
    expect(map.tiles.slice(1).map((tile) => tile?.frame)).toEqual(made.frames)
    expect(map.zones.map(({ kind, name, x0, z1, properties }) => ({ kind, name, x0, z1, properties }))).toEqual(
      plan().zones.map(({ kind, name, x0, z1, properties }) => ({ kind, name, x0, z1, properties })),
    )
  })

  it('uses only pictures that are drawn, and every tall wall has its low twin', () => {
    const used = map.tiles.flatMap((tile) => (tile ? [tile] : []))
    expect(used.length).toBeGreaterThan(50)
    expect(used.filter((tile) => !frames[tile.frame])).toEqual([])
    expect(used.filter((tile) => tile.isWall && tile.heightM > 1 && !frames[`${tile.frame}-cut`])).toEqual([])
    expect(mall.signs.filter(({ wing }) => !frames[`sign/${wing}`])).toEqual([])
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
    for (const kind of ['door', 'counter', 'reception', 'stage']) {
      for (const [toX, toZ] of middle(kind)) expect(isReachable(navigation, x, z, toX, toZ), `${kind} at ${toX}, ${toZ}`).toBe(true)
    }
    for (const { name, properties } of map.zones.filter((zone) => zone.kind === 'counter')) {
      expect(isReachable(navigation, x, z, Number(properties.staffX), Number(properties.staffZ)), `behind ${name}`).toBe(false)
    }
    const reached: string[] = []
    for (let c = 0; c < map.columns; c++) if (isReachable(navigation, x, z, c + 0.5, map.rows - 0.3)) reached.push(`${c}, last row`)
    for (let r = 0; r < map.rows; r++)
      for (const c of [0.3, map.columns - 0.3]) if (isReachable(navigation, x, z, c, r + 0.5)) reached.push(`${c}, ${r}`)
    expect(reached).toEqual([])
  })

  it('leaves at least a third of the hall empty', () => {
    let free = 0
    for (let z = 0; z < hall.rows; z++) {
      for (let x = 0; x < hall.columns; x++) {
        if (map.layers.every((layer) => layer.kind === 'floor' || layer.gids[z * map.columns + x] === 0)) free++
      }
    }
    expect(free / (hall.rows * hall.columns)).toBeGreaterThan(1 / 3)
  })
})
