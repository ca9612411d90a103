import { signal, type ReadonlySignal } from '@preact/signals'
import type { BoardCall } from './board.ts'

/** Calls as they come: shown at once, spoken one after the other, so that two counters at once are both seen and both heard. */
export type CallLine = {
  /** The newest call, for as long as it is shown large; null when its time is over and it has been spoken. */
  readonly current: ReadonlySignal<BoardCall | null>
  /** All that are still news, the newest first: not yet spoken, or not shown long enough. */
  readonly fresh: ReadonlySignal<readonly BoardCall[]>
  push(call: BoardCall): void
}

const shownMs = 12_000

/**
 * @param announce speaks the call; the next one waits for it.
 * @param sleep for tests; the browser's timer when left out.
 */
export function createCallLine(
  announce: (call: BoardCall) => Promise<void>,
  sleep: (ms: number) => Promise<void> = browserSleep,
): CallLine {
  const current = signal<BoardCall | null>(null)
  const fresh = signal<readonly BoardCall[]>([])
  const unspoken: { readonly call: BoardCall; readonly onSpoken: () => void }[] = []
  let isSpeaking = false

  async function speak(): Promise<void> {
    isSpeaking = true
    for (let next = unspoken.shift(); next; next = unspoken.shift()) {
      await announce(next.call).catch(() => undefined)
      next.onSpoken()
    }
    isSpeaking = false
  }

  async function show(call: BoardCall, spoken: Promise<void>): Promise<void> {
    fresh.value = [call, ...fresh.value.filter((row) => row.label !== call.label)]
    current.value = call
    await Promise.all([sleep(shownMs), spoken])
    // Called again meanwhile: the later showing counts.
    fresh.value = fresh.value.filter((row) => row !== call)
    if (current.value === call) current.value = fresh.value[0] ?? null
  }

  return {
    current,
    fresh,
    push(call) {
      const at = unspoken.findIndex((row) => row.call.label === call.label)
      if (at >= 0) unspoken.splice(at, 1)[0]?.onSpoken()
      const spoken = new Promise<void>((onSpoken) => unspoken.push({ call, onSpoken }))
      void show(call, spoken)
      if (!isSpeaking) void speak()
    },
  }
}

function browserSleep(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms))
}
