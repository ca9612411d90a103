import { CodedError } from '@balai/engine/core'
import { signal, type ReadonlySignal } from '@preact/signals'
import type { KioskTicket } from '../../api/index.ts'
import type { ApiCall } from '../shared/index.ts'
import { keepSlip, keptSlip, type KnownSlip } from './kept-slip.ts'

export type Slip = {
  /** null until it is known. */
  readonly known: KnownSlip | null
  /** `lost`: the latest look found no server; `unknown`: the server knows no such code. */
  readonly state: 'looking' | 'fresh' | 'lost' | 'unknown'
}

/** What the page lends to the following of a ticket. */
export type SlipHost = {
  readonly call: ApiCall
  readonly store: Pick<Storage, 'getItem' | 'setItem'> | null
  readonly now: () => number
  readonly isShown: () => boolean
  /** Calls back whenever the page is shown or hidden, or the network comes back. */
  onChange(listener: () => void): void
}

/** A ticket that is looked at by its code. */
export type SlipFollower = {
  readonly slip: ReadonlySignal<Slip>
  look(): Promise<void>
  /** Does it with the place, and shows what became of it. A refusal is a sentence in `problem`. */
  act(action: SlipAction): Promise<void>
  readonly problem: ReadonlySignal<string | null>
  readonly isActing: ReadonlySignal<boolean>
}
export type SlipAction = 'rejoin' | 'return' | 'cancel'

const everyMs = 10_000
const finalStates = ['done', 'cancelled', 'expired']

/** Looks every ten seconds while the page is shown, at once when it is shown again, and no more once nothing can change. What was known stays. */
export function followSlip(code: string, host: SlipHost): SlipFollower {
  const problem = signal<string | null>(null)
  const isActing = signal(false)
  const slip = signal<Slip>({ known: keptSlip(host.store, code), state: 'looking' })
  let timer: ReturnType<typeof setTimeout> | undefined
  let isLooking = false

  const isOver = (): boolean => {
    const { known, state } = slip.peek()
    return state === 'unknown' || (state === 'fresh' && known !== null && finalStates.includes(known.ticket.state))
  }
  const plan = (afterMs: number): void => {
    clearTimeout(timer)
    if (host.isShown() && !isOver()) timer = setTimeout(() => void look(), afterMs)
  }
  async function look(): Promise<void> {
    if (isLooking) return
    isLooking = true
    let nextMs = everyMs
    try {
      const { ticket } = await host.call<KioskTicket>('GET', `/api/kiosk/tickets/${encodeURIComponent(code)}`)
      const known = { ticket, atMs: host.now() }
      slip.value = { known, state: 'fresh' }
      keepSlip(host.store, code, known)
    } catch (error) {
      const refusal = error instanceof CodedError ? error : null
      if (refusal?.code === 'unknown-code' || refusal?.code === 'bad-request') slip.value = { known: null, state: 'unknown' }
      else slip.value = { ...slip.peek(), state: 'lost' }
      // A whole mall may be behind one address: who is asked to wait waits.
      if (refusal?.code === 'too-many') nextMs = Math.max(everyMs, Number(refusal.details.seconds ?? 0) * 1000)
    }
    isLooking = false
    plan(nextMs)
  }

  async function act(action: SlipAction): Promise<void> {
    if (isActing.peek()) return
    isActing.value = true
    problem.value = null
    try {
      const { ticket } = await host.call<KioskTicket>('POST', `/api/kiosk/tickets/${encodeURIComponent(code)}/${action}`)
      const known = { ticket, atMs: host.now() }
      slip.value = { known, state: 'fresh' }
      keepSlip(host.store, code, known)
      plan(everyMs)
    } catch (error) {
      problem.value = error instanceof Error ? error.message : String(error)
    }
    isActing.value = false
  }

  host.onChange(() => {
    clearTimeout(timer)
    if (host.isShown() && !isOver()) void look()
  })
  return { slip, look, act, problem, isActing }
}
