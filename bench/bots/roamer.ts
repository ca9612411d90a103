import { directionCount, directionX, directionZ, type Rng } from '@balai/engine/core'
import type { Place } from '@balai/engine/host'
import { walkIntent } from '@balai/engine/input'
import { walkSpeedMps } from '@balai/engine/sim'
import { clearanceAt } from '@balai/engine/space'
import type { Body, Mind, MindOptions } from './mind.ts'

/** Between two turns, ms: once or twice a second. */
const turnMs = { least: 500, most: 1000 }
/** Largest turn while walking freely, of 32 directions. */
const mostTurn = 8
/** Whoever looks ahead tries so many directions before walking into something … */
const mostGlances = 6
/** … and so many turns are made without looking, as by somebody with a thumb on the stick and the eyes elsewhere. */
const carelessShare = 0.2
/** Room that a look ahead wants, metres: a body and a hand's breadth. */
const roomM = 0.5

/** Walks by directions, as with a joystick held down, and turns once or twice a second. */
export function createRoamer({ plan, rng, bornMs }: MindOptions): Mind {
  let direction = Math.floor(rng() * directionCount)
  let nextMs = bornMs + rng() * turnMs.most
  return {
    think(nowMs, body) {
      if (nowMs < nextMs) return null
      const forMs = turnMs.least + rng() * (turnMs.most - turnMs.least)
      nextMs = nowMs + forMs
      direction = turned(direction, mostTurn, rng)
      if (rng() < carelessShare) return walkIntent(direction)
      for (let glance = 1; glance <= mostGlances; glance++) {
        if (isFree(plan.place, body, direction, (forMs / 1000) * walkSpeedMps)) break
        direction = turned(direction, directionCount / 2, rng)
      }
      return walkIntent(direction)
    },
  }
}

/** Another direction, at most `most` to either side. */
function turned(direction: number, most: number, rng: Rng): number {
  const turn = 1 + Math.floor(rng() * most)
  return (direction + (rng() < 0.5 ? turn : directionCount - turn)) % directionCount
}

/** Whether one can walk so far in a direction without coming near anything. */
function isFree({ clearance }: Place, { x, z }: Body, direction: number, metres: number): boolean {
  for (let at = 0.4; at < metres + 0.4; at += 0.4) {
    if (clearanceAt(clearance, x + directionX[direction] * at, z + directionZ[direction] * at) < roomM) return false
  }
  return true
}
