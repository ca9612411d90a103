/** Lets something happen, but not too often. */
export type Pace = {
  /** Whether it may happen now; if so, it has. */
  take(nowMs: number): boolean
}

/** @param everyMs shortest time between two */
export function createPace(everyMs: number): Pace {
  let nextMs = Number.NEGATIVE_INFINITY
  return {
    take(nowMs) {
      if (nowMs < nextMs) return false
      nextMs = nowMs + everyMs
      return true
    },
  }
}
