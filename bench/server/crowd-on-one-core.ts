import { CodedError } from '@balai/engine/core'
import type { FigureErrorCode, Measurement } from '../figures/figure.ts'
import { findCores, type Cores } from './cores.ts'
import { figureOf, loadDoubts } from './load-figures.ts'
import { measureServer } from './measure-server.ts'
import { watchStolenTime } from './stolen-time.ts'

/** Sizes tried, one after the other, until one is too many. */
const sizes = [1000, 2000, 4000, 5000, 6000, 8000]
const twins = 50
/** Lateness of the world's loop that is still 20 ticks a second for everybody. */
const mostLoopMs = 25
/** A host that gives more than this share of the cores to others stops the loop for longer than a tick: such a run says nothing against the server. */
const mostStolen = 0.003
const mostTries = 4

/**
 * The largest crowd of citizens in one mall for which the whole server, kept on one core, keeps its time: the world's loop at most 25 ms
 * late (99th percentile of the window's steps), no tick left out, nobody cut off. A run that fails while the host of this machine gives
 * its cores to others is tried again. 50 of them follow all they see and must see no
 * divergence. n: people in the largest crowd that was good.
 * @throws CodedError `too-slow` where there are no two cores
 */
export async function measureCrowdOnOneCore(say: (sentence: string) => void): Promise<Measurement> {
  const cores = findCores()
  if (cores === null) throw new CodedError<FigureErrorCode>('too-slow', 'a server on one core and its crowd on another need two cores')
  let best = 0
  for (const size of sizes) {
    let isGood = false
    for (let tries = 1; tries <= mostTries && !isGood; tries++) {
      const stolen = watchStolenTime()
      const { faults, sentence } = await tryCrowd(size, cores, say)
      const share = stolen()
      isGood = faults.length === 0
      say(`${sentence}; the host took ${(100 * share).toFixed(1)} % of the cores`)
      if (share <= mostStolen) break
    }
    if (!isGood) break
    best = size
  }
  return { value: best, n: best }
}

async function tryCrowd(size: number, cores: Cores, say: (sentence: string) => void): Promise<{ faults: string[]; sentence: string }> {
  const args = ['--n', size, '--twins', twins, '--seconds', 20, '--warm-up', 20, '--ramp', 250, '--behaviour', 'citizens', '--wait', 18]
  const load = await measureServer(args.map(String), cores, say)
  const people = figureOf(load.figures, 'people')
  const faults = [
    people < 0.97 * size && `only ${people.toFixed(0)} were in`,
    (load.loopP99Ms ?? Number.NaN) > mostLoopMs && `the loop was ${load.loopP99Ms?.toFixed(1)} ms late`,
    load.loopP99Ms === null && 'the loop told nothing',
    (load.metrics.get('balai_world_slipped_ticks') ?? 1) > 0 && 'ticks were left out',
    figureOf(load.figures, 'twin_lost') > 0 && `${figureOf(load.figures, 'twin_lost')} were not where the server had them`,
    ...loadDoubts(load),
  ].filter((fault) => fault !== false)
  const sentence = `${size} people: ${load.cpuCores.toFixed(2)} of a core, loop ${load.loopP99Ms?.toFixed(1)} ms; ${faults.join('; ') || 'good'}`
  return { faults, sentence }
}
