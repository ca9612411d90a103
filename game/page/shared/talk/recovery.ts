/** What to do about a line that does not carry. */
export type RecoveryStep = 'wait' | 'restart' | 'lower'

const restartAfterMs = 1_500
const restartEveryMs = 4_000
const lowerAfterMs = 12_000

/**
 * The next step for a line that has been down for `downMs`, when the last new path was asked for `sinceRestartMs` ago (null: never).
 * Browsers say "failed" only after 15 s and sometimes never, so time is what decides.
 */
export function recoveryStep(downMs: number, sinceRestartMs: number | null): RecoveryStep {
  if (downMs >= lowerAfterMs) return 'lower'
  if (sinceRestartMs === null) return downMs >= restartAfterMs ? 'restart' : 'wait'
  return sinceRestartMs >= restartEveryMs ? 'restart' : 'wait'
}

/** One look at a line, from `RTCPeerConnection.getStats()`. */
export type LineSample = { readonly received: number; readonly lost: number; readonly outgoingBitsPerSecond: number | null }

/**
 * Whether the line is too weak for a picture: three looks in a row (5 s apart) with more than 15 % of packets lost,
 * or less than 90 kbit/s to send in. One bad look is a passing lorry.
 */
export function isTooWeakForVideo(samples: readonly LineSample[]): boolean {
  const last = samples.slice(-4)
  if (last.length < 4) return false
  return last.slice(1).every((sample, index) => {
    const received = sample.received - last[index].received
    const lost = sample.lost - last[index].lost
    const share = received + lost > 20 ? lost / (received + lost) : 0
    return share > 0.15 || (sample.outgoingBitsPerSecond !== null && sample.outgoingBitsPerSecond < 90_000)
  })
}
