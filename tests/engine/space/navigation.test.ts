import { createRng, hashFloat, hashStart } from '@balai/engine/core'
import {
  createClearance,
  createNavigation,
  findPath,
  isReachable,
  MapError,
  parseTiledMap,
  requireReachable,
  type SpaceMap,
} from '@balai/engine/space'
import { describe, expect, test } from 'vitest'
import { bareMap, tiledMap } from './sample-map.ts'

const radiusM = 0.3
const out = new Float32Array(128)

const navigationOf = (map: SpaceMap) => createNavigation(map, createClearance(map), { radiusM })

/** The path as points, the start first. */
function pathOf(navigation: ReturnType<typeof navigationOf>, from: [number, number], to: [number, number]): number[][] {
  const count = findPath(navigation, ...from, ...to, out)
  return count === 0 ? [] : [from, ...Array.from({ length: count }, (_, i) => [out[2 * i], out[2 * i + 1]])]
}

function leastDistance(map: SpaceMap, points: number[][], samples = 64): number {
  let least = Number.POSITIVE_INFINITY
  for (let i = 1; i < points.length; i++) {
    for (let t = 0; t <= 1; t += 1 / samples) {
      const x = points[i - 1][0] + t * (points[i][0] - points[i - 1][0])
      const z = points[i - 1][1] + t * (points[i][1] - points[i - 1][1])
      const toSolids = map.solids.map((box) => Math.hypot(Math.max(box.x0 - x, x - box.x1, 0), Math.max(box.z0 - z, z - box.z1, 0)))
      least = Math.min(least, x, z, map.columns - x, map.rows - z, ...toSolids)
    }
  }
  return least
}

const rooms = parseTiledMap(
  tiledMap(
    [
      '.........#....',
      '.........#....',
      '..####........',
      '..#..#...#....',
      '..#..#####....',
      '..####...|....',
      '.........#....',
      '.........#####',
    ],
    [
      { kind: 'start', name: 'door', column: 0, row: 0, width: 2 },
      { kind: 'counter', name: 'here', column: 12, row: 5 },
      { kind: 'vault', name: 'walled-in', column: 3, row: 3, width: 2 },
    ],
  ),
)

