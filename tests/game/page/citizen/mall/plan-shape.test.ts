import { expect, test } from 'vitest'
import { loadMall } from '../../../../../game/mall/index.ts'
import { planOf, planWidth, spotAt, spread } from '../../../../../game/page/citizen/mall/tools/plan-shape.ts'
import { catalogue, counter, region, start, tiledMall } from '../../../../game/mall/tiled-mall.ts'

const mall = loadMall({
  region,
  catalogue,
  map: tiledMall(
    ['....#...', '....#...', '........'],
    [
      start,
      { kind: 'storey', name: 'bawah', column: 0, row: 0, columns: 4, rows: 3, properties: { label: '1' } },
      { kind: 'storey', name: 'atas', column: 4, row: 0, columns: 4, rows: 3, properties: { label: '2' } },
      counter('loket-01', 'disdukcapil', 2),
      counter('loket-02', 'samsat', 6),
      { kind: 'room', name: 'musala', column: 5, row: 1 },
    ],
  ),
})
const [below, above] = mall.storeys.map((storey) => planOf(mall, storey))

test('what a storey has fills its plan, turned as it is seen: the corner of the map on top, x down to the right, z down to the left', () => {
  const corners = [below.place(0, 0), below.place(4, 0), below.place(4, 2), below.place(0, 2)]
  const [top, right, bottom, left] = corners
  for (const { x, y } of corners) {
    expect(x).toBeGreaterThanOrEqual(0)
    expect(x).toBeLessThanOrEqual(planWidth)
    expect(y).toBeGreaterThanOrEqual(0)
    expect(y).toBeLessThanOrEqual(below.height)
  }
  expect(right.x - left.x).toBeGreaterThan(planWidth * 0.9)
  expect(top.y).toBeLessThan(Math.min(right.y, left.y))
  expect(bottom.y).toBeGreaterThan(Math.max(right.y, left.y))
  expect([left.x, right.x]).toEqual([Math.min(...corners.map(({ x }) => x)), Math.max(...corners.map(({ x }) => x))])
})

test('each storey has what lies in it: spots, rooms and walls', () => {
  const labels = (plan: typeof below) => plan.spots.map(({ spot }) => (spot.kind === 'counter' ? spot.counter.label : spot.zone.name))
  expect(labels(below)).toEqual(['1'])
  expect(labels(above)).toEqual(['2', 'musala'])
  expect(above.rooms).toHaveLength(1)
  expect([below.walls, above.walls].map((walls) => walls.split('M').length - 1)).toEqual([0, 2])
  expect(below.spots[0].wing).toBe('kependudukan')
})

test('a tap chooses the nearest place within reach', () => {
  const [counterTwo, musala] = above.spots
  expect(spotAt(above, counterTwo.x + 2, counterTwo.y, 26)).toBe(counterTwo.spot)
  expect(spotAt(above, musala.x, musala.y + 5, 26)).toBe(musala.spot)
  expect(spotAt(above, 0, 0, 26)).toBeNull()
})

test('marks that would lie on each other are left out, the later ones', () => {
  const marks = [
    { x: 0, y: 0 },
    { x: 10, y: 0 },
    { x: 20, y: 0 },
  ]
  expect(spread(marks, 15)).toEqual([marks[0], marks[2]])
  expect(spread(marks, 5)).toEqual(marks)
})
