import { CodedError } from '@balai/engine/core'
import { signal, type ReadonlySignal } from '@preact/signals'
import { isUnanswered } from '../../shared/index.ts'
import type { ConsoleApp } from './console-app.ts'

/** How an action ended. `error` is what it was refused with. */
export type Outcome = { readonly isDone: true } | { readonly isDone: false; readonly error: unknown }
/** One action at a time, in the order they were asked. */
export type Runner = {
  /** The action on its way. */
  readonly busy: ReadonlySignal<string | null>
  /** An action is on its way, and the screen does not show yet what it led to. */
  isAwaited(): boolean
  /**
   * Waits for the actions asked before, then does the work. A second press of what is asked already is not sent. Shows the
   * refusal as a sentence, and asks the server how things stand where what was shown may be wrong.
   */
  run(name: string, work: () => Promise<void>): Promise<Outcome>
}

export function createRunner(app: ConsoleApp): Runner {
  const busy = signal<string | null>(null)
  const asked = new Set<string>()
  let seen: unknown = null
  let last: Promise<unknown> = Promise.resolve()

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

  async function doNow(name: string, work: () => Promise<void>): Promise<Outcome> {
    busy.value = name
    seen = app.counter.peek()
    try {
      await work()
      app.problem.value = null
      return { isDone: true }
    } catch (error) {
      app.fail(error)
      await lookAgain(error)
      return { isDone: false, error }
    } finally {
      asked.delete(name)
      busy.value = null
    }
  }

  return {
    busy,
    isAwaited: () => busy.peek() !== null && app.counter.peek() === seen,
    async run(name, work) {
      if (asked.has(name)) return { isDone: false, error: null }
      asked.add(name)
      // A word that was asked for in a window, a call for help above all, is never lost to the answer of another action.
      const mine = asked.size === 1 ? doNow(name, work) : last.then(() => doNow(name, work))
      last = mine
      return mine
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
