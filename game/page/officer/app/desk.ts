import { batch, signal, type ReadonlySignal } from '@preact/signals'
import type { OfficerCounter, OfficerTicket } from '../../../api/index.ts'
import type { CallReason, PriorityReason, TransferTarget } from '../../../queue/index.ts'
import type { ConsoleApp } from './console-app.ts'
import { isPossible, type DeskAction } from './desk-actions.ts'
import { addHold, heldSeconds, holdOf, type Hold } from './holds.ts'
import type { Runner } from './run-one.ts'
import { clockSkewMs } from './ticket-time.ts'

/** Actions that need no further word. */
export type PlainAction = Exclude<DeskAction, 'park' | 'transfer' | 'note' | 'pause'>

/** What is asked for one ticket, in hand or in a list, with what the server wants to know for it. */
export type TicketAsk =
  | { readonly type: 'rejoin' | 'return' | 'check-in' }
  | { readonly type: 'call'; readonly reason: CallReason }
  | { readonly type: 'park'; readonly room: string }
  | { readonly type: 'transfer'; readonly to: TransferTarget }
  | { readonly type: 'prioritise'; readonly priority: PriorityReason }
  | { readonly type: 'note'; readonly text: string }

/** The officer's actions at a counter and on tickets. Each answers whether it was done; a refusal is a sentence in `app.problem`. */
export type Desk = {
  readonly busy: ReadonlySignal<string | null>
  /** A sentence for a screen reader about what has just happened. */
  readonly said: ReadonlySignal<string>
  /** Actions on the ticket in hand that the server takes again only later. */
  readonly holds: ReadonlySignal<readonly Hold[]>
  signIn(username: string, password: string): Promise<boolean>
  signOut(): Promise<void>
  open(counter: string): Promise<void>
  act(action: PlainAction): Promise<void>
  ask(ticket: Pick<OfficerTicket, 'id' | 'label'>, ask: TicketAsk): Promise<boolean>
  /** Stops calling for a while, with a reason for the public; null goes on. */
  pause(reason: string | null): Promise<boolean>
  /** Whether the server would refuse the action on the ticket in hand for being too soon. */
  isHeld(action: DeskAction): boolean
  /** True when the ticket in hand was called from this page, not from another or before a reload. */
  isCalledHere(ticket: string): boolean
}

export function createDesk(app: ConsoleApp, { busy, isAwaited, run }: Runner): Desk {
  const { t } = app.text
  const said = signal('')
  const holds = signal<readonly Hold[]>([])
  const calledHere = new Set<string>()
  const serverNow = (): number => Date.now() - app.skewMs.peek()

  async function post(path: string, body?: unknown): Promise<void> {
    app.counter.value = await app.call<OfficerCounter>('POST', path, body === undefined ? undefined : { body })
  }
  function noteCall(): void {
    const current = app.counter.peek()?.current
    if (!current) return
    calledHere.add(current.id)
    if (current.calledAt) app.skewMs.value = clockSkewMs(current.calledAt, Date.now())
    said.value = t('officer.said.called', { label: current.label })
  }
  async function actOnTicket(action: PlainAction, ticket: OfficerTicket): Promise<void> {
    // Known before the answer, because the socket may tell of the new talk first.
    if (action === 'recall') calledHere.add(ticket.id)
    await post(`${pathOf(ticket)}/${action}`)
    if (action === 'recall') noteCall()
    said.value = t(`officer.said.${action}`, { label: ticket.label })
  }

  return {
    busy,
    said,
    holds,
    async signIn(username, password) {
      const { isDone } = await run('sign-in', async () => {
        await app.call('POST', '/api/officer/session', { body: { username, password } })
        app.socket.reconnect()
        await app.load()
      })
      return isDone
    },
    async signOut() {
      await run('sign-out', async () => {
        await app.call('DELETE', '/api/session')
        app.signOut()
      })
    },
    async open(counter) {
      const { isDone } = await run('open', async () => {
        await post(`/api/officer/counters/${encodeURIComponent(counter)}/open`)
        app.settings.lastCounter.value = counter
      })
      // Somebody else may sit there: show who.
      if (!isDone && app.phase.peek() === 'choosing') {
        const problem = app.problem.peek()
        await app.load()
        app.problem.value ??= problem
      }
    },
    async act(action) {
      const now = app.counter.peek()
      // What the key meant is read off the screen, and that may be behind; the window before a closing has asked already.
      if (!now || !isPossible(action, now) || (action !== 'close' && isAwaited())) return
      const path = `/api/officer/counters/${encodeURIComponent(now.counter.id)}`
      const outcome = await run(action, async () => {
        if (action === 'close') {
          await app.call('POST', `${path}/close`)
          batch(() => {
            app.counter.value = null
            said.value = t('officer.said.close')
          })
        } else if (action === 'next') {
          await post(`${path}/next`, now.current ? { after: { type: 'finish' } } : undefined)
          noteCall()
        } else if (now.current) await actOnTicket(action, now.current)
      })
      if (outcome.isDone || !now.current) return
      const hold = holdOf(outcome.error, { ticket: now.current.id, action }, serverNow())
      if (hold) holds.value = addHold(holds.peek(), hold, serverNow())
    },
    async ask(ticket, { type, ...body }) {
      const { isDone } = await run(type, async () => {
        if (type === 'call') calledHere.add(ticket.id)
        await post(`${pathOf(ticket)}/${type}`, Object.keys(body).length === 0 ? undefined : body)
        if (type === 'call') noteCall()
        else said.value = t(`officer.said.${type}`, { label: ticket.label })
      })
      return isDone
    },
    async pause(reason) {
      const now = app.counter.peek()
      if (!now) return false
      const { isDone } = await run('pause', async () => {
        await post(`/api/officer/counters/${encodeURIComponent(now.counter.id)}/pause`, { reason })
        said.value = t(reason === null ? 'officer.said.go-on' : 'officer.said.pause')
      })
      return isDone
    },
    isHeld(action) {
      const current = app.counter.peek()?.current
      return current ? heldSeconds(holds.peek(), { ticket: current.id, action }, serverNow()) > 0 : false
    },
    isCalledHere: (ticket) => busy.peek() === 'next' || calledHere.has(ticket),
  }
}

function pathOf(ticket: Pick<OfficerTicket, 'id'>): string {
  return `/api/officer/tickets/${encodeURIComponent(ticket.id)}`
}
