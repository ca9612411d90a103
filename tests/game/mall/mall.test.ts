import { describe, expect, test } from 'vitest'
import { agencyOf, findGroups, groupsAt, loadMall, toMallEvent, type Mall } from '../../../game/mall/index.ts'
import { catalogue, counter, region, start, tiledMall } from './tiled-mall.ts'

const open = ['........', '........', '........']
const load = (map: unknown): Mall => loadMall({ region, catalogue, map })
const small = (): Mall =>
  load(
    tiledMall(open, [
      start,
      counter('loket-01', 'disdukcapil', 2),
      counter('loket-12', 'samsat', 4, { label: '12B', signX: 4.5, signY: 3, signZ: 1.25 }),
      { kind: 'wing', name: 'pajak', column: 4, row: 2 },
    ]),
  )
const codeOf = (run: () => unknown): unknown => {
  try {
    run()
    return 'loaded'
  } catch (error) {
    return (error as { code?: string }).code
  }
}

describe('loadMall', () => {
  test('a counter is its zone, its tenant and the number on its sign', () => {
    const { counters } = small()
    expect(counters.map(({ zone: _zone, ...place }) => place)).toEqual([
      { id: 'kukar.loket-01', region: 'kukar', label: '1', agency: 'disdukcapil' },
      { id: 'kukar.loket-12', region: 'kukar', label: '12B', agency: 'samsat' },
    ])
    expect(counters[0].zone).toMatchObject({ kind: 'counter', x0: 2, z0: 0, x1: 3, z1: 1 })
  })

  test("signs stand over the zone or where the map says, in the colour of the agency's wing", () => {
    expect(small().signs).toEqual([
      { x: 2.5, z: 0.5, frame: 'sign/kependudukan', label: '1', title: { id: 'disdukcapil', en: 'disdukcapil' } },
      { x: 4.5, z: 1.25, heightM: 3, frame: 'sign/pajak', label: '12B', title: { id: 'samsat', en: 'samsat' } },
    ])
  })

  test('a map that does not fit the catalogue or cannot be walked is refused', () => {
    expect(codeOf(() => load(tiledMall(open, [start, counter('loket-01', 'bakery', 2)])))).toBe('unknown-reference')
    expect(codeOf(() => load(tiledMall(open, [start, { kind: 'counter', name: 'loket-01', column: 2, row: 0 }])))).toBe('no-tenant')
    expect(codeOf(() => load(tiledMall(open, [start, counter('Loket 1', 'samsat', 2)])))).toBe('bad-counter-name')
    expect(codeOf(() => load(tiledMall(open, [start, { kind: 'wing', name: 'food', column: 2, row: 0 }])))).toBe('unknown-wing')
    const walled = ['...#....', '...#....', '...#....']
    expect(codeOf(() => load(tiledMall(walled, [start, counter('loket-01', 'samsat', 5)])))).toBe('unreachable')
    expect(codeOf(() => load(tiledMall(walled, [start, counter('loket-01', 'samsat', 1)])))).toBe('loaded')
  })
})

describe('storeys and spots', () => {
  const twoStoreys = (): Mall =>
    load(
      tiledMall(open, [
        start,
        { kind: 'storey', name: 'bawah', column: 0, row: 0, columns: 4, rows: 3, properties: { label: '1' } },
        { kind: 'storey', name: 'atas', column: 4, row: 0, columns: 4, rows: 3, properties: { label: '2' } },
        counter('loket-01', 'disdukcapil', 2),
        counter('loket-02', 'samsat', 6, { standX: 6.5, standZ: 1.5 }),
        {
          kind: 'room',
          name: 'musala',
          column: 7,
          row: 2,
          properties: { label: 'Musala', labelEn: 'Prayer room', icon: 'musala', sign: 'sign/musala' },
        },
        { kind: 'gate', name: 'luar', column: 0, row: 2 },
      ]),
    )

  test('a spot is where one stands: in the middle of its zone or where the map says, on its storey', () => {
    const { spots, storeys } = twoStoreys()
    expect(storeys.map(({ number, label }) => [number, label])).toEqual([
      [1, '1'],
      [2, '2'],
    ])
    expect(spots.map(({ kind, x, z, storey }) => [kind, x, z, storey])).toEqual([
      ['counter', 2.5, 0.5, 1],
      ['counter', 6.5, 1.5, 2],
      ['room', 7.5, 2.5, 2],
      ['gate', 0.5, 2.5, 1],
    ])
    expect(spots[2]).toMatchObject({ name: { id: 'Musala', en: 'Prayer room' }, icon: 'musala' })
  })

  test('a room whose map gives it a sign has one, by its own name', () => {
    expect(twoStoreys().signs.slice(2)).toEqual([
      { x: 7.5, z: 2.5, frame: 'sign/musala', label: '', title: { id: 'Musala', en: 'Prayer room' } },
    ])
  })

  test('a map without storeys is one, which holds all of it', () => {
    expect(small().storeys).toEqual([{ number: 0, label: '', x0: 0, z0: 0, x1: 8, z1: 3 }])
    expect(small().spots.map(({ storey }) => storey)).toEqual([0, 0])
  })

  test('a room is told on entering, the way to other malls on both', () => {
    const mall = twoStoreys()
    const [, , room, gate] = mall.spots
    expect(toMallEvent(mall, { type: 'entered', zone: room.zone })).toEqual({ type: 'room-entered', room })
    expect(toMallEvent(mall, { type: 'left', zone: room.zone })).toBeNull()
    expect(toMallEvent(mall, { type: 'entered', zone: gate.zone })).toEqual({ type: 'gate-near' })
    expect(toMallEvent(mall, { type: 'left', zone: gate.zone })).toEqual({ type: 'gate-left' })
  })
})

describe('bridge', () => {
  test("entering and leaving a counter's zone, also when the zone is a copy from another thread", () => {
    const mall = small()
    const zone = structuredClone(mall.counters[1].zone)
    expect(toMallEvent(mall, { type: 'entered', zone })).toEqual({ type: 'counter-near', counter: mall.counters[1] })
    expect(toMallEvent(mall, { type: 'left', zone })).toEqual({ type: 'counter-left', counter: mall.counters[1] })
    expect(groupsAt(mall, mall.counters[1]).map((group) => group.slug)).toEqual(['samsat-a'])
  })

  test('a wing is told on entering only; other zones mean nothing', () => {
    const mall = small()
    const { zone } = mall.wings[0]
    expect(toMallEvent(mall, { type: 'entered', zone })).toEqual({ type: 'wing-entered', wing: 'pajak' })
    expect(toMallEvent(mall, { type: 'left', zone })).toBeNull()
    expect(toMallEvent(mall, { type: 'entered', zone: mall.map.zones[0] })).toBeNull()
  })
})

test('findGroups and agencyOf agree', () => {
  for (const { agency, group } of findGroups(catalogue)) expect(agencyOf(catalogue, group.slug)).toBe(agency)
  expect(findGroups(catalogue)).toHaveLength(2)
  expect(agencyOf(catalogue, 'bakery')).toBeNull()
})
