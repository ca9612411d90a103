import { avatarHeightM, avatarRadiusM, createRng } from '@balai/engine/core'
import { createPlace } from '@balai/engine/host'
import { type Intent, standing, walkIntent, walkToIntent } from '@balai/engine/input'
import { createRapierPhysics, type PhysicsPort } from '@balai/engine/physics'
import {
  acceptIntent,
  activeAvatars,
  avatarHash,
  createSimWorld,
  lateTicks,
  readOldestState,
  type SimWorld,
  spawnAvatar,
  stepM,
  tick,
  worldHash,
} from '@balai/engine/sim'
import { parseTiledMap } from '@balai/engine/space'
import { beforeAll, describe, expect, it } from 'vitest'
import { tiledHall } from '../hall-map.ts'

const place = createPlace(parseTiledMap(tiledHall()))
let physics: PhysicsPort

beforeAll(async () => {
  const { columns, rows, solids } = place.map
  physics = await createRapierPhysics({ columns, rows, solids, radiusM: avatarRadiusM, heightM: avatarHeightM })
})

function hall(people: { x: number; z: number; netId?: number }[], port: PhysicsPort | null = physics): { world: SimWorld; eids: number[] } {
  const { map, clearance, navigation } = place
  const world = createSimWorld({ map, clearance, navigation, physics: port, capacity: 64, startTick: 100 })
  const eids = people.map(({ x, z, netId }, i) =>
    spawnAvatar(world, {
      netId: netId ?? i + 1,
      look: 0,
      flags: 0,
      lagTicks: 0,
      isWatched: true,
      state: { x, y: 0, z, facing: 0, walkedM: 0 },
    }),
  )
  return { world, eids }
}
const run = (world: SimWorld, ticks: number): void => {
  for (let i = 0; i < ticks; i++) tick(world)
}
const at = (world: SimWorld, eid: number): [number, number] => [world.components.Position.x[eid], world.components.Position.z[eid]]

