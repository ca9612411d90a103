import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals'
import type {
  AgencyStateView,
  CatalogueResponse,
  ConfigResponse,
  QueueSummary,
  Region,
  SessionView,
  TicketView,
} from '../../../api/index.ts'
import { createServiceSocket, serviceSocketUrl, wakeSocket, type ApiCall, type ServiceSocket, type Text } from '../../shared/index.ts'
import type { BackStack } from './back-stack.ts'
import { createDataMeter, type DataMeter } from './data-meter.ts'
import type { Panel } from './panel.ts'
import { foremostTicket, putTicket } from './ticket-state.ts'

/** What the citizen's page knows; every part of the page reads these signals, whichever skin shows it. */
export type CitizenApp = {
  readonly text: Text
  /** Where the page, or the mall over it, is; components and effects that read it follow it. */
  readonly region: Region | null
  /** Goes over to another region: its queue is asked for, and its catalogue where that is not given; tickets stay. */
  moveTo(region: Region, catalogue: CatalogueResponse | null): void
  readonly config: ConfigResponse
  readonly call: ApiCall
  readonly socket: ServiceSocket
  readonly session: Signal<SessionView | null>
  readonly tickets: Signal<readonly TicketView[]>
  readonly foremost: ReadonlySignal<TicketView | null>
  readonly queue: Signal<QueueSummary | null>
  /** Of `region`; fetched once, when first asked for. */
  readonly catalogue: ReadonlySignal<CatalogueResponse | null>
  loadCatalogue(): Promise<CatalogueResponse>
  /** What the agencies of `region` can do today, by slug; empty until it was asked for. */
  readonly agencies: Signal<ReadonlyMap<string, AgencyStateView>>
  /** Set while one stands in the mall: shows the way to the counter of a ticket. */
  readonly showWay: Signal<((ticket: TicketView) => void) | null>
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
  const { call, backStack } = options
  const place = signal(options.region)
  const session = signal<SessionView | null>(null)
  const tickets = signal<readonly TicketView[]>([])
  const queue = signal<QueueSummary | null>(null)
  const catalogue = signal<CatalogueResponse | null>(null)
  const agencies = signal<ReadonlyMap<string, AgencyStateView>>(new Map())
  const panel = signal<Panel | null>(null)
  const meter = createDataMeter()
  const socket = createServiceSocket({ url: serviceSocketUrl(location, options.text.language), onBytes: meter.add })
  wakeSocket(socket)
  let loading: Promise<CatalogueResponse> | null = null
  const watch = () => {
    if (place.value) socket.send({ type: 'watch', region: place.value.slug })
  }
  let release: (() => void) | null = null

  socket.on('hello', ({ role }) => {
    watch()
    // The server no longer knows us: say so at the next action, not by a number that stands still.
    if (role === 'visitor' && session.value) {
      session.value = null
      tickets.value = []
    }
  })
  socket.on('queue', ({ summary }) => {
    if (summary.region === place.value?.slug) queue.value = summary
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
    get region() {
      return place.value
    },
    moveTo(region, given) {
      if (region.slug === place.value?.slug) return
      loading = given && Promise.resolve(given)
      place.value = region
      catalogue.value = given
      queue.value = null
      agencies.value = new Map()
      watch()
    },
    showWay: signal(null),
    meter,
    socket,
    session,
    tickets,
    queue,
    catalogue,
    agencies,
    panel,
    foremost: computed(() => foremostTicket(tickets.value)),
    loadCatalogue() {
      const slug = place.value?.slug ?? ''
      loading ??= call<CatalogueResponse>('GET', `/api/regions/${slug}/catalogue`).then(
        (answer) => {
          if (place.value?.slug === slug) catalogue.value = answer
          return answer
        },
        (error: unknown) => {
          if (place.value?.slug === slug) loading = null
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
