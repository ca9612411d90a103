import { describe, expect, it } from 'vitest'
import { growthMb, loadDoubts, loadFigures } from '../../../bench/server/load-figures.ts'
import { load } from './load.ts'

describe('the figures of a load', () => {
  it('are those of one person too', () => {
    const found = new Map(loadFigures(load()).map(({ key, value }) => [key, value]))
    expect(found.get('server_cpu_each')).toBeCloseTo(250)
    expect(found.get('rss_each')).toBeCloseTo(0.03)
    expect(growthMb(load({ residentMb: 330 }, { people: 500 }))).toBeCloseTo(0.46)
  })
  it('that could not be measured are no numbers, without a sample', () => {
    const loop = loadFigures(load({ loopP99Ms: null })).find(({ key }) => key === 'loop_p99')
    expect(loop).toMatchObject({ value: Number.NaN, n: 0 })
  })
  it('are doubted when others took the core and left nothing of it', () => {
    expect(loadDoubts(load({ cpuCores: 0.85, othersCores: 0.15 }))).toEqual([])
    expect(loadDoubts(load({ cpuCores: 0.1, othersCores: 0.6 }))).toEqual([])
    expect(loadDoubts(load({ cpuCores: 0.5, othersCores: 0.45 }))).toEqual([expect.stringContaining('0.45')])
  })
})
