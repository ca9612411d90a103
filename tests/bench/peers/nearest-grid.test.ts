import { createRng } from '@balai/engine/core'
import { describe, expect, it } from 'vitest'
import { createNearestGrid } from '../../../bench/peers/nearest-grid.ts'

describe('the grid of the peers', () => {
  for (const [seed, clustered] of [
    [1, false],
    [2, true],
  ] as const) {
    it(`finds the 30 nearest, those and no others, as people come, move and go (seed ${seed})`, () => {
      const rng = createRng(seed)
      const grid = createNearestGrid(45, 33, 300)
      const at = new Map<number, { x: number; z: number }>()
      const out = new Uint16Array(30)
      for (let turn = 0; turn < 3000; turn++) {
        const slot = Math.floor(rng() * 300)
        if (rng() < 0.2) {
          at.delete(slot)
          grid.remove(slot)
        } else {
          // Clustered: most in one corner, so that rings far out must be searched; some off the map.
          const spread = clustered && rng() < 0.95 ? 4 : 46
          const spot = { x: Math.fround(rng() * spread - 0.5), z: Math.fround((rng() * spread * 33) / 45) }
          at.set(slot, spot)
          grid.place(slot, spot.x, spot.z)
        }
        if (turn % 10 > 0) continue
        const [x, z] = [rng() * 45, rng() * 33]
        const count = grid.nearest(x, z, 30, slot, out)
        const away = (one: number): number => Math.hypot((at.get(one)?.x ?? Number.NaN) - x, (at.get(one)?.z ?? Number.NaN) - z)
        const truth = [...at.keys()].filter((one) => one !== slot).map(away)
        truth.sort((a, b) => a - b)
        expect([...out.subarray(0, count)].map(away)).toEqual(truth.slice(0, 30))
      }
    })
  }
})
