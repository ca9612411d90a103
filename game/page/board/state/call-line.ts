import { signal, type ReadonlySignal } from '@preact/signals'
import type { BoardCall } from './board.ts'

/** Calls that wait to be announced, one after the other, so that two counters at once are both heard and both seen large. */
export type CallLine = {
  /** The one that is announced now. */
  readonly current: ReadonlySignal<BoardCall | null>
  push(call: BoardCall): void
}

const shownMs = 7_000
/** When many are called at once each is large for less long, so that the last is not late. */
const hurriedMs = 3_500
const hurriedFrom = 3

/**
 * @param announce speaks the call; the next one waits for it.
 * @param sleep for tests; the browser's timer when left out.
 */
export function createCallLine(
  announce: (call: BoardCall) => Promise<void>,
  sleep: (ms: number) => Promise<void> = browserSleep,
): CallLine {
  const current = signal<BoardCall | null>(null)
  const waiting: BoardCall[] = []
  let isRunning = false

  async function run(): Promise<void> {
    isRunning = true
    for (let call = waiting.shift(); call; call = waiting.shift()) {
      current.value = call
      await Promise.all([announce(call).catch(() => undefined), sleep(waiting.length >= hurriedFrom ? hurriedMs : shownMs)])
    }
    current.value = null
    isRunning = false
  }
  return {
    current,
    push(call) {
      const at = waiting.findIndex((row) => row.label === call.label)
      if (at >= 0) waiting.splice(at, 1)
      waiting.push(call)
      if (!isRunning) void run()
    },
  }
}

function browserSleep(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms))
}
