import { expect, test } from 'vitest'
import { createCamera, enterPlace, panCamera, zoomCamera } from '../../../engine/render/camera.ts'
import { cellHeightPx, cellOf, cellWidthPx, createArea, include, overlaps, seenBy, seesStanding } from '../../../engine/render/culling.ts'

const area = { left: 0, top: 0, right: 100, bottom: 80 }

test('the area seen is the canvas divided by the zoom', () => {
  const camera = createCamera(400, 300)
  enterPlace(camera, 20, 20)
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

test('areas that only touch do not overlap', () => {
  expect(overlaps(area, { left: 100, top: 0, right: 200, bottom: 80 })).toBe(false)
  expect(overlaps(area, { left: 99, top: 79, right: 200, bottom: 200 })).toBe(true)
})

test('cells part the plane without a hole, left of zero too', () => {
  expect(cellOf(1, 1)).toBe(cellOf(cellWidthPx - 1, cellHeightPx - 1))
  const around = [cellOf(-1, 1), cellOf(1, 1), cellOf(1, -1), cellOf(-1, -1), cellOf(cellWidthPx, 1)]
  expect(new Set(around).size).toBe(5)
})

test('an area grows to hold what is put in', () => {
  const grown = { left: 0, top: 0, right: 1, bottom: 1 }
  include(grown, -5, 0.5, 3, 0.6)
  expect(grown).toEqual({ left: -5, top: 0, right: 3, bottom: 1 })
})
