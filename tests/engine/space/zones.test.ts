import { parseTiledMap, zoneByName, zonesAt, zonesOfKind } from '@balai/engine/space'
import { expect, test } from 'vitest'
import { tiledMap } from './sample-map.ts'

const map = parseTiledMap(
  tiledMap(Array(8).fill('........'), [
    { kind: 'start', name: 'door', column: 0, row: 0, width: 3, depth: 2 },
    { kind: 'waiting', name: 'A', column: 1.5, row: 0.5, width: 4, depth: 4 },
    { kind: 'counter', name: 'A', column: 7, row: 7 },
  ]),
)
const out = new Uint16Array(4)
const at = (x: number, z: number) => [...out.subarray(0, zonesAt(map, x, z, out))]

test('finds every zone at a point: lower edges inside, upper edges outside', () => {
  expect(at(0, 0)).toEqual([0])
  expect(at(1.5, 0.5)).toEqual([0, 1])
  expect(at(3, 1)).toEqual([1])
  expect(at(5.5, 1)).toEqual([])
  expect(at(7.99, 7.99)).toEqual([2])
  expect(at(8, 7)).toEqual([])
  expect(at(Number.NaN, 0)).toEqual([])
})

test('writes no more than there is room for', () => {
  expect(zonesAt(map, 1.5, 0.5, new Uint16Array(1))).toBe(1)
})

test('finds zones by name and kind', () => {
  expect(zoneByName(map, 'A')?.index).toBe(1)
  expect(zoneByName(map, 'A', 'counter')?.index).toBe(2)
  expect(zoneByName(map, 'B')).toBeNull()
  expect(zonesOfKind(map, 'waiting').map((zone) => zone.index)).toEqual([1])
})