describe('findPath', () => {
  const navigation = navigationOf(rooms)

  test('goes straight where nothing is in the way, and ends exactly at the target', () => {
    expect(pathOf(navigation, [0.5, 0.5], [8.3, 1.7])).toEqual([
      [0.5, 0.5],
      [Math.fround(8.3), Math.fround(1.7)],
    ])
  })

  test('goes through a gap of one tile, keeps the radius clear', () => {
    const path = pathOf(navigation, [1, 7.5], [13.5, 6.5])
    expect(path.at(-1)).toEqual([13.5, 6.5])
    expect(path.length).toBeGreaterThan(2)
    expect(path.length).toBeLessThan(12)
    expect(leastDistance(rooms, path)).toBeGreaterThanOrEqual(radiusM - 1e-6)
  })

  test('ends at the nearest reachable place when the target is solid or off the map', () => {
    const [x, z] = pathOf(navigation, [0.5, 0.5], [9.5, 0.6]).at(-1) as number[]
    expect(Math.hypot(x - 9.5, z - 0.6)).toBeLessThan(1)
    expect(pathOf(navigation, [0.5, 0.5], [-50, 3.2]).at(-1)).toEqual([0.375, 3.125])
  })

  test('leads to the nearest place outside when the target is walled in, and inside when the start is', () => {
    const [x, z] = pathOf(navigation, [0.5, 0.5], [3.9, 3.5]).at(-1) as number[]
    expect([x, z]).toEqual([3.875, 1.625])
    expect(pathOf(navigation, [3.5, 3.5], [12.5, 3.4]).at(-1)).toEqual([4.625, 3.375])
  })

  test('gives 0 for a target that is no number, and on a map where nobody can stand', () => {
    expect(findPath(navigation, 0.5, 0.5, Number.NaN, 3.5, out)).toBe(0)
    const full = navigationOf(bareMap(3, 3, [{ x0: 0, z0: 0, x1: 3, z1: 3, heightM: 1 }]))
    expect(findPath(full, 1.5, 1.5, 2, 2, out)).toBe(0)
  })

  test('leads a body out of a gap that is too tight on its own side of a thin wall, and out of a solid', () => {
    // A gap of 0.55 m between a block and a thin wall: the free floor behind the wall is nearer than the end of the gap.
    const gap = bareMap(12, 12, [
      { x0: 3, z0: 4, x1: 4.5, z1: 8, heightM: 2 },
      { x0: 5.05, z0: 0, x1: 5.15, z1: 9, heightM: 2 },
    ])
    const path = pathOf(navigationOf(gap), [4.77, 5.2], [2, 2])
    expect(path[1][0]).toBeLessThan(5)
    expect(path[1][1]).toBeLessThan(4)
    expect(leastDistance(gap, path)).toBeGreaterThan(radiusM / 2)
    expect(leastDistance(gap, path.slice(1))).toBeGreaterThanOrEqual(radiusM - 1e-6)
    expect(pathOf(navigationOf(gap), [3.1, 6], [2, 2]).at(-1)).toEqual([2, 2])
  })

  test('begins with a step clear of the wall for a body that stands closer than the radius', () => {
    const path = pathOf(navigation, [8.75, 0.26], [1, 0.5])
    expect(path.length).toBeGreaterThan(2)
    expect(leastDistance(rooms, path.slice(1))).toBeGreaterThanOrEqual(radiusM - 1e-6)
  })

  test('cuts a way that is longer than the array', () => {
    const short = new Float32Array(4)
    expect(findPath(navigation, 1, 7.5, 13.5, 6.5, short)).toBe(2)
  })

  test('goes around a block that a straight line would cross between its corners', () => {
    const block = bareMap(20, 20, [{ x0: 6, z0: 6, x1: 14, z1: 14, heightM: 2 }])
    const path = pathOf(navigationOf(block), [2, 10.2], [18, 10.1])
    expect(path.length).toBeLessThanOrEqual(5)
    expect(leastDistance(block, path)).toBeGreaterThanOrEqual(radiusM - 1e-6)
  })

  test('joins two cells only where the whole step is clear (seed 13)', () => {
    const random = createRng(13)
    const specks = Array.from({ length: 80 }, () => [random() * 14, random() * 14])
    const map = bareMap(
      15,
      15,
      specks.map(([x, z]) => ({ x0: x, z0: z, x1: x + 0.06, z1: z + 0.06, heightM: 1 })),
    )
    const { grid } = navigationOf(map)
    const wrong: number[][] = []
    let [joined, apart] = [0, 0]
    for (let row = 0; row < grid.rows - 1; row++) {
      for (let column = 0; column < grid.columns - 1; column++) {
        for (const [bit, columns, rows] of [
          [0, 1, 0],
          [1, 1, 1],
          [2, 0, 1],
        ]) {
          const ends = [
            [column, row],
            [column + columns, row + rows],
          ].map(([c, r]) => [(c + 0.5) / 4, (r + 0.5) / 4])
          const isJoined = (grid.steps[row * grid.columns + column] & (1 << bit)) !== 0
          const space = leastDistance(map, ends, 8)
          if (isJoined ? space < radiusM - 1e-6 : space > radiusM + 5e-3) wrong.push([column, row, bit, space])
          if (isJoined) joined++
          else if (leastDistance(map, ends, 1) >= radiusM) apart++
        }
      }
    }
    expect(wrong).toEqual([])
    expect(joined).toBeGreaterThan(1000)
    expect(apart).toBeGreaterThan(0)
  })

  test('is the same to the bit in a fresh navigation and after other searches, and always clear (seed 11)', () => {
    const random = createRng(11)
    const solids = Array.from({ length: 60 }, () => {
      const [x0, z0] = [Math.floor(random() * 28), Math.floor(random() * 28)]
      return { x0, z0, x1: x0 + 0.1 + random() * 2, z1: z0 + 0.1 + random() * 2, heightM: 1 }
    })
    const map = bareMap(30, 30, solids)
    const questions = Array.from({ length: 60 }, () => [random() * 30, random() * 30, random() * 30, random() * 30])
    const used = navigationOf(map)
    let found = 0
    for (const [fromX, fromZ, toX, toZ] of questions) {
      const path = pathOf(used, [fromX, fromZ], [toX, toZ])
      const again = pathOf(navigationOf(map), [fromX, fromZ], [toX, toZ])
      const hash = (points: number[][]) => points.flat().reduce(hashFloat, hashStart)
      expect(hash(again)).toBe(hash(path))
      if (path.length > 2) found++
      if (path.length > 2) expect(leastDistance(map, path.slice(1))).toBeGreaterThanOrEqual(radiusM - 1e-6)
    }
    expect(found).toBeGreaterThan(20)
  })
})

