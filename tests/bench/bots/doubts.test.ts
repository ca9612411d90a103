import { describe, expect, it } from 'vitest'
import { doubtsOf } from '../../../bench/bots/doubts.ts'

const figures = (people: number, lateMs: number) => [
  { key: 'people', value: people, unit: '', n: 1000 },
  { key: 'late_p99', value: lateMs, unit: 'ms', n: 900 },
]

describe('doubts about a run', () => {
  it('are none when everybody was in and the bots kept up', () => {
    expect(doubtsOf(figures(960, 99))).toEqual([])
  })
  it('name people who were missing, bots that were late, and figures that are no numbers', () => {
    expect(doubtsOf(figures(900, 5))).toEqual([expect.stringContaining('only 900 of 1000')])
    expect(doubtsOf(figures(1000, 140))).toEqual([expect.stringContaining('140 ms late')])
    expect(doubtsOf(figures(Number.NaN, Number.NaN))).toHaveLength(2)
    expect(doubtsOf([])).toHaveLength(2)
  })
})
