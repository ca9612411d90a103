import { describe, expect, it } from 'vitest'
import type { Runtime } from '../../../bench/twin/runtimes.ts'
import type { TwinResult, TwinRun } from '../../../bench/twin/twin-run.ts'
import { walkEverywhere } from '../../../bench/twin/walk-everywhere.ts'

const runs = [1, 2, 3, 4, 5].map((seed): TwinRun => ({ map: 'hall', source: null, seed, ticks: 100, avatars: 1 }))
const empty = { people: [], hashes: [], counts: [] }

/** A runtime that answers with the number of the run where an avatar's would be. Its walkers wait for `held` before each answer. */
function fake(name: string, log: string[], { failsAt = 0, held = async (): Promise<void> => undefined } = {}): Runtime {
  return {
    name,
    by: new RegExp(`^${name}$`),
    async open() {
      log.push(`open ${name}`)
      return {
        by: name,
        async walk({ seed }): Promise<TwinResult> {
          await held()
          if (seed === failsAt) throw new Error(`${name} broke`)
          log.push(`${name} ${seed}`)
          const walked = { every: { ...empty, people: [seed] }, settled: empty }
          return { together: walked, alone: walked }
        },
        close: async () => void log.push(`close ${name}`),
      }
    },
  }
}

const count = (log: readonly string[], line: string): number => log.filter((one) => one === line).length

/** Waits, without a clock, until `isSo`. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((later) => setImmediate(later))
}

describe('all runs in all runtimes', () => {
  it('come once each, in their places, however the two lanes share them; what was opened is closed', async () => {
    const log: string[] = []
    // Never ends unless the lane that is done with the others comes to help.
    const slow = fake('slow', log, { held: () => until(() => count(log, 'open slow') === 2) })
    const walks = await walkEverywhere([fake('a', log), fake('b', log), slow], runs, () => 0)
    for (const { runtime, by, results } of walks) {
      expect(by).toBe(runtime)
      expect(results.map(({ together }) => together.every.people[0])).toEqual([1, 2, 3, 4, 5])
    }
    const walked = log.filter((line) => /\d$/.test(line)).toSorted()
    expect(walked).toEqual(['a', 'b', 'slow'].flatMap((name) => runs.map(({ seed }) => `${name} ${seed}`)))
    for (const name of ['a', 'b', 'slow']) expect(count(log, `close ${name}`)).toBe(count(log, `open ${name}`))
  })
  it('are none when one runtime fails, and the other is stopped after the run it is at', async () => {
    const log: string[] = []
    const slow = fake('slow', log, { held: () => until(() => log.includes('close a')) })
    await expect(walkEverywhere([fake('a', log, { failsAt: 2 }), slow], runs, () => 0)).rejects.toThrow('a broke')
    expect(log.filter((line) => line.startsWith('slow'))).toEqual(['slow 1'])
    expect(log).toContain('close slow')
  })
  it('are none in something else than what was to be opened', async () => {
    const other = { ...fake('a', []), by: /arm64/ }
    await expect(walkEverywhere([other], runs, () => 0)).rejects.toThrow(/a was to be opened, and it is a/)
  })
})
