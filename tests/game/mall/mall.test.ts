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
      counter('loket-12', 'samsat', 4, { label: '12B', signX: 4.5, signZ: 1.25 }),
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
      { x: 2.5, z: 0.5, wing: 'kependudukan', label: '1', title: 'disdukcapil' },
      { x: 4.5, z: 1.25, wing: 'pajak', label: '12B', title: 'samsat' },
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
