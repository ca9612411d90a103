import { CodedError } from '@balai/engine/core'
import { computed, effect, signal, type ReadonlySignal, type Signal } from '@preact/signals'
import type {
  AgenciesResponse,
  AgencyStateView,
  CatalogueResponse,
  KioskPrintResponse,
  KioskRequest,
  KioskTicket,
  QueueSummary,
  WingSlug,
} from '../../../api/index.ts'
import type { PriorityReason } from '../../../queue/index.ts'
import { callSentence, createServiceSocket, newRequestKey, serviceSocketUrl, wakeSocket } from '../../shared/index.ts'
import type { ApiCall, Language, Text } from '../../shared/index.ts'
import { forgetKey } from '../pairing.ts'
import { createDocumentPrinter, type DocumentPrinter } from './document-printer.ts'
import { lineStates, type LineState } from './line-state.ts'
import { addUse, loadUses, saveUses, type Uses } from './most-used.ts'
import { createNumberTaker, type NumberTaker } from './number-taker.ts'
import { leaveAfterS, type Step } from './step.ts'
import { createWishes } from './wishes.ts'

/** One kiosk: the screen that is shown, what the mall is like now, and what a touch does. */
export type KioskApp = {
  readonly catalogue: CatalogueResponse
  readonly printsAlone: boolean
  readonly printsDocuments: boolean
  readonly text: ReadonlySignal<Text>
  readonly step: ReadonlySignal<Step>
  readonly lines: ReadonlySignal<readonly LineState[]>
  /** As counted when this person began: no tile moves under a finger. */
  readonly uses: ReadonlySignal<Uses>
  readonly priority: Signal<PriorityReason | null>
  readonly isLost: ReadonlySignal<boolean>
  /** Seconds until the start is shown; null while the screen stays. */
  readonly secondsLeft: ReadonlySignal<number | null>
  readonly taker: NumberTaker
  readonly printer: DocumentPrinter
  /** What a search by code was answered; null when nothing was wrong. */
  readonly codeProblem: Signal<string | null>
  begin(language: Language): void
  openWing(wing: WingSlug): void
  openLine(group: string, from: 'wings' | 'lines'): void
  take(group: string, service: string | null): void
  openCode(): void
  openPrint(): void
  /** Opens the ticket of a code again: the same number, never a new one. */
  find(code: string): Promise<void>
  back(): void
  restart(): void
  /** Somebody is here: the seconds begin anew. */
  stay(): void
}

const stateEveryMs = 60_000
const ticketEveryMs = 8_000
const takeWithinMs = 6_000

