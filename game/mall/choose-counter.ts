import type { CounterSummary } from '../api/index.ts'
import type { CounterSpot } from './spots.ts'

/** Where somebody is: the storey's number, metres. */
export type Standpoint = { readonly x: number; readonly z: number; readonly storey: number }

/** As much as a walk between storeys costs, metres. */
const otherStoreyM = 40

/**
 * Of an agency's counters the one to go to: an open one before a closed one, then the nearest as the crow flies, then the first.
 * @returns null of none
 */
export function chooseCounter(
  spots: readonly CounterSpot[],
  summaries: readonly CounterSummary[],
  from: Standpoint | null,
): CounterSpot | null {
  const costOf = (spot: CounterSpot): number => {
    const isOpen = summaries.some(({ counter, isOpen: open }) => open && counter === spot.counter.id)
    const wayM = from === null ? 0 : Math.hypot(spot.x - from.x, spot.z - from.z) + (spot.storey === from.storey ? 0 : otherStoreyM)
    return (isOpen ? 0 : 1e6) + wayM
  }
  return spots.reduce<CounterSpot | null>((best, spot) => (best === null || costOf(spot) < costOf(best) ? spot : best), null)
}
