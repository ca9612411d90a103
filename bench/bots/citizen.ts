import type { Mind, MindOptions } from './mind.ts'
import { spotIn } from './mall-plan.ts'
import { createWay, exponentialMs, type Way } from './way.ts'

/** Who has been at a counter goes home with this chance, else to another one. */
const leavingShare = 0.3
/** Time to look around after coming in, ms. */
const lookAroundMs = 1500

/** Goes to a counter, waits there, goes to another or out by the door. */
export function createCitizen({ plan, rng, bornMs, wait }: MindOptions): Mind {
  let untilMs = bornMs + rng() * lookAroundMs
  let way: Way | null = null
  let counter = -1
  let isLeaving = false
  return {
    think(nowMs, body) {
      if (way === null) {
        if (nowMs < untilMs) return null
        isLeaving = counter >= 0 && rng() < leavingShare
        let next = Math.floor(rng() * plan.counters.length)
        if (next === counter) next = (next + 1) % plan.counters.length
        counter = next
        const zone = isLeaving ? plan.ways[Math.floor(rng() * plan.ways.length)] : plan.counters[counter]
        way = createWay(plan.place, rng, body, spotIn(plan, rng, zone))
      }
      const step = way.follow(nowMs, body)
      if (step !== 'there') return step
      if (isLeaving) return 'leave'
      way = null
      untilMs = nowMs + exponentialMs(rng, wait)
      return null
    },
  }
}
