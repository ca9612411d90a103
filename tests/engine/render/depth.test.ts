import { expect, test } from 'vitest'
import { createRng } from '@balai/engine/core'
import { depthBeside, seatDepth, sortByDepth, tileDepth } from '../../../engine/render/depth.ts'

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
  sortByDepth(order, depths, 0, 300)
  expect([...order]).toEqual([...depths.keys()].sort((a, b) => depths[a] - depths[b] || a - b))
})

test('a part of a list is sorted and the rest left alone', () => {
  const order = Uint32Array.of(3, 2, 1, 0)
  sortByDepth(order, Float32Array.of(0, 1, 2, 3), 1, 3)
  expect([...order]).toEqual([3, 1, 2, 0])
})

test('who sits is before a seat seen from the front and behind one seen from its back, and nowhere else', () => {
  expect(seatDepth(4, 5, false)).toBeGreaterThan(tileDepth(4, 5))
  expect(seatDepth(4, 5, true)).toBeLessThan(tileDepth(4, 5))
  expect(seatDepth(4, 5, true)).toBeGreaterThan(tileDepth(4, 4))
  expect(seatDepth(4, 5, false)).toBeLessThan(tileDepth(4, 6))
})
