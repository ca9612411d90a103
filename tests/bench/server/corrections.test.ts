import { describe, expect, it } from 'vitest'
import { correctionReason } from '@balai/engine/net'
import { figuresOf } from '../../../bench/bots/findings.ts'
import { readOptions } from '../../../bench/bots/options.ts'
import { countIn, createTally, reasonName } from '../../../bench/bots/tally.ts'
import { correctionsIn } from '../../../bench/server/corrections.ts'

describe('corrections', () => {
  it('of every reason count, whoever they happened to, and one that has no name too', () => {
    const tally = createTally()
    for (const reason of [...Object.values(correctionReason), 99]) countIn(tally.corrections.light, reasonName(reason))
    countIn(tally.corrections.twins, 'tooLate')
    const options = readOptions([])
    if (options === null) throw new Error('no options')
    const window = { seconds: 1, people: [], meters: [], walkingShares: [], secondsDown: [], cpuCores: 0 }
    const twins = { twins: 0, pairs: 0, divergences: 0, worstM: 0, walking: 0, strangers: 0, lagTicks: 0 }
    const found = figuresOf({ ...window, options, lateMs: [], twins, tally, intentsInAll: 0, lost: 0, twinFrames: 0 })
    expect(correctionsIn(found)).toBe(Object.keys(correctionReason).length + 2)
  })
  it('that nobody counted are no number', () => {
    expect(correctionsIn([])).toBeNaN()
  })
})
