import type { Measurement } from '../figures/figure.ts'
import { percentile } from '../figures/percentile.ts'
import { drawOfficeDay } from './office-plan.ts'
import { playAgency, type ToldWait } from './play-agency.ts'

/** Days of a mall that the figures are over. */
export const figureSeeds = { from: 1, count: 500 }

/** A range that was told, and the wait that it was about. Minutes. */
type Kept = { readonly told: NonNullable<ToldWait['told']>; readonly trueMinutes: number }

/** Plays days of a mall one after the other. */
export function playDays({ from, count }: { readonly from: number; readonly count: number }): ToldWait[] {
  return Array.from({ length: count }, (_, i) => drawOfficeDay(from + i).flatMap(playAgency)).flat()
}

/** Share of the waits that were inside the range told at the entrance. Whoever was told to come at once is called within a minute. */
export function inRange(waits: readonly ToldWait[]): Measurement {
  return shareInside(keptOf(waits))
}

/** Median of how far the estimate was off, as a share of the wait, over waits of 5 minutes and more. */
export function medianError(waits: readonly ToldWait[]): Measurement {
  const long = keptOf(waits).filter(({ trueMinutes }) => trueMinutes >= 5)
  const errors = long.map(({ told, trueMinutes }) => Math.abs(told.estimateMinutes - trueMinutes) / trueMinutes)
  return { value: percentile(errors, 0.5), n: errors.length }
}

/** Median of the range's width less 5 minutes, as a share of the estimate, over estimates of more than 5 minutes. */
export function rangeWidth(waits: readonly ToldWait[]): Measurement {
  const widths = longTold(waits).map(
    ({ optimisticMinutes, estimateMinutes, latestMinutes }) => (latestMinutes - optimisticMinutes - 5) / estimateMinutes,
  )
  return { value: percentile(widths, 0.5), n: widths.length }
}

/** What stricter readers would ask, in words. */
export function sideNotes(waits: readonly ToldWait[]): string[] {
  const entered = waits.filter(({ isEntrance }) => isEntrance)
  const kept = keptOf(entered)
  const waited = kept.filter(({ told, trueMinutes }) => told.latestMinutes > 0 || trueMinutes >= 1)
  const again = shareInside(keptOf(waits, false))
  // Somebody who gave up, or still waits at closing, was told wrong when that was later than the latest.
  const inVain = entered.filter(({ told, vainMinutes }) => told !== null && vainMinutes !== null)
  const wronged = inVain.filter(({ told, vainMinutes }) => told !== null && (vainMinutes ?? 0) > told.latestMinutes)
  const strict = longTold(entered).map(
    ({ optimisticMinutes, estimateMinutes, latestMinutes }) => (latestMinutes - optimisticMinutes) / (estimateMinutes - 5),
  )
  const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`
  return [
    `${entered.length} entered, ${kept.length} of them told a range and called; ${inVain.length} told and never called, ${wronged.length} of them after their latest`,
    `of ${waited.length} who had to wait, inside: ${share(waited.filter(isInside).length, waited.length)}; before it: ${share(waited.filter(({ told, trueMinutes }) => trueMinutes < told.optimisticMinutes).length, waited.length)}`,
    `told again every five minutes, inside: ${(100 * again.value).toFixed(1)} % of ${again.n}`,
    `median width over (estimate - 5): ${percentile(strict, 0.5).toFixed(3)}; median true wait of those: ${percentile(
      waited.map(({ trueMinutes }) => trueMinutes),
      0.5,
    ).toFixed(1)} minutes`,
  ]
}

function keptOf(waits: readonly ToldWait[], isEntrance = true): Kept[] {
  return waits.flatMap((wait) =>
    wait.isEntrance !== isEntrance || wait.told === null || wait.trueMinutes === null
      ? []
      : [{ told: wait.told, trueMinutes: wait.trueMinutes }],
  )
}

function longTold(waits: readonly ToldWait[]): Kept['told'][] {
  return waits.flatMap(({ isEntrance, told }) => (isEntrance && told !== null && told.estimateMinutes > 5 ? [told] : []))
}

function shareInside(kept: readonly Kept[]): Measurement {
  return { value: kept.filter(isInside).length / kept.length, n: kept.length }
}

function isInside({ told, trueMinutes }: Kept): boolean {
  return trueMinutes >= told.optimisticMinutes && trueMinutes <= Math.max(told.latestMinutes, 1)
}
