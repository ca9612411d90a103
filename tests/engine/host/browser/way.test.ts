import { loadPlace } from '@balai/engine/host'
import { beforeAll, expect, test } from 'vitest'
import { createOwnPlace } from '../../../../engine/host/browser/own-place.ts'
import { createWay } from '../../../../engine/host/browser/way.ts'
import { twoStoreys } from '../../two-storeys.ts'

let place: ReturnType<typeof loadPlace>
beforeAll(() => {
  place = loadPlace(twoStoreys())
})

test('the way to another storey is told in parts, with nothing between where one steps in and where one comes out', () => {
  const way = createWay(place)
  way.lead({ x: 2.5, z: 10.5 })
  const points = way.next(1.5, 1.5, 0) ?? new Float32Array(0)
  const gap = points.findIndex((value) => Number.isNaN(value))
  expect(gap).toBeGreaterThan(0)
  expect([points[gap - 2], points[gap - 1]]).toEqual([6.5, 2.5])
  expect([points[gap + 2], points[gap + 3]]).toEqual([5.5, 9.5])
  expect(Array.from(points.slice(-2))).toEqual([2.5, 10.5])
})

test('the way is told again while one walks, at most twice a second, and ends on arrival', () => {
  const way = createWay(place)
  expect(way.next(1.5, 1.5, 0)).toBeUndefined()
  way.lead({ x: 5.5, z: 1.5 })
  expect(way.next(1.5, 1.5, 1000)).toBeInstanceOf(Float32Array)
  expect(way.next(1.5, 1.5, 9000)).toBeUndefined()
  expect(way.next(2.5, 1.5, 1200)).toBeUndefined()
  expect(way.next(2.5, 1.5, 1600)).toBeInstanceOf(Float32Array)
  expect(way.next(5.2, 1.5, 3000)).toBeNull()
  expect(way.next(2.5, 1.5, 9000)).toBeUndefined()
})

test('a way that is no longer wanted is taken back once', () => {
  const way = createWay(place)
  way.lead({ x: 5.5, z: 1.5 })
  way.next(1.5, 1.5, 0)
  way.lead(null)
  expect([way.next(1.5, 1.5, 10), way.next(1.5, 1.5, 20)]).toEqual([null, undefined])
})

test('where one is is told when one has moved half a metre or changed the storey, and asked four times a second', () => {
  const own = createOwnPlace(place.storeys)
  expect(own.isDue(0)).toBe(true)
  expect(own.note(1.5, 1.5, 0)).toEqual({ type: 'moved', x: 1.5, z: 1.5, storey: 1 })
  expect([own.isDue(249), own.isDue(250)]).toEqual([false, true])
  expect(own.note(1.8, 1.5, 250)).toBeNull()
  expect(own.note(2.1, 1.5, 500)).toMatchObject({ x: 2.1 })
  expect(own.note(2.1, 9.5, 750)).toMatchObject({ storey: 2 })
})
