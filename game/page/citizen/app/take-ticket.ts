import { CodedError } from '@balai/engine/core'
import { effect, signal, type ReadonlySignal } from '@preact/signals'
import type { TicketRequest, TicketView } from '../../../api/index.ts'
import { callSentence, isUnanswered } from '../../shared/index.ts'
import type { CitizenApp } from './citizen-app.ts'
import type { PendingTake, PendingTakes } from './pending-takes.ts'
import { loadTickets } from './session.ts'
import { ownPlaces, putTicket } from './ticket-state.ts'

/** How a wish for a number fares. `waiting`: no answer came; it is sent again, with the same key. `code`: of the refusal. */
export type Taking = {
  readonly request: TicketRequest
  readonly state: 'sending' | 'waiting' | 'refused'
  readonly message: string
  readonly code: string
}

export type TicketTaker = {
  readonly taking: ReadonlySignal<Taking | null>
  /** Signs in first when needed, then asks until there is an answer. */
  take(request: TicketRequest): void
  /** Tries a waiting wish now. */
  retry(): void
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
    taking.value = { request: pending.request, state: 'sending', message: '', code: '' }
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
      taking.value = { request: pending.request, state: 'waiting', message, code: '' }
      timer = setTimeout(() => void ask(pending), retryAfterMs)
      return
    }
    pendings.settle(pending)
    finish()
    const code = error instanceof CodedError ? error.code : ''
    if (code === 'sign-in-required') {
      app.session.value = null
      app.open({ kind: 'sign-in', take: pending.request })
    } else if ((code === 'already-waiting' || code === 'already-booked') && (await openOwn(pending.request))) {
      return
    } else {
      taking.value = { request: pending.request, state: 'refused', message, code }
      app.open({ kind: 'taking' })
    }
  }

  /** Shows the place that the person already holds in this line. */
  async function openOwn(request: TicketRequest): Promise<boolean> {
    try {
      await loadTickets(app)
    } catch {
      return false
    }
    const line = { region: request.region, group: request.group, day: app.queue.value?.day ?? null }
    const { today, later } = ownPlaces(app.tickets.value, line)
    const own = request.slotAt ? (later ?? today) : (today ?? later)
    if (own) app.open({ kind: 'ticket', ticket: own.id })
    return own !== null
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
  }
}
