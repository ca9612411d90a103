import { createRapierPhysics, type PhysicsOptions, type PhysicsPort } from '@balai/engine/physics'
import { describe, expect, it } from 'vitest'
import { findMismatches } from '../../../bench/twin/find-mismatches.ts'
import { twinMaps } from '../../../bench/twin/twin-maps.ts'
import type { TwinResult, TwinRun } from '../../../bench/twin/twin-run.ts'
import { walkTwin } from '../../../bench/twin/twin-walk.ts'

const runs = twinMaps().map(({ name, source }): TwinRun => ({ map: name, source, seed: 1, ticks: 600, avatars: 6 }))
const steps = runs[4]

/** A port through which something is done with each answer. */
async function walkWith(run: TwinRun, change: (out: Float32Array, y: number) => void): Promise<TwinResult> {
  const create = async (options: PhysicsOptions): Promise<PhysicsPort> => {
    const physics = await createRapierPhysics(options)
    return {
      move(x, y, z, dx, dz, out) {
        physics.move(x, y, z, dx, dz, out)
        change(out, y)
      },
      dispose: () => physics.dispose(),
    }
  }
  return walkTwin(create, run)
}

describe('a walk of 600 ticks (seed 1)', () => {
  for (const run of runs) {
    it(`in ${run.map}: a half alone, as on a phone, has the bits of all together, as at the server`, async () => {
      let asked = 0
      let high = 0
      const { together, alone } = await walkWith(run, (out) => {
        asked += 1
        if (out[1] > 0.1) high += 1
      })
      expect(findMismatches(alone.settled, together.settled)).toMatchObject({ differing: 0, first: [] })
      expect(alone.settled.people).toHaveLength(3)
      // Most move, and many along solids.
      expect(new Set(together.every.hashes.flat()).size).toBeGreaterThan(20)
      expect(asked).toBeGreaterThan(500)
      if (run === steps) expect(high).toBeGreaterThan(500)
    })
  }
  it('is the same again, and another with another seed', async () => {
    const [first, again, other] = await Promise.all([steps, steps, { ...steps, seed: 2 }].map((run) => walkTwin(createRapierPhysics, run)))
    expect(again).toEqual(first)
    expect(findMismatches(other.together.every, first.together.every).differing).toBeGreaterThan(3000)
  })
  it('sees a wall that remembers who asked before', async () => {
    let before = 0
    const { together, alone } = await walkWith(steps, (out, y) => {
      if (y !== before) out[0] = Math.fround(out[0] + 2 ** -18)
      before = y
    })
    expect(findMismatches(alone.settled, together.settled).first.length).toBeGreaterThan(0)
  })
})
