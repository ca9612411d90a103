import { createRng } from '@balai/engine/core'
import { createInterestGrid, type InterestGrid, nearest, place as placeInGrid } from '@balai/engine/space'
import { loadBenchPlace, randomSpot } from '../bench-place.ts'
import type { Case, Suite } from '../suite.ts'

const people = 1000
/** As a world server asks: view radius with its hysteresis, 60 people with a fifth more. */
const radiusM = 31.2
const limit = 72
const seed = 42

/** A fair: so many in the mall, and a crowd of them around one counter. */
const visitors = 4000
const crowd = 1000
const crowdRadiusM = 10
const fairLimit = 40

export const interestSuite: Suite = {
  name: 'interest',
  about: 'who is near, among 1,000 people over the whole floor, and among 4,000',
  async open() {
    const place = loadBenchPlace()
    const rng = createRng(seed)
    const spots = Array.from({ length: people }, () => randomSpot(place, rng, 0.3))
    const grid = createInterestGrid({ columns: place.map.columns, rows: place.map.rows, capacity: people })
    const put = (): void => {
      for (let slot = 0; slot < people; slot++) placeInGrid(grid, slot, spots[slot].x, spots[slot].z)
    }
    const move = (): void => {
      for (let slot = 0; slot < people; slot++) placeInGrid(grid, slot, spots[people - 1 - slot].x, spots[people - 1 - slot].z)
    }
    put()
    const out = new Uint16Array(limit)
    const fair = createInterestGrid({ columns: place.map.columns, rows: place.map.rows, capacity: visitors })
    const packed = createInterestGrid({ columns: place.map.columns, rows: place.map.rows, capacity: visitors })
    const [middleX, middleZ] = [place.map.columns / 2, place.map.rows / 2]
    for (let slot = 0; slot < visitors; slot++) {
      const { x, z } = randomSpot(place, rng, 0)
      placeInGrid(fair, slot, x, z)
      const isInCrowd = slot < crowd
      const [angle, away] = [rng() * 2 * Math.PI, crowdRadiusM * Math.sqrt(rng())]
      placeInGrid(packed, slot, isInCrowd ? middleX + away * Math.cos(angle) : x, isInCrowd ? middleZ + away * Math.sin(angle) : z)
    }
    const fairCase = (name: string, grid: InterestGrid): Case => ({
      name,
      operations: crowd,
      run() {
        for (let slot = 0; slot < crowd; slot++) nearest(grid, grid.xs[slot], grid.zs[slot], radiusM, fairLimit, slot, out)
      },
    })
    return {
      cases: [
        fairCase(`the ${fairLimit} nearest of ${visitors} all over the floor`, fair),
        fairCase(`the same with ${crowd} of them within ${crowdRadiusM} m`, packed),
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
