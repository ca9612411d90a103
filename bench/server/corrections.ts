import { CodedError } from '@balai/engine/core'
import type { BotFigure } from '../bots/findings.ts'
import type { FigureErrorCode, Measurement } from '../figures/figure.ts'
import { findCores } from './cores.ts'
import { figureOf } from './load-figures.ts'
import { measureServer } from './measure-server.ts'

/** Half citizens, half roamers, on a bad line: 400 ± 100 ms one way, and every 20 s nothing for 2 s. */
const honest = ['--behaviour', 'mixed', '--n', '500', '--seconds', '150', '--warm-up', '5']
const badLine = ['--delay', '400', '--jitter', '100', '--stall', '2000', '--stall-every', '20']
const mostLateMs = 400

/**
 * How often the server put an honest client's avatar elsewhere, for whatever reason. n: ticks that own avatars lived through under way,
 * one by one with physics; those they stood through are passed over by the engine and not counted.
 * @throws CodedError `too-slow` when the bots were late themselves
 */
export async function measureCorrections(): Promise<Measurement> {
  const { figures } = await measureServer([...honest, ...badLine], findCores(), () => undefined)
  const late = figureOf(figures, 'late_p99')
  if (!(late <= mostLateMs)) {
    throw new CodedError<FigureErrorCode>('too-slow', `the bots' own turns came ${late.toFixed(0)} ms late: a correction would say nothing`)
  }
  return { value: correctionsIn(figures), n: figureOf(figures, 'avatar_ticks') }
}

/** Of all reasons that the protocol has; the rows of a run name every one. NaN when there are none. */
export function correctionsIn(figures: readonly BotFigure[]): number {
  const rows = figures.filter(({ key }) => key.startsWith('corrections_'))
  return rows.length === 0 ? Number.NaN : rows.reduce((sum, { value }) => sum + value, 0)
}
