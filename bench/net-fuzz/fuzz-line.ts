import { createRng } from '@balai/engine/core'
import type { Socket } from '@balai/engine/net'
import type { LinePlan } from './fuzz-plan.ts'

export type Way = 'up' | 'down'
type Parcel = { readonly dueMs: number; readonly bytes: number; readonly arrive: () => void }

/** Sees what crosses the line. */
export type LineWatch = {
  sends(way: Way, bytes: Uint8Array): void
  /** Calls `arrive`, by which the other end takes the message. */
  receives(way: Way, bytes: Uint8Array, arrive: () => void): void
}

/**
 * Two sockets joined by a troubled line on the hall's clock: late, in bursts, read slowly, torn. As with TCP, what arrives is whole and in order.
 */
export type FuzzLine = {
  readonly client: Socket
  readonly server: Socket
  /** Hands over what is due, oldest first. */
  deliver(): void
  /** From now on nothing stalls and everything is read at once. */
  calm(): void
  /** Neither end is heard any more. What was on its way up may still arrive (a proxy that has it), or is lost. */
  tear(losesUp: boolean): void
  inFlight(): number
}

export function createFuzzLine(plan: LinePlan, seed: number, clock: () => number, watch: LineWatch): FuzzLine {
  const rng = createRng(seed)
  const ways = { up: newWay(), down: newWay() }
  const stalls: { fromMs: number; toMs: number }[] = []
  const bornMs = clock()
  let isCalm = false
  let isTorn = false

  /** The end of the stall that a moment falls into, or the moment. */
  const afterStall = (way: Way, ms: number): number => {
    if (isCalm || plan.stallEveryMs === 0 || (plan.stallWays !== 'both' && plan.stallWays !== way)) return ms
    let last = stalls.at(-1)?.toMs ?? clock()
    while (last <= ms) {
      const fromMs = last + plan.stallEveryMs * (0.5 + rng())
      last = fromMs + plan.stallMs * (0.3 + 0.7 * rng())
      stalls.push({ fromMs, toMs: last })
    }
    return stalls.find(({ fromMs, toMs }) => ms >= fromMs && ms < toMs)?.toMs ?? ms
  }
  const dueOf = (way: Way, bytes: number): number => {
    const own = ways[way]
    let ms = clock() + Math.max(0, plan.delayMs + (2 * rng() - 1) * plan.jitterMs)
    if (!isCalm && way === 'down') {
      own.readMs = Math.max(own.readMs, clock()) + (1000 * bytes) / plan.readsPerSecond
      ms = Math.max(ms, own.readMs)
    }
    if (way === 'up') ms = Math.max(ms, bornMs + plan.slowStartMs)
    ms = afterStall(way, ms)
    if (!isCalm && plan.flushMs > 0) ms = Math.ceil(ms / plan.flushMs) * plan.flushMs
    own.lastMs = Math.max(own.lastMs, ms)
    return own.lastMs
  }
  const post = (way: Way, bytes: number, arrive: () => void): void => {
    if (isTorn) return
    ways[way].queue.push({ dueMs: dueOf(way, bytes), bytes, arrive })
    ways[way].waiting += bytes
  }
  const end = (way: Way, other: () => Socket): Socket => ({
    send(bytes) {
      const copy = bytes.slice()
      watch.sends(way, copy)
      post(way, copy.length, () => watch.receives(way, copy, () => other().onMessage?.(copy)))
    },
    close: (code, reason) => post(way, 0, () => other().onClose?.(code, reason)),
    bufferedAmount: () => (plan.readsPerSecond === Number.POSITIVE_INFINITY ? 0 : ways[way].waiting * plan.weight),
    onMessage: null,
    onClose: null,
  })
  const client: Socket = end('up', () => server)
  const server: Socket = end('down', () => client)
  const runWay = (way: Way): void => {
    const own = ways[way]
    while (own.queue.length > 0 && own.queue[0].dueMs <= clock()) {
      const parcel = own.queue.shift()
      own.waiting -= parcel?.bytes ?? 0
      parcel?.arrive()
    }
  }
  return {
    client,
    server,
    deliver() {
      runWay('up')
      runWay('down')
    },
    calm() {
      isCalm = true
    },
    tear(losesUp) {
      isTorn = true
      ways.down.queue.length = 0
      if (losesUp) ways.up.queue.length = 0
    },
    inFlight: () => ways.up.queue.length + ways.down.queue.length,
  }
}

const newWay = () => ({ queue: [] as Parcel[], lastMs: 0, readMs: 0, waiting: 0 })
