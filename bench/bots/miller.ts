import type { Mind, MindOptions } from './mind.ts'
import { spotIn } from './mall-plan.ts'
import { createWay, exponentialMs, type Way } from './way.ts'

/** Half the side of the square in which the crowd stands, metres. */
const reachM = 5
/** Mean rest between two moves, seconds. */
const restSeconds = 2.5

/** Goes to the middle of the hall and mills about there. */
export function createMiller({ plan, rng, bornMs }: MindOptions): Mind {
  const { x, z } = plan.middle
  const box = { x0: x - reachM, z0: z - reachM, x1: x + reachM, z1: z + reachM }
  let untilMs = bornMs + rng() * 1000
  let way: Way | null = null
  return {
    think(nowMs, body) {
      if (way === null) {
        if (nowMs < untilMs) return null
        way = createWay(plan.place, rng, body, spotIn(plan, rng, box))
      }
      const step = way.follow(nowMs, body)
      if (step !== 'there') return step
      way = null
      untilMs = nowMs + exponentialMs(rng, restSeconds)
      return null
    },
  }
}
