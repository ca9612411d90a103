/**
 * What the server's clock shows, as a client sees it. Of the last samples the one with the shortest round trip
 * is believed: it had the least room for error (the rule of NTP's clock filter, RFC 5905 §10).
 */
export type ClockSync = {
  /** Takes one answered ping: sent and received on the client's clock, stamped by the server in between, all ms. */
  sample(sentMs: number, serverMs: number, receivedMs: number): void
  /** Server time at the client's `nowMs`; never goes back while samples say so by less than a second. */
  serverMs(nowMs: number): number
  /** Round trip of the believed sample, ms; 0 before the first. */
  rttMs(): number
}

const keptSamples = 8
/**
 * The most that the way back is taken to have lasted. Where the way there was held up, half a long round trip would put this clock ahead, and
 * an intent from further ahead than 10 ticks is refused; from behind it may come 60 ticks late.
 */
export const mostWayMs = 400
/** A change of offset beyond a round trip and this is a change of the server's time, not an error of measurement. */
const jumpMs = 1500

export function createClockSync(): ClockSync {
  const samples: { rtt: number; offset: number }[] = []
  let offset = 0
  let rtt = 0
  let last = Number.NEGATIVE_INFINITY
  return {
    sample(sentMs, serverMs, receivedMs) {
      const roundTrip = Math.max(0, receivedMs - sentMs)
      const fresh = serverMs + Math.min(roundTrip / 2, mostWayMs) - receivedMs
      // Farther off than any round trip explains: the server's own time was set back, and what was measured before is void.
      if (samples.length > 0 && Math.abs(fresh - offset) > roundTrip + jumpMs) samples.length = 0
      samples.push({ rtt: roundTrip, offset: fresh })
      if (samples.length > keptSamples) samples.shift()
      let best = samples[0]
      for (const sample of samples) if (sample.rtt <= best.rtt) best = sample
      offset = best.offset
      rtt = best.rtt
    },
    serverMs(nowMs) {
      const estimate = nowMs + offset
      // A step back of less than a second is held, not taken: ticks that were lived are not lived again.
      if (estimate < last && last - estimate < 1000) return last
      last = estimate
      return estimate
    },
    rttMs: () => rtt,
  }
}
