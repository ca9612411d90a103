import { createRng } from '@balai/engine/core'
import { createInterestGrid, nearest, place as placeInGrid } from '@balai/engine/space'
import { loadBenchPlace, randomSpot } from '../bench-place.ts'
import type { Suite } from '../suite.ts'

const people = 1000
/** As a world server asks: view radius with its hysteresis, 60 people with a fifth more. */
const radiusM = 31.2
const limit = 72
const seed = 42

export const interestSuite: Suite = {
  name: 'interest',
  about: 'who is near, among 1,000 people over the whole floor',
  async open() {
    const place = loadBenchPlace()
    const rng = createRng(seed)
    const spots = Array.from({ length: people }, () => randomSpot(place, rng, 0.3))
    const grid = createInterestGrid({ columns: place.map.columns, rows: place.map.rows, cellM: 8, capacity: people })
    const put = (): void => {
      for (let slot = 0; slot < people; slot++) placeInGrid(grid, slot, spots[slot].x, spots[slot].z)
    }
    const move = (): void => {
      for (let slot = 0; slot < people; slot++) placeInGrid(grid, slot, spots[people - 1 - slot].x, spots[people - 1 - slot].z)
    }
    put()
    const out = new Uint16Array(limit)
    return {
      cases: [
        {
          name: `the ${limit} nearest within ${radiusM} m, a viewer`,
          operations: people,
          run() {
            for (let slot = 0; slot < people; slot++) nearest(grid, spots[slot].x, spots[slot].z, radiusM, limit, slot, out)
          },
        },
        {
          name: 'a person moved across the floor',
          operations: 2 * people,
          run() {
            move()
            put()
          },
        },
      ],
      close: () => undefined,
    }
  },
}
