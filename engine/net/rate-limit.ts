/** Counts messages in a window of one second of the clock given. */
export type RateLimit = { allow(nowMs: number): boolean }

export function createRateLimit(perSecond: number): RateLimit {
  let windowStart = Number.NEGATIVE_INFINITY
  let count = 0
  return {
    allow(nowMs) {
      if (nowMs - windowStart >= 1000) {
        windowStart = nowMs
        count = 0
      }
      count += 1
      return count <= perSecond
    },
  }
}
