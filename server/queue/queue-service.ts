import { CodedError } from '@balai/engine/core'
import type { CounterStream, QueueSummary } from '../../game/api/index.ts'
import type { QueueEvent } from '../../game/queue/index.ts'
import type { Malls } from '../mall/index.ts'
import type { Log } from '../identity/index.ts'
import type { Store, TicketRow } from '../store/index.ts'
import { createChangeFeed } from './change-feed.ts'
import { commandTicket } from './command-ticket.ts'
import { createCounterDesk, type CounterDesk } from './counter-desk.ts'
import { createTicketIssue, type IssueRequest } from './issue-ticket.ts'
import { createOfficeCalendar } from './office-calendar.ts'
import type { QueueActor } from './queue-actor.ts'
import { createQueueActors, loadTogether, type PlacedTicket, type QueueActors } from './queue-actors.ts'
import { createQueueEmitter, type QueueEmitter } from './queue-events.ts'
import { summarize } from './queue-summary.ts'
import { createPastDays } from './expire-past.ts'

/**
 * The queues of every region, over the store. Every promise resolves after the commit.
 * Refusals are CodedError of apiErrors or queueErrors.
 */
export type QueueService = {
  readonly events: QueueEmitter
  readonly actors: QueueActors
  readonly desk: CounterDesk
  /** Brings back the counters that were open and the tickets in hand. Call once, before the first request. */
  start(): Promise<void>
  /** Takes a ticket. The same key with the same request gives the same ticket; with another, `idempotency-mismatch`. */
  issue(request: IssueRequest): Promise<PlacedTicket>
  /** The citizen gives the place up. */
  cancel(ticket: string, citizen: string): Promise<PlacedTicket>
  find(ticket: string): Promise<PlacedTicket | null>
  /** The citizen's rows of today and of the week before, newest first. */
  rowsOf(citizen: string): Promise<TicketRow[]>
  summary(region: string): Promise<QueueSummary>
  /** The picture of a counter, for the summary. */
  setStream(counter: string, stream: CounterStream): void
  streamOf(counter: string): CounterStream
  /** Closes lines of past days: who still waits there is expired. @returns how many tickets. */
  expirePast(): Promise<number>
  /** Tells every region in memory to be looked at again: estimates move with time alone. */
  refresh(): void
  close(): void
}

const weekMs = 7 * 86_400_000
const noStream: CounterStream = { state: 'off', playlist: null }
const regionIntervalMs = 250

export function createQueueService(options: { store: Store; clock: () => number; malls: Malls; log: Log }): QueueService {
  const { store, clock, malls, log } = options
  const events = createQueueEmitter()
  const streams = new Map<string, CounterStream>()
  const feed = createChangeFeed({ intervalMs: regionIntervalMs, clock, tell: (region) => events.emit('region', region) })

  const actors = createQueueActors({
    store,
    malls,
    clock,
    calendar: createOfficeCalendar(),
    onCommitted(actor, committed) {
      for (const event of committed) tellTicket(actor, event)
      feed.mark(actor.region)
    },
    onDropped(actor, error) {
      log({ region: actor.region, group: actor.group, error }, 'a write to the queue failed; its state is read again')
      feed.mark(actor.region)
    },
  })
  function tellTicket(actor: QueueActor, event: QueueEvent): void {
    const ticket = actor.peek()?.tickets.get(event.ticket)
    if (ticket !== undefined) events.emit('ticket', { event, placed: actors.place(actor, { ...ticket }) })
  }
  const desk = createCounterDesk({
    store,
    malls,
    clock,
    actors,
    onChanged(counter, officer) {
      feed.mark(counter.region)
      events.emit('counter', { region: counter.region, counter: counter.id, officer })
    },
  })
  const issue = createTicketIssue({ store, malls, clock, actors })

  return {
    events,
    actors,
    desk,
    issue,
    async start() {
      await desk.restore()
    },
    async cancel(ticket, citizen) {
      const found = await actors.find(ticket)
      if (found === null || found.placed.ticket.citizen !== citizen)
        throw new CodedError('unknown-ticket', 'no such ticket of this citizen')
      return commandTicket({ actors, actor: found.actor, command: { type: 'cancel', ticket, citizen, atMs: clock() } })
    },
    async find(ticket) {
      return (await actors.find(ticket))?.placed ?? null
    },
    rowsOf: (citizen) => store.ticketsOf(citizen, clock() - weekMs),
    async summary(region) {
      const days = await loadTogether(actors.ofRegion(region))
      return summarize({
        region,
        day: actors.dayNow(region),
        days,
        malls,
        nowMs: clock(),
        desk,
        streamOf: (id) => streams.get(id) ?? noStream,
      })
    },
    setStream(id, stream) {
      const counter = malls.counter(id)
      if (counter === null) return
      streams.set(id, stream)
      feed.mark(counter.region)
      events.emit('counter', { region: counter.region, counter: id, officer: desk.officerAt(id) })
    },
    streamOf: (id) => streams.get(id) ?? noStream,
    expirePast: createPastDays({ store, actors, clock, malls }),
    refresh() {
      for (const region of new Set(actors.all().map((actor) => actor.region))) feed.mark(region)
    },
    close() {
      feed.close()
      events.removeAllListeners()
    },
  }
}
