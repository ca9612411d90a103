import { CodedError } from '@balai/engine/core'
import { signal, type ReadonlySignal } from '@preact/signals'
import { isUnanswered } from '../../shared/index.ts'
import type { ConsoleApp } from './console-app.ts'

/** How an action ended. `error` is what it was refused with. */
export type Outcome = { readonly isDone: true } | { readonly isDone: false; readonly error: unknown }
/** One action at a time: what is pressed while one is on its way is not sent. */
export type Runner = {
  /** The action on its way. */
  readonly busy: ReadonlySignal<string | null>
  /** Shows the refusal as a sentence, and asks the server how things stand where what was shown may be wrong. */
  run(name: string, work: () => Promise<void>): Promise<Outcome>
}

export function createRunner(app: ConsoleApp): Runner {
  const busy = signal<string | null>(null)

  /** Nobody knows whether an unanswered action was done, and a refused one met another state than shown: the server is asked. */
  async function lookAgain(error: unknown): Promise<void> {
    const isRefused = error instanceof CodedError && lookAgainCodes.includes(error.code)
    if (!app.counter.peek() || !(isRefused || isUnanswered(error))) return
    try {
      await app.refresh()
    } catch {
      // The first failure is on the screen already; the socket or the next look brings the truth.
    }
  }

  return {
    busy,
    async run(name, work) {
      if (busy.peek() !== null) return { isDone: false, error: null }
      busy.value = name
      try {
        await work()
        app.problem.value = null
        return { isDone: true }
      } catch (error) {
        app.fail(error)
        await lookAgain(error)
        return { isDone: false, error }
      } finally {
        busy.value = null
      }
    },
  }
}

const lookAgainCodes: readonly string[] = [
  'wrong-state',
  'counter-busy',
  'counter-closed',
  'unknown-ticket',
  'nobody-waiting',
  'already-waiting',
  'line-closed',
  'line-open',
]
