import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CodedError } from '@balai/engine/core'
import { describe, expect, it } from 'vitest'
import { chooseFigures, exitCodeOf, runBoard } from '../../bench/figures/board.ts'
import { plantEdits } from '../../bench/figures/fault.ts'
import { type Figure, formatRow, judge, type Measurement } from '../../bench/figures/figure.ts'
import { percentile } from '../../bench/figures/percentile.ts'
import { figures } from '../../bench/figures/table.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (file: string): string => readFileSync(join(root, file), 'utf8')

function figure(key: string, found: Measurement | Error): Figure {
  const measure = async (): Promise<Measurement> => {
    if (found instanceof Error) throw found
    return found
  }
  return { key, unit: 'ms', bar: 100, leastSamples: 5, needsPages: false, measure, fault: { description: '', edits: [] } }
}

async function run(...list: Figure[]) {
  const rows: string[] = []
  const sentences: string[] = []
  const result = await runBoard(list, { print: (line) => void rows.push(line), complain: (sentence) => void sentences.push(sentence) })
  return { ...result, rows, sentences }
}

describe('a verdict', () => {
  const bar = { bar: 100, leastSamples: 5 }
  it('is ok up to and with the bar, given the sample', () => {
    expect(judge(bar, { value: 100, n: 5 })).toBe('ok')
    expect(judge(bar, { value: 100.01, n: 5 })).toBe('short')
  })
  it('is ok from the bar on where more is better', () => {
    expect(judge({ ...bar, moreIsBetter: true }, { value: 100, n: 5 })).toBe('ok')
    expect(judge({ ...bar, moreIsBetter: true }, { value: 99, n: 5 })).toBe('short')
  })
  it('is short without its sample, and for what is no number: an empty sample passes no bar', () => {
    expect(judge(bar, { value: 0, n: 4 })).toBe('short')
    expect(judge(bar, { value: percentile([], 0.95), n: 5 })).toBe('short')
  })
  it('stands last in a row of key, value, unit, n and bar', () => {
    const row = formatRow(figure('seen_step_ms', { value: 0, n: 0 }), { value: 61.25, n: 50 })
    expect(row.split(/\s+/)).toEqual(['seen_step_ms', '61.3', 'ms', '50', '100', 'ok'])
  })
})

describe('the board', () => {
  it('writes what was measured, and exits 1 when something fell short', async () => {
    const result = await run(figure('good', { value: 1, n: 9 }), figure('bad', { value: 101, n: 9 }))
    expect(result.board).toEqual({ figures: { good: 1, bad: 101 }, samples: { good: 9, bad: 9 } })
    expect(result.rows.map((row) => row.split(/\s+/).at(-1))).toEqual(['ok', 'short'])
    expect(exitCodeOf(result)).toBe(1)
  })
  it('leaves out what could not be measured here, says why, never writes zero, and exits 2', async () => {
    const result = await run(figure('good', { value: 1, n: 9 }), figure('blind', new CodedError('no-browser', 'no Chromium was found')))
    expect(result.board).toEqual({ figures: { good: 1 }, samples: { good: 9 } })
    expect(result.rows).toHaveLength(1)
    expect(result.sentences).toEqual(['blind is absent: no Chromium was found'])
    expect(exitCodeOf(result)).toBe(2)
  })
  it('exits 0 when all that was asked for is good, and knows only the keys of its table', async () => {
    expect(exitCodeOf(await run(figure('good', { value: 1, n: 9 })))).toBe(0)
    expect(() => chooseFigures(figures, ['kill_last'])).toThrow(/kill_last.*kill_lost/)
    expect(chooseFigures(figures, [])).toBe(figures)
  })
})

describe('a fault', () => {
  it('is refused when its text is not there exactly once', () => {
    const edit = { file: 'a.ts', find: 'one', replace: 'two' }
    expect(plantEdits([edit], () => 'a one b').get('a.ts')).toBe('a two b')
    expect(() => plantEdits([edit], () => 'one one')).toThrow(/2 times in a.ts/)
    expect(() => plantEdits([edit], () => 'a b')).toThrow(/0 times in a.ts/)
  })
  for (const { key, fault } of figures) {
    it(`of ${key} still fits the code: ${fault.description}`, () => {
      expect(fault.edits.length).toBeGreaterThan(0)
      const planted = plantEdits(fault.edits, read)
      for (const [file, text] of planted) expect(text).not.toBe(read(file))
    })
  }
})
