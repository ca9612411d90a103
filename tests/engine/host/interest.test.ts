import { createRng } from '@balai/engine/core'
import { walkToIntent } from '@balai/engine/input'
import { avatarFlag } from '@balai/engine/snapshot'
import { clearanceAt } from '@balai/engine/space'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Citizen, openHall, picture, place, settle } from './open-hall.ts'

const people = 110
let hall: Awaited<ReturnType<typeof openHall>>
let viewer: Citizen
let others: Citizen[]

/** Metres from the viewer. */
function away(citizen: Citizen): number {
  const [a, b] = [viewer.client.position(), citizen.client.position()]
  return Math.hypot((a?.x ?? 0) - (b?.x ?? 0), (a?.z ?? 0) - (b?.z ?? 0))
}
const byDistance = (): Citizen[] => [...others].sort((a, b) => away(a) - away(b))

beforeAll(async () => {
  const rng = createRng(14)
  hall = await openHall(14, () => 20, { capacity: people + 1, viewNear: 20, viewLimit: 20, viewRadiusM: 14 })
  others = Array.from({ length: people }, () => hall.enter(null, undefined, 1))
  viewer = hall.enter(null)
  for (const { client } of [viewer, ...others]) client.want(walkToIntent(1.5 + rng() * 17, 1.5 + rng() * 11))
  settle(hall.step, 300)
})

describe('N14, N15: whom a viewer is told of in a crowd', () => {
  it('knows the nearest to the bit, and not everybody', () => {
    const told = new Map(picture(viewer.client).map((person) => [person.netId, person]))
    for (const { client, netId } of byDistance().slice(0, 20)) {
      const at = client.position()
      expect(told.get(netId)).toMatchObject({ x: at?.x, z: at?.z })
    }
    expect(others.filter(({ netId }) => told.has(netId)).length).toBeLessThanOrEqual(27)
  })

  it('draws the rest as a crowd: nobody twice, nobody in a wall, about as many as there are', () => {
    const crowd = picture(viewer.client).filter(({ flags }) => flags === avatarFlag.crowd)
    expect(new Set(crowd.map(({ netId }) => netId)).size).toBe(crowd.length)
    for (const { x, z } of crowd) expect(clearanceAt(place.clearance, x, z)).toBeGreaterThan(0.3)
    const hidden = people + 1 - picture(viewer.client).filter(({ flags }) => (flags & avatarFlag.crowd) === 0).length
    expect(crowd.length).toBeGreaterThan(hidden * 0.6)
    expect(crowd.length).toBeLessThan(hidden * 1.3)
  })

  it('knows who is called, however many are nearer, until the call is over', () => {
    const inSight = byDistance().filter((citizen) => away(citizen) < 13)
    const far = inSight[inSight.length - 1]
    const isKnown = () => picture(viewer.client).find(({ netId }) => netId === far.netId)
    expect(isKnown()).toBeUndefined()
    far.connection.mark(avatarFlag.called)
    settle(hall.step, 40)
    expect(isKnown()).toMatchObject({ flags: avatarFlag.called })
    far.connection.mark(0)
    settle(hall.step, 40)
    expect(isKnown()).toBeUndefined()
  })

  it('costs a viewer nothing once nobody moves', () => {
    const before = viewer.client.stats().bytesDown
    settle(hall.step, 100)
    // Pongs alone: 17 bytes, once in five seconds.
    expect(viewer.client.stats().bytesDown - before).toBeLessThan(40)
  })
})
