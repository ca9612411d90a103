import { expect, test } from 'vitest'
import { createCamera, enterPlace, panCamera, zoomCamera } from '../../../engine/render/camera.ts'
import { createArea, seenBy, seesStanding } from '../../../engine/render/culling.ts'

const area = { left: 0, top: 0, right: 100, bottom: 80 }

test('the area seen is the canvas divided by the zoom', () => {
  const camera = createCamera(400, 300)
  enterPlace(camera, { x0: 0, z0: 0, x1: 20, z1: 20 })
  panCamera(camera, 0, 0)
  zoomCamera(camera, 2 / camera.zoom, 200, 150)
  const seen = createArea()
  seenBy(camera, seen)
  expect(seen.right - seen.left).toBeCloseTo(200)
  expect(seen.bottom - seen.top).toBeCloseTo(150)
  expect((seen.left + seen.right) / 2).toBeCloseTo(camera.x)
})

test('a person is kept as long as the head or a shoulder is in view, and not longer', () => {
  expect(seesStanding(area, 50, 129, 24, 50)).toBe(true)
  expect(seesStanding(area, 50, 131, 24, 50)).toBe(false)
  expect(seesStanding(area, -23, 40, 24, 50)).toBe(true)
  expect(seesStanding(area, -25, 40, 24, 50)).toBe(false)
  expect(seesStanding(area, 50, -1, 24, 50)).toBe(false)
})
