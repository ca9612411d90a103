import { expect, test } from 'vitest'
import {
  createCamera,
  cutToNext,
  defaultZoom,
  enterPlace,
  followPoint,
  fromScreenX,
  fromScreenY,
  maxZoom,
  minZoom,
  panCamera,
  resizeCamera,
  toScreenX,
  toScreenY,
  zoomCamera,
} from '../../../engine/render/camera.ts'
import { projectX, projectY, unprojectX, unprojectZ } from '@balai/engine/space'

function overPlace() {
  const camera = createCamera(360, 740)
  enterPlace(camera, { x0: 0, z0: 0, x1: 40, z1: 30 })
  return camera
}

test('a phone of 360 px shows 9 to 10 tiles across, a desktop is not blown up', () => {
  expect(360 / (64 * defaultZoom(360))).toBeCloseTo(9.5)
  expect(defaultZoom(1366)).toBe(1)
  expect(defaultZoom(200)).toBe(minZoom)
})

test('the first target is a cut, later ones are eased and come to rest exactly', () => {
  const camera = overPlace()
  expect(followPoint(camera, 100, 400, 16, false)).toBe(true)
  expect(camera.x).toBe(100)
  expect(toScreenY(camera, 400)).toBeCloseTo(740 * 0.57)
  followPoint(camera, 200, 400, 16, false)
  expect(camera.x).toBeGreaterThan(100)
  expect(camera.x).toBeLessThan(120)
  let frames = 0
  while (followPoint(camera, 200, 400, 16, false)) frames++
  expect(camera.x).toBe(200)
  expect(frames).toBeGreaterThan(10)
  expect(frames).toBeLessThan(100)
})

test('reduced motion: the camera is there at once', () => {
  const camera = overPlace()
  followPoint(camera, 0, 400, 16, true)
  followPoint(camera, 300, 500, 16, true)
  expect(toScreenX(camera, 300)).toBeCloseTo(180)
  expect(toScreenY(camera, 500)).toBeCloseTo(740 * 0.57)
})

test('zooming keeps the ground under the fingers once the camera is free', () => {
  const camera = overPlace()
  panCamera(camera, 1, 0)
  const x = fromScreenX(camera, 300)
  const y = fromScreenY(camera, 200)
  zoomCamera(camera, 1.5, 300, 200)
  expect(toScreenX(camera, x)).toBeCloseTo(300)
  expect(toScreenY(camera, y)).toBeCloseTo(200)
})

test('zoom stays within its limits, a wrong factor is refused', () => {
  const camera = overPlace()
  zoomCamera(camera, 100, 0, 0)
  expect(camera.zoom).toBe(maxZoom)
  zoomCamera(camera, 0.001, 0, 0)
  expect(camera.zoom).toBe(minZoom)
  expect(() => zoomCamera(camera, 0, 0, 0)).toThrow(/factor must be above 0/)
})

test('a pan moves the ground with the finger, stops following, and cannot leave the place', () => {
  const camera = overPlace()
  const x = fromScreenX(camera, 100)
  panCamera(camera, 30, -10)
  expect(toScreenX(camera, x)).toBeCloseTo(130)
  expect(followPoint(camera, 0, 0, 16, false)).toBe(false)
  panCamera(camera, 1e6, 1e6)
  const [wx, wz] = [unprojectX(camera.x, camera.y), unprojectZ(camera.x, camera.y)]
  expect(wx).toBeGreaterThanOrEqual(-1e-9)
  expect(wx).toBeLessThanOrEqual(40)
  expect(wz).toBeGreaterThanOrEqual(-1e-9)
  expect(wz).toBeLessThanOrEqual(30)
})

test('turning the phone changes a zoom nobody touched, and leaves one that somebody chose', () => {
  const camera = overPlace()
  resizeCamera(camera, 740, 360)
  expect(camera.zoom).toBe(1)
  zoomCamera(camera, 1.3, 0, 0)
  resizeCamera(camera, 360, 740)
  expect(camera.zoom).toBeCloseTo(1.3)
})

test('a new place is seen from its middle', () => {
  const camera = overPlace()
  expect([camera.x, camera.y]).toEqual([projectX(20, 15), projectY(20, 0, 15)])
})

test('who is followed stands a little below the middle of what a sheet leaves free, to look ahead', () => {
  const camera = overPlace()
  camera.coverPx = 300
  followPoint(camera, 100, 400, 16, false)
  expect(toScreenY(camera, 400)).toBeCloseTo((740 - 300) * 0.57)
})

test('the picture shows little beside the storey: in its corner the camera stops before the avatar does, unless the storey is small', () => {
  const camera = createCamera(400, 300)
  enterPlace(camera, { x0: 10, z0: 50, x1: 50, z1: 80 })
  followPoint(camera, projectX(50, 50), projectY(50, 0, 50), 16, true)
  const right = projectX(50, 50)
  const beyond = fromScreenX(camera, 400) - right
  expect(beyond / (400 / camera.zoom)).toBeCloseTo(0.3)
  expect(toScreenX(camera, right)).toBeLessThan(400)
  enterPlace(camera, { x0: 10, z0: 50, x1: 12, z1: 52 })
  followPoint(camera, projectX(10, 50), projectY(10, 0, 50), 16, true)
  expect(camera.y).toBeCloseTo(projectY(11, 0, 51))
})

test('after a cut the next point is reached at once', () => {
  const camera = overPlace()
  followPoint(camera, 0, 400, 16, false)
  cutToNext(camera)
  followPoint(camera, 60, 420, 16, false)
  expect(toScreenX(camera, 60)).toBeCloseTo(180)
  expect(toScreenY(camera, 420)).toBeCloseTo(740 * 0.57)
})
