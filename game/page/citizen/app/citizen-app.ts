import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals'
import type { CatalogueResponse, ConfigResponse, QueueSummary, Region, SessionView, TicketView } from '../../../api/index.ts'
import { createServiceSocket, serviceSocketUrl, wakeSocket, type ApiCall, type ServiceSocket, type Text } from '../../shared/index.ts'
import type { BackStack } from './back-stack.ts'
import { createDataMeter, type DataMeter } from './data-meter.ts'
import type { Panel } from './panel.ts'
import { foremostTicket, putTicket } from './ticket-state.ts'

/** What the citizen's page knows; every part of the page reads these signals, whichever skin shows it. */
export type CitizenApp = {
  readonly text: Text
  readonly region: Region | null
  readonly config: ConfigResponse
  readonly call: ApiCall
  readonly socket: ServiceSocket
  readonly session: Signal<SessionView | null>
  readonly tickets: Signal<readonly TicketView[]>
  readonly foremost: ReadonlySignal<TicketView | null>
  readonly queue: Signal<QueueSummary | null>
  /** Fetched once, when first asked for. */
  readonly catalogue: ReadonlySignal<CatalogueResponse | null>
  loadCatalogue(): Promise<CatalogueResponse>
  readonly panel: ReadonlySignal<Panel | null>
  /** Puts a sheet over the page, in place of the one that lies there. */
  open(panel: Panel): void
  close(): void
  readonly backStack: BackStack
  readonly meter: DataMeter
}

export type AppOptions = {
  readonly text: Text
  readonly region: Region | null
  readonly config: ConfigResponse
  readonly call: ApiCall
  readonly backStack: BackStack
}

/** The page's state and its line to the server. Lives as long as the page. */
export function createCitizenApp(options: AppOptions): CitizenApp {
  const { region, call, backStack } = options
  const session = signal<SessionView | null>(null)
  const tickets = signal<readonly TicketView[]>([])
  const queue = signal<QueueSummary | null>(null)
  const catalogue = signal<CatalogueResponse | null>(null)
  const panel = signal<Panel | null>(null)
  const meter = createDataMeter()
  const socket = createServiceSocket({ url: serviceSocketUrl(location, options.text.language), onBytes: meter.add })
  wakeSocket(socket)
  let loading: Promise<CatalogueResponse> | null = null
  let release: (() => void) | null = null

  socket.on('hello', ({ role }) => {
    if (region) socket.send({ type: 'watch', region: region.slug })
    // The server no longer knows us: say so at the next action, not by a number that stands still.
    if (role === 'visitor' && session.value) {
      session.value = null
      tickets.value = []
    }
  })
  socket.on('queue', ({ summary }) => {
    if (summary.region === region?.slug) queue.value = summary
  })
  socket.on('counter', ({ region: of, counter }) => {
    const now = queue.value
    if (!now || of !== now.region) return
    queue.value = { ...now, counters: [...now.counters.filter((row) => row.counter !== counter.counter), counter] }
  })
  socket.on('ticket', ({ ticket }) => {
    tickets.value = putTicket(tickets.value, ticket)
  })
  socket.on('contact', ({ contact }) => {
    tickets.value = tickets.value.map((ticket) => (ticket.id === contact.ticket ? { ...ticket, contact } : ticket))
  })

  return {
    ...options,
    meter,
    socket,
    session,
    tickets,
    queue,
    catalogue,
    panel,
    foremost: computed(() => foremostTicket(tickets.value)),
    loadCatalogue() {
      loading ??= call<CatalogueResponse>('GET', `/api/regions/${region?.slug ?? ''}/catalogue`).then(
        (answer) => (catalogue.value = answer),
        (error: unknown) => {
          loading = null
          throw error
        },
      )
      return loading
    },
    open(next) {
      if (!panel.value) {
        release = backStack.push(() => {
          release = null
          panel.value = null
        })
      }
      panel.value = next
    },
    close() {
      panel.value = null
      release?.()
      release = null
    },
  }
}
