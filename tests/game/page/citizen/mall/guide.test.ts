import { beforeEach, expect, test } from 'vitest'
import type { Zone } from '@balai/engine/space'
import type { MallSpot, RoomSpot } from '../../../../../game/mall/index.ts'
import { createGuide, type Guide } from '../../../../../game/page/citizen/mall/guide.ts'

const room = (index: number): RoomSpot => {
  const zone: Zone = { index, kind: 'room', name: `room-${index}`, x0: index, z0: 0, x1: index + 1, z1: 1, properties: {} }
  return { kind: 'room', name: { id: '', en: '' }, icon: '', zone, storey: 0, x: index + 0.5, z: 0.5 }
}
const [near, far] = [room(1), room(2)]
let calls: unknown[][]
let came: MallSpot[]
let guide: Guide

beforeEach(() => {
  calls = []
  came = []
  const heard =
    (name: string) =>
    (...args: unknown[]) =>
      void calls.push([name, ...args])
  const scene = { highlightZone: heard('light'), showWay: heard('way'), walkTo: heard('walk') }
  guide = createGuide(scene, (spot) => came.push(spot))
})

test('the way is drawn and its goal lit until one comes there, whoever does the walking', () => {
  guide.show(far)
  expect(calls).toEqual([
    ['light', 2],
    ['way', { x: 2.5, z: 0.5 }],
  ])
  guide.zone(1, true)
  expect(came).toEqual([])
  expect(guide.goal.value).toBe(far)
  calls.length = 0
  guide.bring(far)
  expect(calls).toContainEqual(['walk', 2.5, 0.5])
  expect(guide.goal.value, 'the way stays while one is walked along it').toBe(far)
  calls.length = 0
  guide.zone(2, true)
  expect(calls).toEqual([
    ['way', null],
    ['light', -1],
  ])
  expect(came).toEqual([far])
  expect(guide.goal.value).toBeNull()
})

test('who is there already is there at once, and is not walked', () => {
  guide.zone(1, true)
  guide.show(near)
  expect(came).toEqual([near])
  expect(guide.goal.value).toBeNull()
  calls.length = 0
  guide.bring(near)
  expect(calls).toEqual([])
  guide.zone(1, false)
  guide.bring(near)
  expect(calls).toContainEqual(['walk', 1.5, 0.5])
})

test('one goal at a time: another place takes the way of the first away', () => {
  guide.show(near)
  guide.bring(far)
  expect(guide.goal.value).toBeNull()
  expect(calls).toContainEqual(['way', null])
  guide.zone(1, true)
  expect(came).toEqual([])
  guide.zone(2, true)
  expect(came).toEqual([far])
})
