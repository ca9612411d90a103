import { performance } from 'node:perf_hooks'
import { findMismatches } from '../twin/find-mismatches.ts'
import { findRuntimes } from '../twin/runtimes.ts'
import { twinMaps } from '../twin/twin-maps.ts'
import type { BlockHashes, TwinRun } from '../twin/twin-run.ts'
import { walkEverywhere } from '../twin/walk-everywhere.ts'
import type { Measurement } from './figure.ts'

const seeds = [1, 2, 3, 4, 5]
const ticks = 10_000
const avatars = 12
/** More would not be read. */
const mostNamed = 12

/**
 * Positions that are not the same bits on Node x64, Chromium, Firefox and Node arm64, or for a half of the avatars alone, as a phone has them,
 * against everybody, as the server has them. n: positions held against each other.
 */
export async function measureTwinMismatch(): Promise<Measurement> {
  const runtimes = findRuntimes()
  const runs = twinMaps().flatMap(({ name, source }) => seeds.map((seed): TwinRun => ({ map: name, source, seed, ticks, avatars })))
  const walks = await walkEverywhere(runtimes, runs, () => performance.now())
  let [value, n, named] = [0, 0, 0]
  const compare = (what: string, part: BlockHashes, whole: BlockHashes): void => {
    const found = findMismatches(part, whole)
    value += found.differing
    n += found.compared
    for (const { person, fromTick, toTick } of found.first) {
      named += 1
      if (named <= mostNamed) process.stderr.write(`${what}: avatar ${person}, first in ticks ${fromTick} to ${toTick}\n`)
    }
  }
  const [reference] = walks
  for (const [index, { map, seed }] of runs.entries()) {
    for (const { runtime, results } of walks) {
      const { together, alone } = results[index]
      compare(`${map}, seed ${seed}, ${runtime}, a half alone against all together`, alone.settled, together.settled)
      if (runtime === reference.runtime) continue
      compare(`${map}, seed ${seed}, ${runtime} against ${reference.runtime}`, together.every, reference.results[index].together.every)
      compare(
        `${map}, seed ${seed}, ${runtime} against ${reference.runtime}, a half alone`,
        alone.every,
        reference.results[index].alone.every,
      )
    }
  }
  if (named > mostNamed) process.stderr.write(`and ${named - mostNamed} more\n`)
  const times = walks.map(({ runtime, by, walkedMs }) => `${runtime} (${by}) ${(walkedMs / 1000).toFixed(0)} s`)
  process.stderr.write(`walked: ${times.join(', ')}\n`)
  return { value, n }
}
