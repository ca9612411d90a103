import { expect, it } from 'vitest'
import { openHall, picture, settle } from './open-hall.ts'

it('figures of the application are drawn beside the people, until others are given', async () => {
  const hall = await openHall(1, () => 20)
  const viewer = hall.enter(null)
  const other = hall.enter(null)
  settle(hall.step, 40)
  viewer.client.setFigures([{ x: 6, z: 1.5, facing: 8, look: 5, flags: 8 }])
  const seen = picture(viewer.client)
  expect(seen).toHaveLength(3)
  expect(seen[2]).toMatchObject({ x: 6, z: 1.5, look: 5, flags: 8, gesture: 0 })
  expect(seen.map(({ netId }) => netId)).toContain(other.netId)
  viewer.client.setFigures([])
  expect(picture(viewer.client)).toHaveLength(2)
})
