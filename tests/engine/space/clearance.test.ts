import { createRng } from '@balai/engine/core'
import { clearanceAt, clearanceCapM, createClearance } from '@balai/engine/space'
import { expect, test } from 'vitest'
import { bareMap } from './sample-map.ts'

const solids = [
  { x0: 5, z0: 5, x1: 6, z1: 6, heightM: 2 },
  { x0: 2.1, z0: 9.37, x1: 2.2, z1: 11, heightM: 1 },
]
const map = bareMap(20, 14, solids)
const clearance = createClearance(map)

function trueDistance(x: number, z: number): number {
  const toSolids = solids.map((box) => Math.hypot(Math.max(box.x0 - x, x - box.x1, 0), Math.max(box.z0 - z, z - box.z1, 0)))
  return Math.min(x, z, map.columns - x, map.rows - z, ...toSolids)
}

test('never promises more space than there is, and at most half a metre less (seed 7)', () => {
  const random = createRng(7)
  for (let i = 0; i < 4_000; i++) {
    const x = random() * map.columns
    const z = random() * map.rows
    const actual = trueDistance(x, z)
    const bound = clearanceAt(clearance, x, z)
    expect(bound).toBeLessThanOrEqual(actual)
    expect(bound).toBeGreaterThan(Math.min(actual, clearanceCapM) - 0.5)
  }
})

test('is exact from a cell to a solid, and 0 inside, outside and for NaN', () => {
  expect(clearanceAt(clearance, 6.6, 5.5)).toBe(0.5)
  expect(clearanceAt(clearance, 10, 7)).toBe(clearanceCapM)
  expect(clearanceAt(clearance, 5.5, 5.5)).toBe(0)
  expect(
    [
      [-0.1, 5],
      [20, 5],
      [5, 14.01],
      [Number.NaN, 1],
    ].map(([x, z]) => clearanceAt(clearance, x, z)),
  ).toEqual([0, 0, 0, 0])
})
