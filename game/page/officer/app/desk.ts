import { CodedError } from '@balai/engine/core'
import { batch, effect, signal, type ReadonlySignal } from '@preact/signals'
import type { OfficerCounter, OfficerTicket } from '../../../api/index.ts'
import { isUnanswered } from '../../shared/index.ts'
import type { ConsoleApp } from './console-app.ts'
import { isPossible, type DeskAction } from './desk-actions.ts'
import { addMissed, missedFor, readMissed, removeMissed, type MissedList, type MissedTicket } from './missed-tickets.ts'
import { clockSkewMs } from './ticket-time.ts'

type Outcome = { readonly isDone: boolean; readonly code: string | null }
type Busy = DeskAction | 'open' | 'sign-in' | 'sign-out'

/** The officer's actions. One at a time: what is pressed while one is on its way is not sent. */
export type Desk = {
  readonly busy: ReadonlySignal<Busy | null>
  /** A sentence for a screen reader about what has just happened. */
  readonly said: ReadonlySignal<string>
  /** Did not come when called today. */
  readonly missed: ReadonlySignal<readonly MissedTicket[]>
  signIn(username: string, password: string): Promise<boolean>
  signOut(): Promise<void>
  open(counter: string): Promise<void>
  act(action: DeskAction): Promise<void>
  /** Calls somebody again who was missed. */
  callMissed(ticket: MissedTicket): Promise<void>
  /** True when the ticket in hand was called from this page, not from another or before a reload. */
  isCalledHere(ticket: string): boolean
}

/** @param storage keeps the missed over a reload, as long as the tab lives. */
export function createDesk(app: ConsoleApp, storage: Storage | null): Desk {
  const { t } = app.text
  const busy = signal<Busy | null>(null)
  const said = signal('')
  const missedList = signal<MissedList | null>(readMissed(storage?.getItem(missedName) ?? null))
  const missed = signal<readonly MissedTicket[]>([])
  const calledHere = new Set<string>()

  async function run(name: Busy, work: () => Promise<void>): Promise<Outcome> {
    if (busy.peek() !== null) return { isDone: false, code: null }
    busy.value = name
    try {
      await work()
      app.problem.value = null
      return { isDone: true, code: null }
    } catch (error) {
      app.fail(error)
      await lookAgain(error)
      return { isDone: false, code: error instanceof CodedError ? error.code : null }
    } finally {
      busy.value = null
    }
  }
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
  async function post(path: string): Promise<void> {
    app.counter.value = await app.call<OfficerCounter>('POST', path)
  }
  function keepMissed(change: (list: MissedList) => MissedList): void {
    const now = app.counter.peek()
    if (now) missedList.value = change(missedFor(missedList.peek(), { counter: now.counter.id, day: now.day }))
  }
  function noteCall(): void {
    const current = app.counter.peek()?.current
    if (!current) return
    calledHere.add(current.id)
    if (current.calledAt) app.skewMs.value = clockSkewMs(current.calledAt, Date.now())
    said.value = t('officer.said.called', { label: current.label })
  }
  async function actOnTicket(action: DeskAction, ticket: OfficerTicket): Promise<void> {
    // Known before the answer, because the socket may tell of the new talk first.
    if (action === 'recall') calledHere.add(ticket.id)
    await post(`/api/officer/tickets/${encodeURIComponent(ticket.id)}/${action}`)
    if (action === 'recall') noteCall()
    if (action === 'miss') keepMissed((list) => addMissed(list, ticket))
    said.value = t(`officer.said.${action}`, { label: ticket.label })
  }

  effect(() => {
    const now = app.counter.value
    if (!now) return
    let list = missedFor(missedList.value, { counter: now.counter.id, day: now.day })
    if (now.current) list = removeMissed(list, now.current.id)
    missed.value = list.tickets
    try {
      storage?.setItem(missedName, JSON.stringify(list))
    } catch {
      // Kept on the page alone.
    }
  })

  return {
    busy,
    said,
    missed,
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
      if (!now || !isPossible(action, now)) return
      const path = `/api/officer/counters/${encodeURIComponent(now.counter.id)}`
      await run(action, async () => {
        if (action === 'close') {
          await app.call('POST', `${path}/close`)
          batch(() => {
            app.counter.value = null
            said.value = t('officer.said.close')
          })
        } else if (action === 'next') {
          await post(`${path}/next`)
          noteCall()
        } else if (now.current) await actOnTicket(action, now.current)
      })
    },
    async callMissed(ticket) {
      if (app.counter.peek()?.current) return
      const { code } = await run('recall', async () => {
        calledHere.add(ticket.id)
        await post(`/api/officer/tickets/${encodeURIComponent(ticket.id)}/recall`)
        noteCall()
      })
      // Called elsewhere, ended, or the person took a new number: calling again will not bring this one back.
      if (code !== null && goneCodes.includes(code)) keepMissed((list) => removeMissed(list, ticket.id))
    },
    isCalledHere: (ticket) => busy.peek() === 'next' || calledHere.has(ticket),
  }
}

const missedName = 'balai.officer.missed'
const goneCodes: readonly string[] = ['wrong-state', 'unknown-ticket', 'already-waiting']
const lookAgainCodes: readonly string[] = ['wrong-state', 'counter-busy', 'counter-closed', 'unknown-ticket', 'nobody-waiting']
