import { createRng } from '@balai/engine/core'
import { standing, walkIntent, walkToIntent } from '@balai/engine/input'
import { clearanceAt } from '@balai/engine/space'
import { describe, expect, it } from 'vitest'
import { loadMallPlan, spotIn } from '../../../bench/bots/mall-plan.ts'
import { packIntent, packPosition, readIntent, readPosition } from '../../../bench/peers/peer-messages.ts'
import { createWalker, obey, step } from '../../../bench/peers/walker.ts'

const plan = loadMallPlan('kukar')

describe("a peer's body", () => {
  it('walks to where it is told at the speed of everybody, through no wall, and stops there (seed 3)', () => {
    const rng = createRng(3)
    let arrived = 0
    for (const counter of plan.counters) {
      const spot = spotIn(plan, rng, counter)
      const goal = walkToIntent(spot.x, spot.z)
      const body = createWalker(plan.entry.x, plan.entry.z)
      obey(plan.place, body, goal)
      let fastest = 0
      let at = { x: body.x, z: body.z }
      for (let steps = 0; steps < 2000 && step(plan.place, body); steps++) {
        expect(clearanceAt(plan.place.clearance, body.x, body.z)).toBeGreaterThan(0)
        // On another storey one is at once.
        const awayM = Math.hypot(body.x - at.x, body.z - at.z)
        if (awayM < 3) fastest = Math.max(fastest, awayM)
        at = { x: body.x, z: body.z }
      }
      expect(fastest).toBeGreaterThan(0.15)
      expect(fastest).toBeLessThan(0.161)
      expect(body.isMoving).toBe(false)
      if (Math.hypot(body.x - goal.targetX, body.z - goal.targetZ) < 0.01) arrived += 1
    }
    expect(arrived).toBeGreaterThan(plan.counters.length * 0.8)
  })
  it('walks on in a direction until it is told to stand, and stays on the map', () => {
    const body = createWalker(3, 3)
    obey(plan.place, body, walkIntent(16))
    for (let i = 0; i < 5; i++) step(plan.place, body)
    expect(body.x).toBeCloseTo(3 - 5 * 0.16)
    for (let i = 0; i < 100; i++) step(plan.place, body)
    expect(body.x).toBe(0)
    obey(plan.place, body, standing)
    expect(step(plan.place, body)).toBe(false)
  })
})

describe("a peer's messages", () => {
  it('come back as they were, to a 64th of a metre', () => {
    expect(readPosition(packPosition(12.25, 7.016, 31))).toEqual({ x: 12.25, z: 7.015625, facing: 31 })
    const intent = walkToIntent(44.5, 0.03125)
    expect(readIntent(packIntent(intent))).toEqual(intent)
  })
})
