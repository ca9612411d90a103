import { directionCount } from '@balai/engine/core'
import { walkIntent } from '@balai/engine/input'
import type { Mind, MindOptions } from './mind.ts'

/** Between two turns, ms: once or twice a second. */
const turnMs = { least: 500, most: 1000 }
/** Largest turn while walking freely, of 32 directions. */
const mostTurn = 8

/** Walks by directions, as with a joystick held down, and turns once or twice a second. */
export function createRoamer({ rng, bornMs }: MindOptions): Mind {
  let direction = Math.floor(rng() * directionCount)
  let nextMs = bornMs + rng() * turnMs.most
  return {
    think(nowMs, body) {
      if (nowMs < nextMs) return null
      nextMs = nowMs + turnMs.least + rng() * (turnMs.most - turnMs.least)
      const most = body.isMoving ? mostTurn : directionCount / 2
      const turn = 1 + Math.floor(rng() * most)
      direction = (direction + (rng() < 0.5 ? turn : directionCount - turn)) % directionCount
      return walkIntent(direction)
    },
  }
}
