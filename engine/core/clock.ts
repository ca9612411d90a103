/** Milliseconds since an arbitrary but fixed start; never goes back. Everything headless is handed one. */
export type Clock = () => number

export type ManualClock = Clock & {
  /** Moves the clock on by `ms` milliseconds (≥ 0). */
  advance(ms: number): void
}

/** A clock that stands still until told, for tests and replays. */
export function manualClock(startMs = 0): ManualClock {
  let now = startMs
  const clock = (() => now) as ManualClock
  clock.advance = (ms) => {
    if (!(ms >= 0)) throw new TypeError(`ms must be 0 or more, got ${ms}: a clock never goes back`)
    now += ms
  }
  return clock
}
