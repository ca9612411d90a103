import { avatarHeightM, avatarRadiusM } from '@balai/engine/core'
import { createPlace } from '@balai/engine/host'
import { gestureIntent, type Intent, walkIntent, walkToIntent } from '@balai/engine/input'
import { createRapierPhysics, type PhysicsPort } from '@balai/engine/physics'
import { acceptIntent, avatarHash, createSimWorld, fillSnapshot, lateTicks, readOldestState, spawnAvatar, tick } from '@balai/engine/sim'
import { createSnapshotBuffer, openSnapshot } from '@balai/engine/snapshot'
import { parseTiledMap } from '@balai/engine/space'
import { beforeAll, describe, expect, it } from 'vitest'
import { mapWithStairs } from '../stairs-map.ts'

const place = createPlace(parseTiledMap(mapWithStairs()))
let physics: PhysicsPort

beforeAll(async () => {
  const { columns, rows, solids } = place.map
  physics = await createRapierPhysics({ columns, rows, solids, radiusM: avatarRadiusM, heightM: avatarHeightM })
})

function walker(x: number, z: number) {
  const { map, clearance, navigation } = place
  const world = createSimWorld({ map, clearance, navigation, physics, capacity: 4, startTick: 100 })
  const eid = spawnAvatar(world, {
    netId: 1,
    look: 0,
    flags: 0,
    lagTicks: 0,
    isWatched: false,
    state: { x, y: 0, z, facing: 0, walkedM: 0 },
  })
  const { Position } = world.components
  return { world, eid, at: () => [Position.x[eid], Position.z[eid]] }
}

/** North is -z: direction 24. */
const north = 24

describe('M18', () => {
  it('who walks into the stairs stands where they lead and walks on from there', () => {
    const { world, eid, at } = walker(9.5, 2.6)
    acceptIntent(world, eid, walkIntent(north), 101, null)
    for (let i = 0; i < 4; i++) tick(world)
    expect(at()).toEqual([14.5, 3.5])
    tick(world)
    expect(at()[0]).toBe(14.5)
    expect(at()[1]).toBeCloseTo(3.34, 2)
  })

  it('nobody is drawn on the way through', () => {
    const { world, eid } = walker(9.5, 2.6)
    acceptIntent(world, eid, walkIntent(north), 101, null)
    for (let i = 0; i < 4; i++) tick(world)
    const picture = openSnapshot(createSnapshotBuffer(4))
    fillSnapshot(world, eid, 0, picture)
    expect([picture.fromX[0], picture.fromZ[0], picture.toX[0], picture.toZ[0]]).toEqual([14.5, 3.5, 14.5, 3.5])
  })

  it('a path goes through and on to its end; late, it comes to the same bits', () => {
    const timely = walker(2.5, 5.5)
    const late = walker(2.5, 5.5)
    acceptIntent(timely.world, timely.eid, walkToIntent(19.5, 5.5), 101, null)
    for (let i = 0; i < 55; i++) tick(timely.world)
    for (let i = 0; i < 55; i++) tick(late.world)
    acceptIntent(late.world, late.eid, walkToIntent(19.5, 5.5), 101, null)
    expect(timely.at()[0]).toBeGreaterThan(14)
    expect(avatarHash(late.world, late.eid)).toBe(avatarHash(timely.world, timely.eid))
    for (let i = 0; i < 80; i++) tick(timely.world)
    expect(timely.at()).toEqual([19.5, 5.5])
  })
})

describe('M19: a gesture', () => {
  it('stops who walks, is drawn with its age, and lasts for those who are told of it later', () => {
    const { world, eid, at } = walker(3.5, 5.5)
    acceptIntent(world, eid, walkIntent(0), 101, null)
    for (let i = 0; i < 5; i++) tick(world)
    acceptIntent(world, eid, gestureIntent(7), 106, null)
    const [x] = at()
    for (let i = 0; i < lateTicks + 20; i++) tick(world)
    expect(at()[0]).toBe(x)
    const picture = openSnapshot(createSnapshotBuffer(4))
    fillSnapshot(world, eid, 0, picture)
    expect([picture.gesture[0], picture.gestureTicks[0]]).toEqual([7, lateTicks + 19])
    const intent: Intent = { kind: 0, direction: 0, targetX: 0, targetZ: 0 }
    readOldestState(world, eid, { x: 0, y: 0, z: 0, facing: 0 }, intent)
    expect(intent).toEqual(gestureIntent(7))
    acceptIntent(world, eid, walkIntent(0), world.tick + 1, null)
    tick(world)
    fillSnapshot(world, eid, 0, picture)
    expect(picture.gesture[0]).toBe(0)
  })
})
