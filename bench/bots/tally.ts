import { correctionReason } from '@balai/engine/net'
import type { Meter } from './bot-socket.ts'

/** Everything that is counted in a run, whoever it happened to. */
export type Tally = {
  /** From opening the socket to the server's welcome, ms. */
  readonly connectMs: number[]
  /** Connections begun. */
  connections: number
  /** Citizens who went home and were followed by somebody new. */
  left: number
  /** Ticks in which the own avatars of light ones were under way, run one by one; those they stood through are passed over and not counted. */
  ticks: number
  /** By the name of the reason, for the light ones and for the twins. */
  readonly corrections: { readonly light: Map<string, number>; readonly twins: Map<string, number> }
  /** Ends of sockets by WebSocket close code; `cut` for what the line tore. */
  readonly closes: Map<string, number>
  /** What went wrong before a socket was open, by message. */
  readonly failures: Map<string, number>
}

export function createTally(): Tally {
  return {
    connectMs: [],
    connections: 0,
    left: 0,
    ticks: 0,
    corrections: { light: new Map(), twins: new Map() },
    closes: new Map(),
    failures: new Map(),
  }
}

export function countIn(map: Map<string, number>, key: string): void {
  map.set(key, (map.get(key) ?? 0) + 1)
}

export function sumOf(map: ReadonlyMap<string, number>): number {
  return [...map.values()].reduce((sum, count) => sum + count, 0)
}

/** The protocol's name for a correction's reason. */
export function reasonName(reason: number): string {
  return Object.entries(correctionReason).find(([, code]) => code === reason)?.[0] ?? `reason ${reason}`
}

export function copyMeter(meter: Readonly<Meter>): Meter {
  return { ...meter }
}

/** What one meter counted since a copy of it was taken. */
export function since(now: Readonly<Meter>, before: Readonly<Meter>): Meter {
  return {
    bytesDown: now.bytesDown - before.bytesDown,
    bytesUp: now.bytesUp - before.bytesUp,
    framesDown: now.framesDown - before.framesDown,
    newsFrames: now.newsFrames - before.newsFrames,
    framesUp: now.framesUp - before.framesUp,
    intents: now.intents - before.intents,
  }
}
