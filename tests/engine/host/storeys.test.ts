import { avatarHeightM, avatarRadiusM } from '@balai/engine/core'
import { loadPlace } from '@balai/engine/host'
import { gestureIntent, walkToIntent } from '@balai/engine/input'
import { createRapierPhysics } from '@balai/engine/physics'
import { expect, it } from 'vitest'
import { mapWithStairs } from '../stairs-map.ts'
import { openHall, picture, seen, settle } from './open-hall.ts'

const place = loadPlace(mapWithStairs())
const { columns, rows, solids } = place.map
const physics = await createRapierPhysics({ columns, rows, solids, radiusM: avatarRadiusM, heightM: avatarHeightM })

it('N14: whoever takes the stairs is gone for those below, seen by those above, and sees them', async () => {
  const hall = await openHall(1, () => 60, { place, physics })
  const below = hall.enter(null)
  const above = hall.enter(null)
  const climber = hall.enter(null)
  above.client.want(walkToIntent(19.5, 5.5))
  settle(hall.step, 160)
  expect(seen(below.client, above.netId)).toBeNull()
  expect(seen(below.client, climber.netId)).not.toBeNull()
  climber.client.want(walkToIntent(15.5, 3.5))
  settle(hall.step, 160)
  expect(climber.client.position()).toMatchObject({ x: 15.5, z: 3.5 })
  expect(seen(below.client, climber.netId)).toBeNull()
  expect(seen(above.client, climber.netId)).toEqual({ x: 15.5, z: 3.5 })
  expect(seen(climber.client, above.netId)).toEqual({ x: 19.5, z: 5.5 })
  expect(hall.server.stats()).toMatchObject({ corrections: 0, lost: 0 })
})

it('M19: a gesture is seen by who is near and by who comes later', async () => {
  const hall = await openHall(2, () => 60)
  const near = hall.enter(null)
  const who = hall.enter(null)
  who.client.want(gestureIntent(3))
  settle(hall.step, 100)
  const later = hall.enter(null)
  settle(hall.step, 40)
  for (const { client } of [near, later]) expect(picture(client).find(({ netId }) => netId === who.netId)).toMatchObject({ gesture: 3 })
})

it('N16: who comes back in other clothes is seen in them', async () => {
  const hall = await openHall(3, () => 60)
  const watcher = hall.enter(null)
  const who = hall.enter(null)
  settle(hall.step, 40)
  hall.cut(who)
  const back = hall.enter(null, who.token, undefined, 99)
  settle(hall.step, 60)
  expect(back.netId).toBe(who.netId)
  expect(picture(watcher.client).find(({ netId }) => netId === who.netId)).toMatchObject({ look: 99 })
})
