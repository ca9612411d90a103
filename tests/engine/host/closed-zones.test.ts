import { standing, walkToIntent } from '@balai/engine/input'
import { expect, it } from 'vitest'
import { openHall, place, seen, settle } from './open-hall.ts'

const room = place.map.zones.find(({ kind, x0, x1, z0, z1 }) => kind !== 'start' && x1 - x0 >= 1 && z1 - z0 >= 1)
const middle = { x: ((room?.x0 ?? 0) + (room?.x1 ?? 0)) / 2, z: ((room?.z0 ?? 0) + (room?.z1 ?? 0)) / 2 }
const name = room?.name ?? ''
const isIn = (at: { x: number; z: number } | null): boolean =>
  at !== null && room !== undefined && at.x >= room.x0 && at.x < room.x1 && at.z >= room.z0 && at.z < room.z1

it('N17: puts back who walks into a closed zone, at both ends and for who looks on, and lets them in when it is open again', async () => {
  const hall = await openHall(3, () => 150)
  const watcher = hall.enter(null)
  const walker = hall.enter(null)
  hall.server.closeZones([name])
  walker.client.want(walkToIntent(middle.x, middle.z))
  settle(hall.step, 400)
  const mine = walker.client.position()
  expect(isIn(mine)).toBe(false)
  expect(walker.corrections).toEqual([4])
  expect(seen(watcher.client, walker.netId)).toEqual({ x: mine?.x, z: mine?.z })
  expect(hall.server.stats()).toMatchObject({ corrections: 1, lost: 0 })
  hall.server.closeZones([])
  walker.client.want(walkToIntent(middle.x, middle.z))
  settle(hall.step, 400)
  expect(isIn(walker.client.position())).toBe(true)
  expect(hall.server.stats().corrections).toBe(1)
})

it('N17: lets who stood in it stay and leave, but not come back', async () => {
  const hall = await openHall(4, () => 50)
  const walker = hall.enter(null)
  const start = walker.client.position()
  walker.client.want(walkToIntent(middle.x, middle.z))
  settle(hall.step, 400)
  hall.server.closeZones([name])
  settle(hall.step, 20)
  expect(isIn(walker.client.position())).toBe(true)
  walker.client.want(walkToIntent(start?.x ?? 0, start?.z ?? 0))
  settle(hall.step, 400)
  expect([isIn(walker.client.position()), walker.corrections]).toEqual([false, []])
  walker.client.want(walkToIntent(middle.x, middle.z))
  settle(hall.step, 400)
  expect([isIn(walker.client.position()), walker.corrections]).toEqual([false, [4]])
  walker.client.want({ ...standing })
})

it('refuses to close what the map does not have, by name', async () => {
  const hall = await openHall(5, () => 0)
  expect(() => hall.server.closeZones(['nowhere'])).toThrow(`got "nowhere"`)
})
