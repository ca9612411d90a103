import type { Rng } from '@balai/engine/core'

/** A line's faults; 0 everywhere is a perfect one. */
export type LineOptions = {
  /** One way, ms. */
  readonly delayMs: number
  /** Each message comes this much earlier or later at most, ms. */
  readonly jitterMs: number
  /** Nothing comes through, in either direction, for so long … */
  readonly stallMs: number
  /** … about this often: gaps of 0.5 to 1.5 times this. 0: never. */
  readonly stallEveryMs: number
  /** Mean life of a connection, which may be torn at any moment, however old it is. 0: it is never torn. */
  readonly cutEveryMs: number
}
type Way = 'up' | 'down'

/** One person's line to the server, run by the caller's clock. Like TCP it keeps the order and loses nothing until it is torn. */
export type Line = {
  /** Puts a message on its way; `arrive` is called by `run` when it has arrived, or at once on a perfect line. */
  post(way: Way, nowMs: number, arrive: () => void): void
  /** Lets arrive what is due. */
  run(nowMs: number): void
  /** Loses what is under way; nothing arrives any more. */
  tear(): void
  /** When it tears, ms of the caller's clock; Infinity: never. */
  readonly tearsMs: number
}

export function createLine(options: LineOptions, rng: Rng, bornMs: number): Line {
  const { delayMs, jitterMs, stallMs, stallEveryMs, cutEveryMs } = options
  const isPerfect = delayMs === 0 && jitterMs === 0 && stallEveryMs === 0
  const tearsMs = cutEveryMs === 0 ? Number.POSITIVE_INFINITY : bornMs - Math.log(1 - rng()) * cutEveryMs
  // Where in its rhythm a line begins is chance, or all would stall together.
  const stalls = stallEveryMs === 0 ? [] : [bornMs + rng() * stallEveryMs]
  const ways = {
    up: { queue: [] as { dueMs: number; arrive: () => void }[], lastMs: 0, stall: 0 },
    down: { queue: [] as { dueMs: number; arrive: () => void }[], lastMs: 0, stall: 0 },
  }
  let isTorn = false

  /** Moves an arrival out of the stall it falls into. Both directions meet the same stalls. */
  const afterStall = (way: Way, wantedMs: number): number => {
    if (stalls.length === 0) return wantedMs
    const own = ways[way]
    while (wantedMs >= stalls[own.stall] + stallMs) {
      own.stall += 1
      if (own.stall === stalls.length) stalls.push(stalls[own.stall - 1] + stallMs + stallEveryMs * (0.5 + rng()))
    }
    return wantedMs >= stalls[own.stall] ? stalls[own.stall] + stallMs : wantedMs
  }

  const runWay = (way: Way, nowMs: number): void => {
    const { queue } = ways[way]
    let done = 0
    while (done < queue.length && queue[done].dueMs <= nowMs && !isTorn) queue[done++].arrive()
    if (done > 0) queue.splice(0, done)
  }

  return {
    post(way, nowMs, arrive) {
      if (isTorn) return
      if (isPerfect) return arrive()
      const own = ways[way]
      const wantedMs = nowMs + Math.max(0, delayMs + (2 * rng() - 1) * jitterMs)
      own.lastMs = afterStall(way, Math.max(own.lastMs, wantedMs))
      own.queue.push({ dueMs: own.lastMs, arrive })
    },
    run(nowMs) {
      if (isPerfect) return
      runWay('up', nowMs)
      runWay('down', nowMs)
    },
    tear() {
      isTorn = true
    },
    tearsMs,
  }
}
