import { createRng } from '@balai/engine/core'
import type { Socket } from '@balai/engine/net'

/** Two sockets joined by a line with a delay, run by a clock that the test moves. Ordered, as TCP is. */
export function createPipe(now: () => number, delayMs: () => number) {
  type Parcel = { dueMs: number; deliver: () => void }
  const parcels: Parcel[] = []
  const lastDue = { up: 0, down: 0 }
  const end = (way: 'up' | 'down', other: () => Socket): Socket => {
    const post = (deliver: () => void): void => {
      const dueMs = Math.max(lastDue[way], now() + delayMs())
      lastDue[way] = dueMs
      parcels.push({ dueMs, deliver })
    }
    return {
      send(bytes) {
        const copy = bytes.slice()
        post(() => other().onMessage?.(copy))
      },
      close(code, reason) {
        post(() => other().onClose?.(code, reason))
      },
      bufferedAmount: () => 0,
      onMessage: null,
      onClose: null,
    }
  }
  const client: Socket = end('up', () => server)
  const server: Socket = end('down', () => client)
  return {
    client,
    server,
    /** Hands over what is due, oldest first. */
    deliver() {
      parcels.sort((a, b) => a.dueMs - b.dueMs)
      while (parcels.length > 0 && parcels[0].dueMs <= now()) parcels.shift()?.deliver()
    },
  }
}

/** Delays of `base` ms give or take `jitter`, with a stall of `stallMs` now and then. */
export function shakyDelay(seed: number, base: number, jitter: number, stallMs: number): () => number {
  const rng = createRng(seed)
  return () => base + (rng() - 0.5) * 2 * jitter + (rng() < 0.004 ? stallMs : 0)
}
