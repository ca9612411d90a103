/** `04:09`, and `1:04:09` from an hour on. Negative is zero: the clocks of two machines differ. */
export function formatTimer(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const two = (n: number) => String(n).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return hours > 0 ? `${hours}:${rest}` : rest
}

/** Whole minutes since an instant, never negative. */
export function minutesSince(iso: string, nowMs: number): number {
  return Math.max(0, Math.floor((nowMs - Date.parse(iso)) / 60_000))
}

/**
 * By how much this machine's clock is ahead of the server's, from an instant that the server set a moment ago, ms.
 * Differences below three seconds are the network's and count as none.
 */
export function clockSkewMs(justNow: string, deviceNowMs: number): number {
  const skew = deviceNowMs - Date.parse(justNow)
  return Math.abs(skew) < 3_000 ? 0 : skew
}
