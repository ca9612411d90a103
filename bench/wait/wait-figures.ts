import type { Measurement } from '../figures/figure.ts'
import { figureSeeds, inRange, medianError, playDays, rangeWidth, sideNotes } from './measure-wait.ts'
import type { ToldWait } from './play-agency.ts'

/** Of those who were told a range at the entrance and called: the share inside it. n: waits. */
export async function measureWaitInRange(): Promise<Measurement> {
  return measure(inRange)
}

/** How far the estimate told at the entrance is off. n: waits of 5 minutes and more. */
export async function measureWaitMedianError(): Promise<Measurement> {
  return measure(medianError)
}

/** How wide the ranges told at the entrance are. n: those whose estimate is over 5 minutes. */
export async function measureWaitRangeWidth(): Promise<Measurement> {
  return measure(rangeWidth)
}

function measure(by: (waits: readonly ToldWait[]) => Measurement): Measurement {
  const waits = playDays(figureSeeds)
  process.stderr.write(`${sideNotes(waits).join('\n')}\n`)
  return by(waits)
}
