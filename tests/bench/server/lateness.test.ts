import { describe, expect, it } from 'vitest'
import { latePercentile, parseLateness } from '../../../bench/server/lateness.ts'

const said = (...steps: readonly [string, number][]): string =>
  steps.map(([bound, count]) => `balai_world_step_late_ms_bucket{le="${bound}"} ${count}\n`).join('')

describe('how late the steps of a server were', () => {
  const before = parseLateness(said(['10', 100], ['20', 100], ['+Inf', 150])) ?? []
  const after = parseLateness(said(['10', 190], ['20', 199], ['+Inf', 250])) ?? []
  it('is read from its histogram', () => {
    expect(before).toEqual([
      { atMostMs: 10, steps: 100 },
      { atMostMs: 20, steps: 100 },
      { atMostMs: Number.POSITIVE_INFINITY, steps: 150 },
    ])
    expect(parseLateness('balai_world_people{region="kukar"} 3\n')).toBeNull()
  })
  it('counts what lay between two readings, not what was before', () => {
    expect(latePercentile(before, after, 0.9)).toBeCloseTo(10)
    expect(latePercentile(before, after, 0.99)).toBeCloseTo(20)
    expect(latePercentile(before, after, 0.945)).toBeCloseTo(15)
  })
  it('is no number beyond the last bound or without steps', () => {
    expect(latePercentile(before, after, 0.999)).toBe(Number.POSITIVE_INFINITY)
    expect(latePercentile(after, after, 0.99)).toBeNaN()
  })
})
