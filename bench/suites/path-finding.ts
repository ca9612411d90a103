import { createRng } from '@balai/engine/core'
import { findPath } from '@balai/engine/space'
import { loadBenchPlace, randomSpot } from '../bench-place.ts'
import type { Case, Suite } from '../suite.ts'

const ways = 200
const seed = 44

export const pathFindingSuite: Suite = {
  name: 'path-finding',
  about: 'tap to walk: ways across the whole floor, to somewhere near, and to where nobody can go',
  async open() {
    const place = loadBenchPlace()
    const rng = createRng(seed)
    const out = new Float32Array(96)
    const across = Array.from({ length: ways }, () => ({ from: randomSpot(place, rng, 0.35), to: randomSpot(place, rng, 0.35) }))
    const near = across.map(({ from }) => {
      let to = randomSpot(place, rng, 0.35)
      while (Math.hypot(to.x - from.x, to.z - from.z) > 8) to = randomSpot(place, rng, 0.35)
      return { from, to }
    })
    // Onto something solid: the way leads to the nearest place beside it.
    const solid = across.map(({ from }, index) => {
      const { x0, z0, x1, z1 } = place.map.solids[(index * 7) % place.map.solids.length]
      return { from, to: { x: (x0 + x1) / 2, z: (z0 + z1) / 2 } }
    })
    const walk = (name: string, pairs: typeof across): Case => ({
      name,
      operations: ways,
      run() {
        for (const { from, to } of pairs) findPath(place.navigation, from.x, from.z, to.x, to.z, out)
      },
    })
    return {
      cases: [
        walk('a way across the floor', across),
        walk('a way of at most 8 m as the crow flies', near),
        walk('a way to a wall or a piece of furniture', solid),
      ],
      close: () => undefined,
    }
  },
}
