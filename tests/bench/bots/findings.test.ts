import { describe, expect, it } from 'vitest'
import { createMeter, type Meter } from '../../../bench/bots/bot-socket.ts'
import { type Findings, figuresOf, tableRow } from '../../../bench/bots/findings.ts'
import { readOptions } from '../../../bench/bots/options.ts'
import { isTwinAt } from '../../../bench/bots/run-bots.ts'
import { countIn, createTally, since } from '../../../bench/bots/tally.ts'

const meter = (part: Partial<Meter>): Meter => ({ ...createMeter(), ...part })

function found(part: Partial<Findings>): Findings {
  const options = readOptions([])
  if (options === null) throw new Error('no options')
  return {
    options,
    seconds: 10,
    people: [],
    meters: [],
    walkingShares: [],
    secondsDown: [],
    lateMs: [],
    cpuCores: 0,
    twins: { twins: 0, pairs: 0, divergences: 0, worstM: 0, walking: 0, strangers: 0, lagTicks: 0 },
    tally: createTally(),
    intentsInAll: 0,
    lost: 0,
    twinFrames: 0,
    ...part,
  }
}
const figure = (findings: Findings, key: string) => figuresOf(findings).find((one) => one.key === key)

describe('the figures of a run', () => {
  it('are rates a viewer, with as many samples as there were viewers', () => {
    const meters = Array.from({ length: 100 }, (_, i) =>
      meter({ bytesDown: i < 98 ? 1000 : 9000, bytesUp: 50, framesDown: 40, intents: 2 }),
    )
    const run = found({ meters })
    expect(figure(run, 'down_mean')).toMatchObject({ value: 116, n: 100 })
    expect(figure(run, 'down_p99')).toMatchObject({ value: 900, n: 100 })
    expect(figure(run, 'frames_mean')).toMatchObject({ value: 4, n: 4000 })
    expect(figure(run, 'up_mean')?.value).toBe(5)
    expect(figure(run, 'intents')).toMatchObject({ value: 20, n: 200 })
  })
  it('tell the least share of walkers, not the mean alone', () => {
    const run = found({ walkingShares: [0.5, 0.3, 0.4] })
    expect(figure(run, 'walking_mean')?.value).toBeCloseTo(40)
    expect(figure(run, 'walking_least')).toMatchObject({ value: 30, n: 3 })
  })
  it('count corrections by reason, of light ones and twins together, and of twins alone', () => {
    const tally = createTally()
    countIn(tally.corrections.light, 'diverged')
    countIn(tally.corrections.twins, 'diverged')
    countIn(tally.corrections.light, 'tooLate')
    countIn(tally.closes, '4008')
    const run = found({ tally, intentsInAll: 77 })
    expect(figure(run, 'corrections_diverged')).toMatchObject({ value: 2, n: 77 })
    expect(figure(run, 'corrections_tooLate')?.value).toBe(1)
    expect(figure(run, 'corrections_tooMany')?.value).toBe(0)
    expect(figure(run, 'twin_diverged')?.value).toBe(1)
    expect(figure(run, 'closes_4008')?.value).toBe(1)
  })
  it('tell frames up, and the ticks that stand behind corrections', () => {
    const run = found({ meters: [meter({ framesUp: 5 }), meter({ framesUp: 15 })], tally: { ...createTally(), ticks: 4321 } })
    expect(figure(run, 'up_frames_mean')).toMatchObject({ value: 1, n: 20 })
    expect(figure(run, 'avatar_ticks')).toMatchObject({ value: 4321, n: 4321 })
  })
  it('of nothing are no numbers, which pass no bar', () => {
    for (const key of ['down_mean', 'down_p99', 'walking_least', 'connect_p99', 'late_p99'])
      expect(figure(found({}), key)).toMatchObject({ value: Number.NaN, n: 0 })
  })
  it('stand in a row of key, value, unit and n', () => {
    expect(tableRow({ key: 'down_mean', value: 720.94, unit: 'B/s a viewer', n: 1000 })).toMatch(/^down_mean +720\.9 B\/s a viewer +1000$/)
  })
})

describe('counting', () => {
  it('in a window leaves out what was before', () => {
    const before = meter({ bytesDown: 500, intents: 3 })
    expect(since(meter({ bytesDown: 700, intents: 4, framesUp: 1 }), before)).toEqual(meter({ bytesDown: 200, intents: 1, framesUp: 1 }))
  })
  it('spreads the twins over the crowd, as many as asked for', () => {
    const twins = Array.from({ length: 1000 }, (_, i) => i).filter((i) => isTwinAt(i, { n: 1000, twins: 4 }))
    expect(twins).toEqual([249, 499, 749, 999])
    expect(Array.from({ length: 7 }, (_, i) => isTwinAt(i, { n: 7, twins: 7 })).every(Boolean)).toBe(true)
  })
})
