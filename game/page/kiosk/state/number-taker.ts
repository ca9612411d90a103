import { CodedError } from '@balai/engine/core'
import { signal, type ReadonlySignal } from '@preact/signals'
import type { KioskRequest, KioskTicket } from '../../../api/index.ts'
import { isUnanswered } from '../../shared/index.ts'
import type { Wish, Wishes } from './wishes.ts'

/** How a wish for a number fares. `waiting`: no answer came; it is sent again by itself, with the same key. */
export type Taking = { readonly request: KioskRequest; readonly state: 'sending' | 'waiting' | 'refused'; readonly error: unknown }

/** Asks for numbers, one at a time, until there is an answer. */
export type NumberTaker = {
  readonly taking: ReadonlySignal<Taking | null>
  take(request: KioskRequest): void
  /** Goes on with what was asked before a reload, when that is not long ago. */
  resume(): void
  /** Tries a waiting wish now: the network is back. */
  retry(): void
  /** Whoever asked has gone. The wish is kept: asked again, it gives the number that it may have got already. */
  leave(): void
}

const retryAfterMs = 3_000

export function createNumberTaker(options: {
  readonly send: (request: KioskRequest, key: string) => Promise<KioskTicket>
  readonly wishes: Wishes
  readonly onNumber: (ticket: KioskTicket) => void
  /** The server does not take this screen for a kiosk of the mall. */
  readonly onUnpaired: () => void
  /** Calls back later, once; @returns a function that prevents it. */
  readonly later: (then: () => void, ms: number) => () => void
}): NumberTaker {
  const { send, wishes, later } = options
  const taking = signal<Taking | null>(null)
  let asked: Wish | null = null
  let cancelRetry = (): void => undefined

  async function ask(wish: Wish): Promise<void> {
    cancelRetry()
    const { request } = wish
    taking.value = { request, state: 'sending', error: null }
    try {
      const ticket = await send(request, wish.key)
      if (asked !== wish) return
      finish()
      options.onNumber(ticket)
    } catch (error) {
      if (asked !== wish) return
      if (isUnanswered(error) || isTooMany(error)) {
        taking.value = { request, state: 'waiting', error }
        cancelRetry = later(() => void ask(wish), retryAfterMs)
        return
      }
      finish()
      if (error instanceof CodedError && error.code === 'kiosk-key') options.onUnpaired()
      else taking.value = { request, state: 'refused', error }
    }
  }

  function finish(): void {
    wishes.settle()
    asked = null
    taking.value = null
  }

  function begin(wish: Wish): void {
    asked = wish
    void ask(wish)
  }

  return {
    taking,
    take(request) {
      // A second tap on the same tile is the same wish.
      if (asked === null) begin(wishes.begin(request))
    },
    resume() {
      const wish = wishes.fresh()
      if (wish && asked === null) begin(wish)
    },
    retry() {
      if (asked && taking.value?.state === 'waiting') void ask(asked)
    },
    leave() {
      cancelRetry()
      asked = null
      taking.value = null
    },
  }
}

/** A kiosk in a full hall has nobody to be told "too often": it waits a moment. */
function isTooMany(error: unknown): boolean {
  return error instanceof CodedError && error.code === 'too-many'
}
