import { avatarHeightM, avatarRadiusM, createRng, directionX, directionZ } from '@balai/engine/core'
import { createRapierPhysics, type PhysicsPort } from '@balai/engine/physics'
import { loadBenchPhysics, loadBenchPlace, randomSpot } from '../bench-place.ts'
import type { Case, Suite } from '../suite.ts'

const people = 100
/** One second: everybody starts where they started before and walks on in their direction. */
const ticks = 20
const seed = 45
const stepM = 0.16
/** Who is a millimetre above the floor does not stand on it: the same question then goes to the whole place. */
const aboveFloorM = 1 / 1024

/** A square room with a step of 0.3 m in its middle. */
const room = {
  columns: 12,
  rows: 12,
  radiusM: avatarRadiusM,
  heightM: avatarHeightM,
  solids: [
    { x0: 0, z0: 0, x1: 12, z1: 1, heightM: 2.25 },
    { x0: 0, z0: 1, x1: 1, z1: 12, heightM: 2.25 },
    { x0: 6, z0: 6, x1: 8, z1: 8, heightM: 0.3 },
  ],
}

export const wallsSuite: Suite = {
  name: 'walls',
  about: 'moves that physics answers: 100 people along walls, one at a wall, in a corner, at a step',
  async open() {
    const place = loadBenchPlace()
    const hall = await loadBenchPhysics(place)
    const small = await createRapierPhysics(room)
    const rng = createRng(seed)
    const walks = Array.from({ length: people }, () => ({ ...randomSpot(place, rng, 0.28, 0.44), direction: Math.floor(rng() * 32) }))
    return {
      cases: [
        crowdCase(`${people} along walls, a tick`, hall, walks, 0),
        crowdCase('the same, the whole place asked for all', hall, walks, aboveFloorM),
        moveCase('a move along a wall, a little away from it', small, [3, 0, 1.27], [stepM, 0]),
        moveCase('a move against a wall, sliding', small, [3, 0, 1.26], [stepM * 0.8, -stepM * 0.6]),
        moveCase('the same, the whole place asked', small, [3, aboveFloorM, 1.26], [stepM * 0.8, -stepM * 0.6]),
        moveCase('a move into a corner', small, [1.26, 0, 1.26], [-stepM * 0.8, -stepM * 0.6]),
        moveCase('the same, the whole place asked', small, [1.26, aboveFloorM, 1.26], [-stepM * 0.8, -stepM * 0.6]),
        moveCase('a move onto a step', small, [5.7, 0, 7], [stepM, 0]),
      ],
      close() {
        hall.dispose()
        small.dispose()
      },
    }
  },
}

type Walk = { readonly x: number; readonly z: number; readonly direction: number }

function crowdCase(name: string, physics: PhysicsPort, walks: readonly Walk[], y: number): Case {
  const places = walks.map(() => new Float32Array(3))
  return {
    name,
    operations: ticks,
    run() {
      for (const [i, { x, z }] of walks.entries()) places[i].set([x, 0, z])
      for (let tick = 0; tick < ticks; tick++) {
        for (let i = 0; i < people; i++) {
          const { direction } = walks[i]
          const at = places[i]
          physics.move(at[0], y, at[2], directionX[direction] * stepM, directionZ[direction] * stepM, at)
        }
      }
    },
  }
}

type Triple = readonly [number, number, number]

function moveCase(name: string, physics: PhysicsPort, [x, y, z]: Triple, [dx, dz]: readonly [number, number]): Case {
  const out = new Float32Array(3)
  return { name, run: () => physics.move(x, y, z, dx, dz, out) }
}
