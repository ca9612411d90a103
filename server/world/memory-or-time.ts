import { setFlagsFromString } from 'node:v8'

/** Walkers from whom on time is dearer than memory, and below whom it is memory again. */
const crowdedFrom = 150
const calmBelow = 50
const lookEveryMs = 1000

/**
 * An idle server saves memory: `start.mjs` lets V8 collect often and keep little, a third more time for a fifth less memory. In a crowd those
 * collections are what makes ticks late (60 ms of 4,000 people against 20), so there V8 goes back to its usual ways until the crowd is gone.
 * @param walkers how many walk now
 * @param set sets a flag of V8 while it runs
 * @returns stops looking
 */
export function preferTimeInCrowds(walkers: () => number, set: (flag: string) => void = setFlagsFromString): () => void {
  let isCrowded = false
  const timer = setInterval(() => {
    const now = walkers()
    if (isCrowded ? now >= calmBelow : now < crowdedFrom) return
    isCrowded = !isCrowded
    set(isCrowded ? '--no-optimize-for-size' : '--optimize-for-size')
  }, lookEveryMs)
  timer.unref()
  return () => clearInterval(timer)
}
