/**
 * Milliseconds to wait before the next try to connect: 0.5 s doubling to 20 s, then spread by ±30 %,
 * so that a thousand phones do not come back in the same second.
 * @param attempt 0 for the first try after a loss.
 * @param random in [0, 1).
 */
export function backoffMs(attempt: number, random: number): number {
  const base = Math.min(20_000, 500 * 2 ** Math.min(attempt, 10))
  return Math.round(base * (0.7 + 0.6 * random))
}