/** Runs for as long as the page lives. */
export function createKioskApp(options: {
  readonly texts: Readonly<Record<Language, Text>>
  readonly calls: Readonly<Record<Language, ApiCall>>
  readonly catalogue: CatalogueResponse
  readonly queue: QueueSummary
  readonly printsAlone: boolean
  readonly printsDocuments: boolean
  readonly store: Storage | null
}): KioskApp {
  const { texts, calls, catalogue, store } = options
  const region = catalogue.region.slug
  const path = `/api/regions/${encodeURIComponent(region)}`
  const language = signal<Language>('id')
  const step = signal<Step>({ kind: 'start' })
  const queue = signal(options.queue)
  const agencies = signal<readonly AgencyStateView[] | null>(null)
  const uses = signal(loadUses(region, store))
  const priority = signal<PriorityReason | null>(null)
  const codeProblem = signal<string | null>(null)
  const isLost = signal(!navigator.onLine)
  const now = signal(Date.now())
  const touchedAt = signal(Date.now())
  const text = computed(() => texts[language.value])
  const call: ApiCall = (method, to, how) => calls[language.value](method, to, how)

  const taker = createNumberTaker({
    wishes: createWishes({ store, newKey: newRequestKey, clock: Date.now }),
    send: (request, key) =>
      call<KioskTicket>('POST', '/api/kiosk/tickets', { body: request, idempotencyKey: key, timeoutMs: takeWithinMs }),
    onNumber(found) {
      saveUses(region, addUse(loadUses(region, store), found.ticket.group), store)
      show({ kind: 'number', found, isNew: true })
    },
    onUnpaired() {
      forgetKey(region, store)
      show({ kind: 'unpaired' })
    },
    later(then, ms) {
      const timer = setTimeout(then, ms)
      return () => clearTimeout(timer)
    },
  })

  const printer = createDocumentPrinter({
    send: (request) => call<KioskPrintResponse>('POST', '/api/kiosk/prints', { body: { region, ...request }, timeoutMs: takeWithinMs }),
    onUnpaired() {
      forgetKey(region, store)
      show({ kind: 'unpaired' })
    },
    sentence: (error) => callSentence(error, text.peek().t),
  })

  function show(next: Step): void {
    stay()
    step.value = next
  }
  function stay(): void {
    touchedAt.value = Date.now()
    now.value = touchedAt.value
  }
  function restart(): void {
    taker.leave()
    printer.begin()
    priority.value = null
    codeProblem.value = null
    language.value = 'id'
    uses.value = loadUses(region, store)
    show({ kind: 'start' })
  }
  function back(): void {
    const from = step.peek()
    taker.leave()
    if (from.kind === 'print' && printer.back()) return stay()
    if (from.kind === 'lines') show({ kind: 'wings' })
    else if (from.kind === 'services') show(from.from === 'wings' ? { kind: 'wings' } : { kind: 'lines', wing: wingOf(from.group) })
    else if (from.kind === 'taking' && from.from.kind === 'services') show(from.from)
    else restart()
  }
  function wingOf(group: string): WingSlug {
    return catalogue.agencies.find((agency) => agency.groups.some(({ slug }) => slug === group))?.wing ?? 'kependudukan'
  }
  async function find(code: string): Promise<void> {
    codeProblem.value = null
    try {
      const found = await call<KioskTicket>('GET', `/api/kiosk/tickets/${encodeURIComponent(code)}`)
      if (step.peek().kind === 'code') show({ kind: 'number', found, isNew: false })
    } catch (error) {
      codeProblem.value = callSentence(error, text.peek().t)
    }
  }
  async function renewTicket(): Promise<void> {
    const shown = step.peek()
    if (shown.kind !== 'number') return
    try {
      const found = await call<KioskTicket>('GET', `/api/kiosk/tickets/${encodeURIComponent(shown.found.code)}`)
      if (step.peek() === shown) step.value = { ...shown, found }
    } catch {
      // What was true a moment ago stays on the screen.
    }
  }
  async function renewAgencies(): Promise<void> {
    try {
      agencies.value = (await call<AgenciesResponse>('GET', `${path}/agencies`)).agencies
    } catch {
      // A number is asked for all the same: the server says when it gives none.
    }
  }

  const secondsLeft = computed(() => {
    const wholeS = leaveAfterS(step.value)
    return wholeS === null ? null : Math.max(0, Math.ceil(wholeS - (now.value - touchedAt.value) / 1000))
  })
  effect(() => {
    if (secondsLeft.value === 0) restart()
  })
  effect(() => {
    document.documentElement.lang = language.value
  })
  setInterval(() => {
    now.value = Date.now()
  }, 500)
  for (const type of ['pointerdown', 'keydown', 'wheel'] as const) window.addEventListener(type, stay, { passive: true })
  setInterval(() => void renewAgencies(), stateEveryMs)
  setInterval(() => void renewTicket(), ticketEveryMs)
  void renewAgencies()

  const socket = createServiceSocket({ url: serviceSocketUrl(location, 'id') })
  wakeSocket(socket)
  socket.on('hello', () => socket.send({ type: 'watch', region }))
  socket.on('queue', ({ summary }) => {
    if (summary.region === region) queue.value = summary
  })
  socket.on('counter', ({ region: where, counter }) => {
    if (where !== region) return
    const counters = queue.value.counters.map((row) => (row.counter === counter.counter ? counter : row))
    queue.value = { ...queue.value, counters }
  })
  socket.state.subscribe((state) => {
    if (state === 'open') {
      isLost.value = false
      taker.retry()
      if (agencies.peek() === null) void renewAgencies()
    } else if (state === 'waiting') isLost.value = true
  })
  // A pulled cable is known at once; a dead line would be found only by its next ping.
  window.addEventListener('offline', () => {
    isLost.value = true
  })
  window.addEventListener('online', () => socket.reconnect())

  // Somebody asked, the page was loaded again, and no answer had come: they are still here.
  taker.resume()
  if (taker.taking.peek()) show({ kind: 'taking', from: { kind: 'start' } })

  return {
    catalogue,
    printsAlone: options.printsAlone,
    printsDocuments: options.printsDocuments,
    text,
    step,
    lines: computed(() => lineStates({ catalogue, queue: queue.value, agencies: agencies.value })),
    uses,
    priority,
    isLost,
    secondsLeft,
    taker,
    printer,
    codeProblem,
    begin(chosen) {
      language.value = chosen
      show({ kind: 'wings' })
    },
    openWing: (wing) => show({ kind: 'lines', wing }),
    openLine: (group, from) => show({ kind: 'services', group, from }),
    take(group, service) {
      const request: KioskRequest = { region, group, service, priority: priority.peek() }
      show({ kind: 'taking', from: step.peek() })
      taker.take(request)
    },
    openCode: () => show({ kind: 'code' }),
    openPrint() {
      printer.begin()
      show({ kind: 'print' })
    },
    find,
    back,
    restart,
    stay,
  }
}

/** What a kiosk needs before it can begin. @throws CodedError of the API */
export async function loadKiosk(call: ApiCall, region: string): Promise<{ catalogue: CatalogueResponse; queue: QueueSummary }> {
  const path = `/api/regions/${encodeURIComponent(region)}`
  const [catalogue, queue] = await Promise.all([
    call<CatalogueResponse>('GET', `${path}/catalogue`),
    call<QueueSummary>('GET', `${path}/queue`),
  ])
  return { catalogue, queue }
}

/** True when the region of the address does not exist. */
export function isUnknownRegion(error: unknown): boolean {
  return error instanceof CodedError && error.code === 'unknown-region'
}
