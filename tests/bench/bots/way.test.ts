import { createRng } from '@balai/engine/core'
import { walkToIntent } from '@balai/engine/input'
import { describe, expect, it } from 'vitest'
import { loadMallPlan, spotIn } from '../../../bench/bots/mall-plan.ts'
import { createWay, exponentialMs, pointAlong } from '../../../bench/bots/way.ts'

describe('a way through the mall', () => {
  it('finds the point so many metres along a line, and its end', () => {
    const line = [0, 0, 3, 0, 3, 4]
    const walked = (): boolean => false
    expect(pointAlong(line, 2, walked)).toEqual({ x: 2, z: 0, isEnd: false })
    expect(pointAlong(line, 5, walked)).toEqual({ x: 3, z: 2, isEnd: false })
    expect(pointAlong(line, 7, walked)).toEqual({ x: 3, z: 4, isEnd: true })
    expect(pointAlong([1, 2], 1, walked)).toEqual({ x: 1, z: 2, isEnd: true })
    // From the second point one is at the third at once.
    expect(pointAlong([...line, 3, 6], 4, (i) => i === 4)).toEqual({ x: 3, z: 5, isEnd: false })
  })
  it('takes several taps, ends at the goal, and gives up after three on a body that does not come', () => {
    const plan = loadMallPlan('kukar')
    const goal = spotIn(plan, createRng(5), plan.counters[27])
    const from = { ...plan.entry, isMoving: false }
    const way = createWay(plan.place, createRng(1), from, goal)
    const taps: unknown[] = []
    let end: unknown = null
    for (let now = 0; now < 60_000 && end === null; now += 50) {
      const step = way.follow(now, from)
      if (step === 'there') end = now
      else if (step !== null) taps.push(step)
    }
    expect(taps.length).toBeGreaterThan(3)
    expect(taps.at(-1)).toEqual(walkToIntent(goal.x, goal.z))
    expect(taps.filter((tap) => JSON.stringify(tap) === JSON.stringify(taps.at(-1)))).toHaveLength(3)
    expect(end).not.toBeNull()
  })
  it('waits are exponential: their mean is the one asked for, and a third are longer than it', () => {
    const rng = createRng(2)
    const waits = Array.from({ length: 5000 }, () => exponentialMs(rng, 8))
    const mean = waits.reduce((sum, ms) => sum + ms, 0) / waits.length
    expect(Math.abs(mean - 8000)).toBeLessThan(400)
    expect(Math.abs(waits.filter((ms) => ms > 8000).length / 5000 - Math.exp(-1))).toBeLessThan(0.03)
  })
})
