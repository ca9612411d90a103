import { CodedError } from '@balai/engine/core'
import { effect, signal, type ReadonlySignal } from '@preact/signals'
import type { TicketRequest, TicketView } from '../../../api/index.ts'
import { callSentence, isUnanswered } from '../../shared/index.ts'
import type { CitizenApp } from './citizen-app.ts'
import type { PendingTake, PendingTakes } from './pending-takes.ts'
import { loadTickets } from './session.ts'
import { isLive, putTicket } from './ticket-state.ts'

/** How a wish for a number fares. `waiting`: no answer came; it is sent again, with the same key. */
export type Taking = { readonly request: TicketRequest; readonly state: 'sending' | 'waiting' | 'refused'; readonly message: string }

export type TicketTaker = {
  readonly taking: ReadonlySignal<Taking | null>
  /** Signs in first when needed, then asks until there is an answer. */
  take(request: TicketRequest): void
  /** Tries a waiting wish now. */
  retry(): void
  cancel(ticket: string): Promise<void>
}

const retryAfterMs = 5_000

export function createTicketTaker(app: CitizenApp, pendings: PendingTakes): TicketTaker {
  const taking = signal<Taking | null>(null)
  let current: PendingTake | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  function take(request: TicketRequest): void {
    if (app.session.value?.role !== 'citizen') {
      app.open({ kind: 'sign-in', take: request })
      return
    }
    current = pendings.begin(request)
    app.open({ kind: 'taking' })
    void ask(current)
  }

  async function ask(pending: PendingTake): Promise<void> {
    clearTimeout(timer)
    taking.value = { request: pending.request, state: 'sending', message: '' }
    try {
      const ticket = await app.call<TicketView>('POST', '/api/tickets', { body: pending.request, idempotencyKey: pending.key })
      pendings.settle(pending)
      app.tickets.value = putTicket(app.tickets.value, ticket)
      finish()
      app.open({ kind: 'ticket', ticket: ticket.id })
    } catch (error) {
      await fail(pending, error)
    }
  }

  async function fail(pending: PendingTake, error: unknown): Promise<void> {
    const message = callSentence(error, app.text.t)
    if (isUnanswered(error)) {
      taking.value = { request: pending.request, state: 'waiting', message }
      timer = setTimeout(() => void ask(pending), retryAfterMs)
      return
    }
    pendings.settle(pending)
    finish()
    const code = error instanceof CodedError ? error.code : ''
    if (code === 'sign-in-required') {
      app.session.value = null
      app.open({ kind: 'sign-in', take: pending.request })
    } else if (code === 'already-waiting' && (await openOwn(pending.request))) {
      return
    } else {
      taking.value = { request: pending.request, state: 'refused', message }
      app.open({ kind: 'taking' })
    }
  }

  /** Shows the number that the person already holds in this line. */
  async function openOwn(request: TicketRequest): Promise<boolean> {
    try {
      await loadTickets(app)
    } catch {
      return false
    }
    const own = app.tickets.value.find((ticket) => ticket.region === request.region && ticket.group === request.group && isLive(ticket))
    if (own) app.open({ kind: 'ticket', ticket: own.id })
    return own !== undefined
  }

  function finish(): void {
    current = null
    taking.value = null
  }

  function retry(): void {
    if (current && taking.value?.state === 'waiting') void ask(current)
  }

  effect(() => {
    if (app.socket.state.value === 'open') retry()
  })

  return {
    taking,
    take,
    retry,
    async cancel(ticket) {
      const view = await app.call<TicketView>('DELETE', `/api/tickets/${ticket}`)
      app.tickets.value = putTicket(app.tickets.value, view)
    },
  }
}
