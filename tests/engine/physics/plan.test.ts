import { createRng } from '@balai/engine/core'
import { expect, test } from 'vitest'
import { borderBoxes, mergeBoxes, outerCorners, type PlanBox } from '../../../engine/physics/plan.ts'

const box = (x0: number, z0: number, x1: number, z1: number): PlanBox => ({ x0, z0, x1, z1 })
const covers = (boxes: readonly PlanBox[], x: number, z: number) => boxes.some((b) => x >= b.x0 && x <= b.x1 && z >= b.z0 && z <= b.z1)

test('a wall of tiles becomes few boxes, none longer than 8 m', () => {
  const wall = Array.from({ length: 20 }, (_, i) => box(i, 3, i + 1, 4))
  expect(mergeBoxes(wall)).toEqual([box(0, 3, 8, 4), box(8, 3, 16, 4), box(16, 3, 20, 4)])
  expect(mergeBoxes(wall.map(({ x0, x1 }) => box(3, x0, 4, x1)))).toHaveLength(3)
  expect(mergeBoxes([box(0, 0, 1, 1), box(1, 0, 2, 1), box(0, 1, 1, 2), box(1, 1, 2, 2)])).toEqual([box(0, 0, 2, 2)])
})

test('merged boxes cover the same ground, in the same order however they were given (seed 31)', () => {
  const random = createRng(31)
  for (let round = 0; round < 20; round++) {
    const grid = round % 2 === 0 ? 1 : 0.25
    const place = (most: number): number => Math.floor(random() * most) * grid
    const boxes = Array.from({ length: 60 }, () => {
      const [x0, z0] = [place(12), place(12)]
      return box(x0, z0, x0 + grid + place(3), z0 + grid + place(3))
    })
    const merged = mergeBoxes(boxes)
    expect(merged.length).toBeLessThan(boxes.length)
    expect(mergeBoxes([...boxes].reverse())).toEqual(merged)
    for (let i = 0; i < 500; i++) {
      const [x, z] = [random() * 13 * grid, random() * 13 * grid]
      expect(covers(merged, x, z)).toBe(covers(boxes, x, z))
    }
  }
})

test('corners stick out where no other corner is: not where a wall runs on, nor inside an angle', () => {
  const angle = [box(0, 0, 8, 1), box(8, 0, 12, 1), box(0, 1, 1, 4)]
  const corners = outerCorners(angle).map(({ x, z }) => `${x},${z}`)
  expect(corners.sort()).toEqual(['0,0', '0,4', '1,1', '1,4', '12,0', '12,1'])
})

test('the border has no hole and no corner at a seam', () => {
  const border = borderBoxes(20, 9)
  for (let at = -1; at <= 21; at += 0.25) expect(covers(border, at, -0.5) && covers(border, at, 9.5)).toBe(true)
  for (let at = -1; at <= 10; at += 0.25) expect(covers(border, -0.5, at) && covers(border, 20.5, at)).toBe(true)
  expect(outerCorners(border).filter(({ x, z }) => x > 0 && x < 20 && z > 0 && z < 9)).toEqual([])
})
