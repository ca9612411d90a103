/** Says that something changed, at most once an interval for each key; the last change is never lost. */
export type ChangeFeed = {
  mark(key: string): void
  /** Forgets what was marked and stops its timers. */
  close(): void
}

/**
 * The first change of a quiet key is told at the end of the present turn, so that one command's changes go out as one.
 * @param options.intervalMs least time between two tellings of one key
 */
export function createChangeFeed(options: { intervalMs: number; clock: () => number; tell: (key: string) => void }): ChangeFeed {
  const { intervalMs, clock, tell } = options
  const lastTold = new Map<string, number>()
  const timers = new Map<string, NodeJS.Timeout>()
  return {
    mark(key) {
      if (timers.has(key)) return
      const waitMs = Math.min(intervalMs, Math.max(0, (lastTold.get(key) ?? -Infinity) + intervalMs - clock()))
      timers.set(
        key,
        setTimeout(() => {
          timers.delete(key)
          lastTold.set(key, clock())
          tell(key)
        }, waitMs),
      )
    },
    close() {
      for (const timer of timers.values()) clearTimeout(timer)
      timers.clear()
    },
  }
}