describe('movement', () => {
  it('M2, M4: a step in free space is 0.16 m, by addition, without physics', () => {
    const { world, eids } = hall([{ x: 3, z: 5 }], null)
    acceptIntent(world, eids[0], walkIntent(0), 101, null)
    run(world, 10)
    let x = Math.fround(3)
    for (let i = 0; i < 10; i++) x = Math.fround(x + stepM)
    expect(at(world, eids[0])).toEqual([x, 5])
    expect(stepM).toBeCloseTo(0.16, 6)
  })

  it('M17: who leaves a low step is back on the floor, by a direction and by a path', () => {
    const { world, eids } = hall([
      { x: 5, z: 10.5 },
      { x: 5, z: 10.5 },
    ])
    for (const eid of eids) world.components.Position.y[eid] = 0.2
    acceptIntent(world, eids[0], walkIntent(0), 101, null)
    acceptIntent(world, eids[1], walkToIntent(7, 10.5), 101, null)
    run(world, 2)
    expect(eids.map((eid) => world.components.Position.y[eid])).toEqual([0, 0])
  })

  it('M3: nobody is active once everybody stands', () => {
    const { world, eids } = hall([{ x: 3, z: 5 }])
    acceptIntent(world, eids[0], walkToIntent(4, 5), 101, null)
    expect(activeAvatars(world)).toBe(1)
    run(world, 20)
    expect(activeAvatars(world)).toBe(0)
    expect(at(world, eids[0])).toEqual([4, 5])
  })

  it('M5: without physics the avatar stops at the edge of free space and is named', () => {
    const { world, eids } = hall([{ x: 3, z: 5 }], null)
    acceptIntent(world, eids[0], walkIntent(16), 101, null)
    let told = 0
    for (let i = 0; i < 60; i++) {
      tick(world)
      told += world.events.waitingForPhysics.length
    }
    expect(told).toBe(1)
    expect(at(world, eids[0])[0]).toBeGreaterThan(1.25)
  })

  it('M6: walls stop and desks stop, along them one slides', () => {
    const { world, eids } = hall([
      { x: 3, z: 5 },
      { x: 5.5, z: 3.6 },
    ])
    acceptIntent(world, eids[0], walkIntent(18), 101, null)
    acceptIntent(world, eids[1], walkIntent(24), 101, null)
    run(world, 100)
    const [x, z] = at(world, eids[0])
    expect(x).toBeGreaterThan(1.24)
    expect(x).toBeLessThan(1.3)
    expect(z).toBeLessThan(4)
    expect(at(world, eids[1])[1]).toBeGreaterThan(2.74)
  })

  it('M15: who is pressed square against a wall rests, and costs nothing', () => {
    const { world, eids } = hall([{ x: 3, z: 5 }])
    acceptIntent(world, eids[0], walkIntent(16), 101, null)
    run(world, 40)
    expect(activeAvatars(world)).toBe(0)
    const rests = at(world, eids[0])
    expect(rests[0]).toBeLessThan(1.3)
    // Who has come to rest can still be late: the intent counts from its stamp, in the middle of the way.
    expect(acceptIntent(world, eids[0], standing, 106, null)).toBe(true)
    expect(at(world, eids[0])[0]).toBeCloseTo(3 - 5 * stepM, 5)
  })

  it('M6: the path of one depends on nobody else, to the bit', () => {
    const rng = createRng(5)
    const plan = Array.from({ length: 200 }, () => ({
      at: 101 + Math.floor(rng() * 600),
      who: Math.floor(rng() * 12),
      intent: someIntent(rng),
    }))
    plan.sort((a, b) => a.at - b.at)
    const people = Array.from({ length: 12 }, () => ({ x: 4 + rng() * 4, z: 10 + rng() * 2 }))
    const walk = (only: (who: number) => boolean): number[] => {
      const { world, eids } = hall(people)
      for (let now = 101; now < 720; now++) {
        for (const step of plan) if (step.at === now && only(step.who)) acceptIntent(world, eids[step.who], step.intent, now, null)
        tick(world)
      }
      return eids.map((eid) => avatarHash(world, eid))
    }
    const all = walk(() => true)
    const odd = walk((who) => who % 2 === 1)
    for (let who = 1; who < 12; who += 2) expect(odd[who]).toBe(all[who])
  })

  it('M14: a zone is told once when entered and once when left', () => {
    const { world, eids } = hall([{ x: 5.5, z: 5 }])
    acceptIntent(world, eids[0], walkIntent(24), 101, null)
    const told: string[] = []
    for (let i = 0; i < 60; i++) {
      if (i === 12) acceptIntent(world, eids[0], walkIntent(8), world.tick + 1, null)
      tick(world)
      for (const event of world.events.zones) told.push(`${event.kind} ${world.map.zones[event.zone].kind}`)
    }
    expect(told.filter((line) => line.endsWith('counter'))).toEqual(['entered counter', 'left counter'])
  })
})

function someIntent(rng: () => number): Intent {
  const dice = rng()
  if (dice < 0.45) return walkIntent(Math.floor(rng() * 32))
  if (dice < 0.85) return walkToIntent(rng() * 20, rng() * 14)
  return { ...standing }
}

