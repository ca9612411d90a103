import { createRng, directionX, directionZ } from '@balai/engine/core'
import { intentKind } from '@balai/engine/input'
import { acceptIntent, createSimWorld, despawnAvatar, spawnAvatar, tick } from '@balai/engine/sim'
import { clearanceAt, zonesAt } from '@balai/engine/space'
import { describe, expect, it } from 'vitest'
import { type BehaviourName, createMind } from '../../../bench/bots/behaviour.ts'
import { loadMallPlan, spotIn } from '../../../bench/bots/mall-plan.ts'
import type { Mind } from '../../../bench/bots/mind.ts'
import { readOptions } from '../../../bench/bots/options.ts'

const plan = loadMallPlan('kukar')
const [start] = plan.place.map.zones.filter((zone) => zone.kind === 'start')
const atCounter = (x: number, z: number): boolean => {
  const zones = new Uint16Array(16)
  const count = zonesAt(plan.place.map, x, z, zones)
  return zones.subarray(0, count).some((zone) => plan.place.map.zones[zone].kind === 'counter')
}

type Person = { eid: number; mind: Mind; x: number; z: number; isMoving: boolean }

/** A mall without a network: minds, and bodies that obey the rule of movement. Notes every second who walks and what was wished. */
function rehearse(behaviour: BehaviourName, { people, seconds, wait }: { people: number; seconds: number; wait: number }) {
  const rng = createRng(11)
  const { map, clearance, navigation } = plan.place
  const world = createSimWorld({ map, clearance, navigation, physics: null, capacity: people })
  const enter = (netId: number): Person => {
    const spot = spotIn(plan, rng, start)
    const state = { x: spot.x, y: 0, z: spot.z, facing: 0, walkedM: 0 }
    const eid = spawnAvatar(world, { netId, look: 0, flags: 0, lagTicks: 0, isWatched: false, state })
    return { eid, mind: createMind(behaviour, { plan, rng, bornMs: world.tick * 50, wait }), ...spot, isMoving: false }
  }
  const crowd = Array.from({ length: people }, (_, i) => enter(i + 1))
  const found = { shares: [] as number[], wishes: [] as number[], left: 0, restedAtCounter: 0, rested: 0, crowd }
  const { Position } = world.components
  for (let second = 0; second < seconds; second++) {
    let wishes = 0
    for (let step = 0; step < 20; step++) {
      for (let i = 0; i < people; i++) {
        const wish = crowd[i].mind.think(world.tick * 50, crowd[i])
        if (wish === 'leave') {
          found.left += 1
          despawnAvatar(world, crowd[i].eid)
          crowd[i] = enter(i + 1)
        } else if (wish !== null) {
          wishes += 1
          acceptIntent(world, crowd[i].eid, wish, world.tick + 1, null)
        }
      }
      tick(world)
      for (const person of crowd) {
        const x = Position.x[person.eid]
        const z = Position.z[person.eid]
        const stopped = person.isMoving && x === person.x && z === person.z
        Object.assign(person, { isMoving: x !== person.x || z !== person.z, x, z })
        if (stopped) found.rested += 1
        if (stopped && atCounter(x, z)) found.restedAtCounter += 1
      }
    }
    found.shares.push(crowd.filter((person) => person.isMoving).length / people)
    found.wishes.push(wishes)
  }
  return found
}

describe('citizens', () => {
  const seen = rehearse('citizens', { people: 500, seconds: 60, wait: 8 })
  it('at least three in ten walk at any time once they are in', () => {
    expect(Math.min(...seen.shares.slice(2))).toBeGreaterThanOrEqual(0.3)
  })
  it('three in ten walk at the default wait too, once they have mixed', () => {
    const wait = readOptions([])?.wait ?? 0
    const mixed = rehearse('citizens', { people: 500, seconds: 60, wait }).shares.slice(20)
    expect(mixed.reduce((sum, share) => sum + share, 0) / mixed.length).toBeGreaterThanOrEqual(0.3)
  })
  it('not everybody walks: most of the others wait at a counter', () => {
    expect(Math.max(...seen.shares.slice(15))).toBeLessThan(0.75)
    expect(seen.restedAtCounter / seen.rested).toBeGreaterThan(0.3)
  })
  it('a thousand say at least a hundred intents a second, in every second', () => {
    expect(2 * Math.min(...seen.wishes.slice(2))).toBeGreaterThanOrEqual(100)
  })
  it('go home after a while, and others come', () => {
    expect(seen.left).toBeGreaterThan(100)
  })
})

describe('the crowd', () => {
  it('gathers in the middle of the hall and keeps moving there', () => {
    const { crowd, shares } = rehearse('crowd', { people: 100, seconds: 40, wait: 8 })
    const near = crowd.filter(({ x, z }) => Math.abs(x - plan.middle.x) < 6.5 && Math.abs(z - plan.middle.z) < 6.5)
    expect(near.length).toBe(100)
    expect(Math.min(...shares.slice(20))).toBeGreaterThan(0.1)
  })
})

describe('the mixed', () => {
  it('are citizens and roamers, about half and half (seed 5)', () => {
    const rng = createRng(5)
    const kinds: number[] = []
    while (kinds.length < 200) {
      const mind = createMind('mixed', { plan, rng, bornMs: 0, wait: 8 })
      const wish = mind.think(2000, { x: plan.middle.x, z: plan.middle.z + 4, isMoving: false })
      if (wish !== null && wish !== 'leave') kinds.push(wish.kind)
    }
    const roaming = kinds.filter((kind) => kind === intentKind.walk).length
    expect(roaming).toBeGreaterThan(70)
    expect(roaming).toBeLessThan(130)
    expect(kinds.filter((kind) => kind === intentKind.walkTo).length).toBe(200 - roaming)
  })
})

describe('roamers', () => {
  it('turn once or twice a second, now here, now there', () => {
    const mind = createMind('roam', { plan, rng: createRng(3), bornMs: 0, wait: 8 })
    const directions = new Set<number>()
    let turns = 0
    for (let now = 1000; now < 101_000; now += 50) {
      const wish = mind.think(now, { x: plan.middle.x, z: plan.middle.z + 4, isMoving: true })
      if (wish === null || wish === 'leave') continue
      expect(wish.kind).toBe(intentKind.walk)
      directions.add(wish.direction)
      turns += 1
    }
    expect(turns).toBeGreaterThanOrEqual(100)
    expect(turns).toBeLessThanOrEqual(200)
    expect(directions.size).toBeGreaterThan(16)
  })
  it('mostly look where they go', () => {
    const { clearance } = plan.place
    const rng = createRng(4)
    let into = 0
    let turns = 0
    while (turns < 500) {
      const spot = { ...spotIn(plan, rng, { x0: 1, z0: 1, x1: 43, z1: 32 }), isMoving: true }
      const wallM = clearanceAt(clearance, spot.x, spot.z)
      if (wallM < 0.6 || wallM > 1) continue
      const wish = createMind('roam', { plan, rng, bornMs: 0, wait: 8 }).think(1000, spot)
      if (wish === null || wish === 'leave') throw new Error('no turn')
      turns += 1
      const ahead = [0.4, 0.8, 1.2].map((m) =>
        clearanceAt(clearance, spot.x + directionX[wish.direction] * m, spot.z + directionZ[wish.direction] * m),
      )
      if (Math.min(...ahead) < 0.3) into += 1
    }
    // Not looking at all would be near a half.
    expect(into / turns).toBeLessThan(0.2)
    expect(into).toBeGreaterThan(10)
  })
})
