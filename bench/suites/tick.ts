import { createRng, type Rng } from '@balai/engine/core'
import type { Place } from '@balai/engine/host'
import { type Intent, walkIntent } from '@balai/engine/input'
import type { PhysicsPort } from '@balai/engine/physics'
import { acceptIntent, createSimWorld, type SimWorld, spawnAvatar, tick } from '@balai/engine/sim'
import { loadBenchPhysics, loadBenchPlace, randomSpot } from '../bench-place.ts'
import type { Case, Suite } from '../suite.ts'

const people = 1000
/** One second of the hall: everybody starts where they started before and walks on in their direction. */
const ticks = 20
const seed = 41

type Walk = { readonly x: number; readonly z: number; readonly intent: Intent }

export const tickSuite: Suite = {
  name: 'tick',
  about: 'one tick of 1,000 avatars: in free space, along walls (Rapier asked at every step), idle',
  async open() {
    const place = loadBenchPlace()
    const physics = await loadBenchPhysics(place)
    const rng = createRng(seed)
    const free = Array.from({ length: people }, () => findWalk(place, physics, rng, 'free'))
    const along = Array.from({ length: people }, () => findWalk(place, physics, rng, 'walls'))
    return {
      cases: [
        walkingCase('1,000 walking in free space, a tick', place, physics, free),
        walkingCase('1,000 walking along walls, a tick', place, physics, along),
        idleCase('1,000 standing, a tick', place, physics, free),
      ],
      close: () => physics.dispose(),
    }
  },
}

function walkingCase(name: string, place: Place, physics: PhysicsPort, walks: readonly Walk[]): Case {
  const { world, eids } = populate(place, physics, walks)
  return {
    name,
    operations: ticks,
    run() {
      for (let i = 0; i < eids.length; i++) {
        const { x, z, intent } = walks[i]
        acceptIntent(world, eids[i], intent, world.tick + 1, { x, y: 0, z, facing: intent.direction, walkedM: 0 })
      }
      for (let i = 0; i < ticks; i++) tick(world)
    },
  }
}

function idleCase(name: string, place: Place, physics: PhysicsPort, walks: readonly Walk[]): Case {
  const { world } = populate(place, physics, walks)
  return { name, run: () => tick(world) }
}

function populate(place: Place, physics: PhysicsPort, walks: readonly Walk[]): { world: SimWorld; eids: number[] } {
  const { map, clearance, navigation } = place
  const world = createSimWorld({ map, clearance, navigation, physics, capacity: walks.length })
  const eids = walks.map(({ x, z }, index) =>
    spawnAvatar(world, {
      netId: index + 1,
      look: 0,
      flags: 0,
      state: { x, y: 0, z, facing: 0, walkedM: 0 },
      lagTicks: 0,
      isWatched: false,
    }),
  )
  return { world, eids }
}

/** A start and a direction such that physics is asked at none, or at every one, of the ticks. */
function findWalk(place: Place, physics: PhysicsPort, rng: Rng, kind: 'free' | 'walls'): Walk {
  let asked = 0
  const counting: PhysicsPort = {
    move(x, y, z, dx, dz, out) {
      asked += 1
      physics.move(x, y, z, dx, dz, out)
    },
    dispose: () => undefined,
  }
  for (let tries = 0; tries < 100_000; tries++) {
    const spot = kind === 'free' ? randomSpot(place, rng, 0.6) : randomSpot(place, rng, 0.28, 0.44)
    const walk = { ...spot, intent: walkIntent(Math.floor(rng() * 32)) }
    const { world, eids } = populate(place, counting, [walk])
    asked = 0
    acceptIntent(world, eids[0], walk.intent, world.tick + 1, { ...spot, y: 0, facing: 0, walkedM: 0 })
    const isFit = (walked: number): boolean => asked === (kind === 'free' ? 0 : walked)
    let walked = 0
    for (; walked < ticks && isFit(walked); walked++) tick(world)
    if (walked === ticks && isFit(walked)) return walk
  }
  throw new Error(`no walk of ${ticks} ticks (${kind}) in 100,000 tries`)
}
