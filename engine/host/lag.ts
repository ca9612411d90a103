/**
 * How far in the past other people are shown, so that their next intent arrives before it is due.
 * Follows the worst lateness of the last arrivals: up at once, down slowly.
 */
export type Lag = {
  /** Takes in that news came `ticks` after the tick it is for. */
  observe(ticks: number): void
  ticks(): number
}

const leastTicks = 2
const mostTicks = 30
/** Share by which an unneeded reserve shrinks with each arrival. */
const shrink = 0.05

export function createLag(): Lag {
  let wanted = leastTicks
  return {
    observe(ticks) {
      // News older than this is how an arrival is told, not a late intent.
      if (ticks > mostTicks) return
      wanted = ticks > wanted ? ticks : wanted - (wanted - Math.max(leastTicks, ticks)) * shrink
    },
    ticks: () => Math.min(mostTicks, Math.ceil(wanted)),
  }
}
