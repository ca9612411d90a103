import {
  createClearance,
  createNavigation,
  createStoreys,
  findPath,
  isReachable,
  parseTiledMap,
  requireReachable,
  storeyAt,
} from '@balai/engine/space'
import { describe, expect, it } from 'vitest'
import { mapWithStairs } from '../stairs-map.ts'

const map = parseTiledMap(mapWithStairs())
const navigationOf = (source: unknown) => {
  const parsed = parseTiledMap(source)
  return createNavigation(parsed, createClearance(parsed), { radiusM: 0.3 })
}
const navigation = navigationOf(mapWithStairs())
const out = new Float32Array(96)

function pathOf(from: [number, number], to: [number, number]): [number, number][] {
  const count = findPath(navigation, ...from, ...to, out)
  return Array.from({ length: count }, (_, i) => [out[2 * i], out[2 * i + 1]])
}

describe('M18: a path to another storey', () => {
  it('leads to the middle of the stairs, goes on where they lead, and ends at the target', () => {
    const path = pathOf([2.5, 5.5], [19.5, 5.5])
    const top = path.findIndex(([x, z]) => x === 14.5 && z === 3.5)
    expect(path[top - 1]).toEqual([9.5, 1.5])
    expect(path.at(-1)).toEqual([19.5, 5.5])
  })

  it('to a place within the stairs ends where they lead, from either side', () => {
    expect(pathOf([9.5, 3.5], [9.7, 1.2])).toEqual([
      [9.5, 1.5],
      [14.5, 3.5],
    ])
    expect(pathOf([15.5, 4.5], [9.7, 1.2]).slice(-2)).toEqual([
      [9.5, 1.5],
      [14.5, 3.5],
    ])
  })

  it('leaves the stairs alone where the storey is the same, and where the target is solid', () => {
    expect(pathOf([2.5, 5.5], [8.5, 5.5])).toEqual([[8.5, 5.5]])
    expect(pathOf([2.5, 5.5], [22.5, 5.5]).at(-1)?.[0]).toBeLessThan(11)
  })

  it('is cut at the end of the array, never between', () => {
    const short = new Float32Array(4)
    expect(findPath(navigation, 9.5, 3.5, 19.5, 5.5, short)).toBe(2)
    expect([...short]).toEqual([9.5, 1.5, 14.5, 3.5])
  })

  it('counts when the ways of a map are checked, in the portals’ direction alone', () => {
    expect(isReachable(navigation, 2.5, 5.5, 19.5, 5.5)).toBe(true)
    expect(() => requireReachable(map, navigation, 'start', 'counter')).not.toThrow()
    const oneWay = mapWithStairs()
    const zones = oneWay.layers[2].objects as { name: string }[]
    oneWay.layers[2].objects = zones.filter((zone) => zone.name !== 'down')
    const narrow = navigationOf(oneWay)
    expect(isReachable(narrow, 2.5, 5.5, 19.5, 5.5)).toBe(true)
    expect(isReachable(narrow, 19.5, 5.5, 2.5, 5.5)).toBe(false)
  })
})

describe('a portal that cannot be used is refused by name', () => {
  const changed = (change: (zone: { name: string; y: number; x: number; properties?: unknown }) => void) => () => {
    const source = mapWithStairs()
    for (const zone of source.layers[2].objects as { name: string; y: number; x: number }[]) change(zone)
    return navigationOf(source)
  }
  it.each([
    ["leads to ''", changed((zone) => zone.name === 'up' && delete zone.properties)],
    ["portal 'down' leads into a portal", changed((zone) => zone.name === 'bottom' && Object.assign(zone, { x: 9 * 32, y: 32 }))],
    ['leads where nobody has room', changed((zone) => zone.name === 'bottom' && Object.assign(zone, { x: 0, y: 0 }))],
    ['shares tile 9, 1 with another portal', changed((zone) => zone.name === 'down' && Object.assign(zone, { x: 9 * 32 }))],
  ])('%s', (words, make) => {
    expect(make).toThrow(words)
  })
})

it('a place belongs to the storey that holds it', () => {
  const storeys = createStoreys(map)
  expect(storeys.count).toBe(3)
  expect([storeyAt(storeys, 2.5, 2.5), storeyAt(storeys, 15, 2), storeyAt(storeys, -1, 2), storeyAt(storeys, 30, 2)]).toEqual([1, 2, 0, 0])
})
