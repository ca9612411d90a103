/** Counts messages against so many a second, of which what was left over is saved up to a burst: a line that stalled gives all it held at once. */
export type RateLimit = { allow(nowMs: number): boolean }

export function createRateLimit(perSecond: number, burst: number): RateLimit {
  let left = burst
  let lastMs = Number.NaN
  return {
    allow(nowMs) {
      if (nowMs > lastMs) left = Math.min(burst, left + ((nowMs - lastMs) * perSecond) / 1000)
      lastMs = nowMs
      left -= 1
      return left >= 0
    },
  }
}
