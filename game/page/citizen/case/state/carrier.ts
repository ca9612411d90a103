/** Which page of this browser carries the outbox; with several open, one does, and the others hear of what changes. */
export type Carrier = {
  isCarrier(): boolean
  /** Tells the other pages that something has changed. */
  tell(): void
  stop(): void
}

const lockName = 'balai-outbox'

/** @param onChange called when this page becomes the carrier, and when another page has changed something */
export function createCarrier(onChange: () => void): Carrier {
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(lockName)
  if (channel) channel.onmessage = onChange
  const locks = navigator.locks as LockManager | undefined
  let isCarrier = locks === undefined
  let release: (() => void) | null = null
  // Held until the page goes; the next in line is called then.
  void locks
    ?.request(lockName, () => {
      isCarrier = true
      onChange()
      return new Promise<void>((done) => {
        release = done
      })
    })
    .catch(() => undefined)
  return {
    isCarrier: () => isCarrier,
    tell: () => channel?.postMessage(null),
    stop() {
      isCarrier = false
      release?.()
      channel?.close()
    },
  }
}