describe('late and early intents', () => {
  it('M9, M10: an intent that comes late ends in the same bits as one in time, over 100 random schedules', () => {
    const rng = createRng(9)
    for (let round = 0; round < 100; round++) {
      const first = someIntent(rng)
      const second = someIntent(rng)
      const gap = 1 + Math.floor(rng() * 200)
      const late = Math.floor(rng() * (lateTicks - 1))
      const person = { x: 4 + rng() * 3, z: 10.2 + rng() }
      const punctual = hall([person])
      acceptIntent(punctual.world, punctual.eids[0], first, 101, null)
      run(punctual.world, gap)
      acceptIntent(punctual.world, punctual.eids[0], second, 101 + gap, null)
      run(punctual.world, late + 30)
      const delayed = hall([person])
      acceptIntent(delayed.world, delayed.eids[0], first, 101, null)
      run(delayed.world, gap + late)
      expect(acceptIntent(delayed.world, delayed.eids[0], second, 101 + gap, null)).toBe(true)
      run(delayed.world, 30)
      expect(worldHash(delayed.world, delayed.eids)).toBe(worldHash(punctual.world, punctual.eids))
    }
  })

  it('M10: 60 ticks late, or stamped before the one in force, changes nothing', () => {
    const { world, eids } = hall([{ x: 6, z: 10.5 }])
    run(world, 100)
    expect(acceptIntent(world, eids[0], walkIntent(0), 200 - lateTicks, null)).toBe(false)
    expect(acceptIntent(world, eids[0], walkIntent(0), 201 - lateTicks, null)).toBe(true)
    expect(acceptIntent(world, eids[0], walkIntent(8), 190, null)).toBe(true)
    expect(acceptIntent(world, eids[0], walkIntent(8), 189, null)).toBe(false)
  })

  it('M16: who is told the oldest state follows to the bit, be the next intent as late as it may, over 100 random walks', () => {
    const rng = createRng(16)
    for (let round = 0; round < 100; round++) {
      const person = { x: 4 + rng() * 3, z: 10.2 + rng() }
      const server = hall([person])
      acceptIntent(server.world, server.eids[0], someIntent(rng), 101, null)
      run(server.world, 1 + Math.floor(rng() * 300))
      const [state, intent] = [{ x: 0, y: 0, z: 0, facing: 0, walkedM: 0 }, { ...standing }]
      const stamp = readOldestState(server.world, server.eids[0], state, intent)
      const viewer = hall([person])
      viewer.world.tick = server.world.tick
      acceptIntent(viewer.world, viewer.eids[0], intent, stamp, state)
      const next = someIntent(rng)
      const late = Math.max(101, server.world.tick - Math.floor(rng() * (lateTicks - 1)))
      for (const { world, eids } of [server, viewer]) {
        expect(acceptIntent(world, eids[0], next, late, null)).toBe(true)
        run(world, 40)
      }
      expect(worldHash(viewer.world, viewer.eids)).toBe(worldHash(server.world, server.eids))
    }
  })

  it('M11: the same stamp again replaces', () => {
    const { world, eids } = hall([{ x: 6, z: 10.5 }])
    acceptIntent(world, eids[0], walkIntent(0), 101, null)
    run(world, 5)
    expect(acceptIntent(world, eids[0], standing, 101, null)).toBe(true)
    expect(at(world, eids[0])).toEqual([6, 10.5])
  })

  it('M11: an intent for the tick of a state that waits starts from that state', () => {
    const { world, eids } = hall([{ x: 6, z: 10.5 }])
    const state = { x: 4, y: 0, z: 10.5, facing: 3, walkedM: 0 }
    acceptIntent(world, eids[0], walkIntent(0), 103, state)
    run(world, 2)
    expect(acceptIntent(world, eids[0], standing, 103, null)).toBe(true)
    run(world, 5)
    expect(at(world, eids[0])).toEqual([4, 10.5])
    expect(world.components.Facing.direction[eids[0]]).toBe(3)
  })

  it('M11: whoever is stopped before the first step has not turned', () => {
    const { world, eids } = hall([{ x: 6, z: 10.5 }])
    acceptIntent(world, eids[0], walkIntent(9), 101, null)
    acceptIntent(world, eids[0], standing, 101, null)
    run(world, 3)
    expect(world.components.Facing.direction[eids[0]]).toBe(0)
  })

  it('M12: a state that comes when sixteen intents wait replaces them', () => {
    const { world, eids } = hall([{ x: 6, z: 10.5 }])
    for (let i = 0; i < 16; i++) expect(acceptIntent(world, eids[0], walkIntent(i), 110 + i, null)).toBe(true)
    expect(acceptIntent(world, eids[0], walkIntent(0), 126, null)).toBe(false)
    expect(acceptIntent(world, eids[0], standing, 127, { x: 4, y: 0, z: 10.5, facing: 3, walkedM: 0 })).toBe(true)
    run(world, 40)
    expect(at(world, eids[0])).toEqual([4, 10.5])
  })

  it('M12: three early intents wait and come into force in order', () => {
    const early = hall([{ x: 6, z: 10.5 }])
    const timely = hall([{ x: 6, z: 10.5 }])
    const plan: [number, Intent][] = [
      [105, walkIntent(24)],
      [112, walkIntent(3)],
      [120, standing],
    ]
    for (const [stamp, intent] of plan) acceptIntent(early.world, early.eids[0], intent, stamp, null)
    for (let now = 101; now < 140; now++) {
      for (const [stamp, intent] of plan) if (stamp === now) acceptIntent(timely.world, timely.eids[0], intent, stamp, null)
      tick(early.world)
      tick(timely.world)
      expect(worldHash(early.world, early.eids)).toBe(worldHash(timely.world, timely.eids))
    }
    expect(at(early.world, early.eids[0])).not.toEqual([6, 10.5])
  })
})
