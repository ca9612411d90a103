import { planMap } from '@balai/engine'
import { parseTiledMap } from '@balai/engine/space'
import { expect, it } from 'vitest'

it('a plan of letters is a map: walls, tables, marks of one’s own, and one zone for each block of a letter', () => {
  const map = parseTiledMap(
    planMap(['#..tt', 'ss.==', 'ss.aa'], { t: { frame: 'tree', heightM: 3, isSolid: true }, a: { zone: 'arcade', frame: 'mat' } }),
  )
  expect([map.columns, map.rows]).toEqual([5, 3])
  expect(map.solids.map(({ x0, z0, heightM }) => [x0, z0, heightM])).toEqual([
    [0, 0, 2.2],
    [3, 0, 3],
    [4, 0, 3],
    [3, 1, 0.8],
    [4, 1, 0.8],
  ])
  expect(map.tiles.map((kind) => kind && [kind.frame, kind.isWall])).toContainEqual(['wall', true])
  expect(map.zones.map(({ kind, x0, z0, x1, z1 }) => [kind, x0, z0, x1, z1])).toEqual([
    ['start', 0, 1, 2, 3],
    ['arcade', 3, 2, 5, 3],
  ])
})

it('says which line is wrong', () => {
  expect(() => planMap(['..s', '..'])).toThrow(/plan\[1\] must have 3 letters/)
  expect(() => planMap(['s?'])).toThrow(/plan\[0\] has '\?'/)
})
