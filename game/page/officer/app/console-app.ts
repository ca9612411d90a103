import { CodedError } from '@balai/engine/core'
import { batch, computed, effect, signal, type ReadonlySignal, type Signal } from '@preact/signals'
import type { CatalogueResponse, ConfigResponse, ContactView, OfficerCounter, OfficerStart } from '../../../api/index.ts'
import {
  callSentence,
  createServiceSocket,
  serviceSocketUrl,
  wakeSocket,
  type ApiCall,
  type ServiceSocket,
  type Text,
} from '../../shared/index.ts'
import type { Settings } from './settings.ts'

/** Where the console stands. `failed`: the start could not be loaded; `problem` says why. */
type Phase = 'loading' | 'failed' | 'signed-out' | 'choosing' | 'open'

/** What the console knows: only what the server said last, nothing assumed. */
export type ConsoleApp = {
  readonly text: Text
  readonly config: ConfigResponse
  readonly call: ApiCall
  readonly socket: ServiceSocket
  readonly settings: Settings
  readonly phase: ReadonlySignal<Phase>
  readonly start: Signal<OfficerStart | null>
  readonly counter: Signal<OfficerCounter | null>
  /** The talk about the ticket in hand, until it ends. */
  readonly contact: ReadonlySignal<ContactView | null>
  /** Of the open counter's region. */
  readonly catalogue: ReadonlySignal<CatalogueResponse | null>
  /** A sentence about the last refusal; null when the last action worked. */
  readonly problem: Signal<string | null>
  /** By how much this machine's clock is ahead of the server's, ms. */
  readonly skewMs: Signal<number>
  /** The server's time as far as known, ms since 1970, once a second. */
  readonly now: ReadonlySignal<number>
  /** Loads who is signed in and which counter they hold. */
  load(): Promise<void>
  /** Asks the server for the open counter. */
  refresh(): Promise<void>
  /** Shows what went wrong; goes to the sign-in when the server no longer knows this officer. */
  fail(error: unknown): void
  signOut(): void
}

export type ConsoleOptions = {
  readonly text: Text
  readonly config: ConfigResponse
  readonly call: ApiCall
  readonly settings: Settings
}

const pollMs = 10_000

/** The console's state and its line to the server. Lives as long as the page. */
export function createConsoleApp(options: ConsoleOptions): ConsoleApp {
  const { call, text } = options
  const start = signal<OfficerStart | null>(null)
  const counter = signal<OfficerCounter | null>(null)
  const catalogue = signal<CatalogueResponse | null>(null)
  const problem = signal<string | null>(null)
  const entry = signal<'loading' | 'failed' | 'signed-out' | 'in'>('loading')
  const skewMs = signal(0)
  const region = computed(() => counter.value?.counter.region ?? null)
  const deviceNow = signal(Date.now())
  const socket = createServiceSocket({ url: serviceSocketUrl(location, text.language) })
  wakeSocket(socket)
  setInterval(() => {
    deviceNow.value = Date.now()
  }, 1000)

  function isSignedOut(error: unknown): boolean {
    return error instanceof CodedError && (error.code === 'sign-in-required' || (error.code === 'forbidden' && start.peek() === null))
  }
  function leave(): void {
    batch(() => {
      start.value = null
      counter.value = null
      entry.value = 'signed-out'
    })
  }
  function fail(error: unknown): void {
    const wasIn = entry.peek() === 'in'
    if (isSignedOut(error)) {
      leave()
      problem.value = wasIn ? text.t('officer.session-over') : null
      return
    }
    problem.value = callSentence(error, text.t)
  }
  async function load(): Promise<void> {
    if (entry.peek() === 'failed') entry.value = 'loading'
    try {
      const answer = await call<OfficerStart>('GET', '/api/officer')
      batch(() => {
        start.value = answer
        counter.value = answer.open
        entry.value = 'in'
        problem.value = null
      })
    } catch (error) {
      fail(error)
      if (entry.peek() === 'loading') entry.value = 'failed'
    }
  }
  async function refresh(): Promise<void> {
    try {
      counter.value = await call<OfficerCounter>('GET', '/api/officer/counter')
    } catch (error) {
      if (error instanceof CodedError && error.code === 'counter-closed') counter.value = null
      else throw error
    }
  }

  /** Requirements and fees. Serving goes on without them, so a failure is only said and tried again. */
  async function loadCatalogue(slug: string): Promise<void> {
    while (region.peek() === slug) {
      try {
        const answer = await call<CatalogueResponse>('GET', `/api/regions/${slug}/catalogue`)
        if (region.peek() === slug) catalogue.value = answer
        return
      } catch (error) {
        fail(error)
        await new Promise((done) => setTimeout(done, pollMs))
      }
    }
  }

  socket.on('hello', ({ role }) => {
    if (role === 'officer' || entry.peek() !== 'in') return
    leave()
    problem.value = text.t('officer.session-over')
  })
  socket.on('console', (event) => {
    counter.value = event.counter
  })
  socket.on('contact', ({ contact }) => {
    const now = counter.peek()
    if (now?.current?.id === contact.ticket) counter.value = { ...now, contact }
  })

  effect(() => {
    const slug = region.value
    if (slug === null || catalogue.peek()?.region.slug === slug) return
    catalogue.value = null
    void loadCatalogue(slug)
  })
  // While the line is down the list is asked for instead: calling and serving go on by HTTP alone.
  effect(() => {
    if (socket.state.value === 'open' || region.value === null) return
    const timer = setInterval(() => void refresh().catch(() => undefined), pollMs)
    return () => clearInterval(timer)
  })
  // Closed, here or elsewhere: the list to choose from is read anew, with who sits where by now.
  let wasOpen = false
  effect(() => {
    const isOpen = region.value !== null
    if (wasOpen && !isOpen && entry.peek() === 'in') void load()
    wasOpen = isOpen
  })

  return {
    ...options,
    socket,
    start,
    counter,
    catalogue,
    problem,
    skewMs,
    load,
    refresh,
    fail,
    phase: computed(() => {
      if (entry.value !== 'in') return entry.value
      return counter.value ? 'open' : 'choosing'
    }),
    contact: computed(() => {
      const contact = counter.value?.contact ?? null
      return contact && contact.state !== 'ended' ? contact : null
    }),
    now: computed(() => deviceNow.value - skewMs.value),
    signOut() {
      leave()
      problem.value = null
      socket.reconnect()
    },
  }
}
