import { expect, test } from 'vitest'
import { createRng } from '@balai/engine/core'
import { depthBeside, firstAtOrBehind, sortByDepth, tileDepth } from '../../../engine/render/depth.ts'

const box = (x0: number, z0: number, x1: number, z1: number) => [{ x0, z0, x1, z1, heightM: 2 }]

test('beside a thin wall on the tile’s north-west edge one is in front, though nearer to the north than its middle', () => {
  const wall = box(0, 0, 0.2, 1)
  expect(depthBeside(5.4, 7.1, 5, 7, wall)).toBeGreaterThan(tileDepth(5, 7))
})

test('behind a thin wall on the tile’s south-east edge one is behind, though farther south than its middle', () => {
  const wall = box(0.8, 0, 1, 1)
  expect(depthBeside(5.6, 7.9, 5, 7, wall)).toBeLessThan(tileDepth(5, 7))
})

test('a thing in one tile never changes one’s order with the tiles in front and behind', () => {
  const rng = createRng(11)
  for (let i = 0; i < 200; i++) {
    const x = 5 + rng()
    const z = 7 + rng()
    const depth = depthBeside(x, z, 5, 7, box(0.3, 0.3, 0.7, 0.7))
    expect(depth).toBeGreaterThan(tileDepth(5, 6))
    expect(depth).toBeGreaterThan(tileDepth(4, 7))
    expect(depth).toBeLessThan(tileDepth(6, 7))
    expect(depth).toBeLessThan(tileDepth(5, 8))
  }
})

test('sorting (seed 3) agrees with the language’s own, and equals keep their order', () => {
  const rng = createRng(3)
  const depths = Float32Array.from({ length: 300 }, () => Math.floor(rng() * 40))
  const order = Uint32Array.from(depths, (_, i) => i)
  sortByDepth(order, depths, 300)
  expect([...order]).toEqual([...depths.keys()].sort((a, b) => depths[a] - depths[b] || a - b))
})

test('the search finds the first depth that is not below', () => {
  const depths = Float32Array.of(1, 2, 2, 5)
  expect([0, 1, 2, 3, 5, 6].map((depth) => firstAtOrBehind(depths, depth))).toEqual([0, 0, 1, 3, 3, 4])
})
