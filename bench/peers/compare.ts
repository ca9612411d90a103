import type { BotFigure } from '../bots/findings.ts'
import { tickMs } from '@balai/engine/core'
import { doubtsOf } from '../bots/doubts.ts'
import { figureOf, growthMb, loadDoubts, loadFigures } from '../server/load-figures.ts'
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
  // Who is kept from its work by others looks cheap; who is late by itself is dear, and that is to be seen.
  const late = ours.loopP99Ms ?? Number.POSITIVE_INFINITY
  if (late >= tickMs && loadDoubts(ours).length > 0)
    refused.push(`ours: its loop was ${late.toFixed(0)} ms late, and ${loadDoubts(ours)[0]}`)
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
