import { depthOf, projectX, projectY, unprojectX, unprojectZ } from '@balai/engine/space'
import { expect, test } from 'vitest'

test('+x runs down-right, +z down-left, height up', () => {
  expect([projectX(1, 0), projectY(1, 0, 0)]).toEqual([32, 16])
  expect([projectX(0, 1), projectY(0, 0, 1)]).toEqual([-32, 16])
  expect(projectY(0, 1, 0)).toBe(-32)
  expect(depthOf(3, 4)).toBeGreaterThan(depthOf(3, 3.5))
})

test('unprojecting a ground point gives it back', () => {
  const [sx, sy] = [projectX(3.25, 7.5), projectY(3.25, 0, 7.5)]
  expect([unprojectX(sx, sy), unprojectZ(sx, sy)]).toEqual([3.25, 7.5])
})