test('ends at the target or at the nearest cell that can be walked to, from anywhere, solid or not (seed 17)', () => {
  const random = createRng(17)
  const solids = Array.from({ length: 90 }, () => {
    const [x0, z0] = [Math.floor(random() * 18), Math.floor(random() * 18)]
    return { x0, z0, x1: x0 + 0.5 + random() * 2, z1: z0 + 0.5 + random() * 2, heightM: 1 }
  })
  const navigation = navigationOf(bareMap(20, 20, solids))
  const { grid } = navigation
  const regionAt = (x: number, z: number) => grid.regions[Math.floor(z * 4) * grid.columns + Math.floor(x * 4)]
  let [moved, kept] = [0, 0]
  for (let i = 0; i < 150; i++) {
    const from: [number, number] = [random() * 20, random() * 20]
    const to: [number, number] = [Math.fround(random() * 20), Math.fround(random() * 20)]
    const path = pathOf(navigation, from, to)
    const end = path.at(-1) as number[]
    if (end[0] === to[0] && end[1] === to[1]) {
      kept++
      continue
    }
    moved++
    // The end is the middle of a cell, and of its region none is nearer to the target.
    const away = (x: number, z: number) => (x - to[0]) ** 2 + (z - to[1]) ** 2
    const region = regionAt(end[0], end[1])
    expect(region).toBeGreaterThan(0)
    const nearer = [...grid.regions.keys()].filter((cell) => {
      const [x, z] = [((cell % grid.columns) + 0.5) / 4, (Math.floor(cell / grid.columns) + 0.5) / 4]
      return grid.regions[cell] === region && away(x, z) < away(end[0], end[1]) - 1e-9
    })
    expect(nearer).toEqual([])
    expect(isReachable(navigation, ...to, end[0], end[1])).toBe(false)
  }
  expect(moved).toBeGreaterThan(40)
  expect(kept).toBeGreaterThan(10)
})

describe('reachability', () => {
  const navigation = navigationOf(rooms)

  test('tells joined places from walled-in ones', () => {
    expect(isReachable(navigation, 0.5, 0.5, 12.5, 5.5)).toBe(true)
    expect(isReachable(navigation, 0.5, 0.5, 4, 3.5)).toBe(false)
  })

  test('names both zones and the remedy when there is no way', () => {
    expect(() => requireReachable(rooms, navigation, 'start', 'counter')).not.toThrow()
    expect(() => requireReachable(rooms, navigation, 'start', 'vault')).toThrow(
      expect.objectContaining({
        code: 'unreachable',
        message: expect.stringMatching(/'walled-in' \(vault\).*'door' \(start\).*Open a way/),
      }),
    )
    expect(() => requireReachable(rooms, navigation, 'gate', 'counter')).toThrow(MapError)
  })
})
