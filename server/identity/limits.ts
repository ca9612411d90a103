/** Lets the calls of one key run one after the other; calls of different keys do not wait for each other. */
export function createTurns(): <Result>(key: string, run: () => Promise<Result>) => Promise<Result> {
  const last = new Map<string, Promise<unknown>>()
  return async (key, run) => {
    const mine = (last.get(key) ?? Promise.resolve()).then(run, run)
    last.set(key, mine)
    try {
      return await mine
    } finally {
      if (last.get(key) === mine) last.delete(key)
    }
  }
}

export type Throttle = {
  /** Milliseconds until `key` may try again; 0: now. */
  waitMs(key: string, nowMs: number): number
  count(key: string, nowMs: number): void
  forget(key: string): void
}

/** At most `limit` counted events of a key within `windowMs`. Lives in memory: a restart forgets. */
export function createThrottle(options: { limit: number; windowMs: number }): Throttle {
  const { limit, windowMs } = options
  const times = new Map<string, number[]>()

  function recent(key: string, nowMs: number): number[] {
    return (times.get(key) ?? []).filter((at) => at > nowMs - windowMs)
  }
  return {
    waitMs(key, nowMs) {
      const counted = recent(key, nowMs)
      return counted.length < limit ? 0 : counted[counted.length - limit] + windowMs - nowMs
    },
    count(key, nowMs) {
      // Oldest first: a key that is counted again goes to the end, so the front is what may be dropped.
      const counted = [...recent(key, nowMs), nowMs].slice(-limit)
      times.delete(key)
      times.set(key, counted)
      for (const [old, at] of times) {
        if (at[at.length - 1] > nowMs - windowMs) break
        times.delete(old)
      }
    },
    forget: (key) => void times.delete(key),
  }
}
