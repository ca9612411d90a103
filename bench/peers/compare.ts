import type { BotFigure } from '../bots/findings.ts'
import { tickMs } from '@balai/engine/core'
import { doubtsOf } from '../bots/doubts.ts'
import { figureOf, growthMb, loadFigures } from '../server/load-figures.ts'
import type { Load } from '../server/measure-load.ts'
import { type PeerLoad, straysOf } from './known-range.ts'

/** What is compared: lower is better in all of them. */
export type Ratio = { readonly key: string; readonly value: number }
export type Comparison = {
  readonly ratios: readonly Ratio[]
  /** Why there are no ratios; empty when there are. */
  readonly refused: readonly string[]
}

/** Ours over theirs, or why not. Pure. */
export function compare(ours: Load, theirs: PeerLoad, n: number): Comparison {
  const { citizens, peer } = theirs
  const refused = [...doubtsOf(ours.figures).map((doubt) => `ours: ${doubt}`), ...straysOf(theirs, n)]
  // A server that is a tick late saves work; who got too little time looks cheap.
  const late = ours.loopP99Ms
  if (late === null || !(late < tickMs))
    refused.push(`ours: the world's loop was ${late?.toFixed(0) ?? '?'} ms late: it did not do its work`)
  if (refused.length > 0) return { ratios: [], refused }
  const ratio = (name: string, of: (load: Load) => number): Ratio => ({ key: `${name}_vs_${peer.key}`, value: of(ours) / of(citizens) })
  return {
    refused,
    ratios: [
      ratio('cpu', (load) => load.cpuCores),
      ratio('down', (load) => figureOf(load.figures, 'down_mean')),
      ratio('frames', (load) => figureOf(load.figures, 'frames_mean')),
      ratio('mem', growthMb),
    ],
  }
}

/** The figures that every server has, for the table. */
export function commonFigures(load: Load): BotFigure[] {
  const keys = ['people', 'walking_mean', 'down_mean', 'down_p99', 'frames_mean', 'up_mean', 'up_frames_mean', 'late_p99']
  return [...loadFigures(load), ...load.figures.filter(({ key }) => keys.includes(key))]
}
