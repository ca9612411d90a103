import { CodedError } from '@balai/engine/core'
import type { CounterStream, QueueSummary, StatisticsResponse } from '../../game/api/index.ts'
import { slotHeld, type TicketEvent } from '../../game/queue/index.ts'
import type { Malls } from '../mall/index.ts'
import { deriveKeys, type Log } from '../identity/index.ts'
import type { Store, TicketRow } from '../store/index.ts'
import { createAgencyStates, type AgencyStates } from './agency-states.ts'
import { createChangeFeed } from './change-feed.ts'
import { commandLine, commandTicket, type TicketCommand } from './command-ticket.ts'
import { createCounterDesk, type CounterDesk } from './counter-desk.ts'
import { createTicketForwarder } from './forward-tickets.ts'
import { createTicketIssue, isGuest, type IssueRequest } from './issue-ticket.ts'
import { createLineDesk, drawRelease, type LineDesk } from './line-desk.ts'
import { createLinePolicies, type LinePolicies } from './line-policies.ts'
import { createOfficeCalendar } from './office-calendar.ts'
import type { QueueActor } from './queue-actor.ts'
import { createQueueActors, loadTogether, type PlacedTicket, type QueueActors } from './queue-actors.ts'
import { createQueueEmitter, type QueueEmitter } from './queue-events.ts'
import { summarize } from './queue-summary.ts'
import { createPastDays } from './expire-past.ts'
import { dayCsv, dayStatistics } from './statistics.ts'
import { createTicketCodes, type TicketCodes } from './ticket-codes.ts'

/**
 * The queues of every region, over the store. Every promise resolves after the commit.
 * Refusals are CodedError of apiErrors or queueErrors.
 */
export type QueueService = {
  readonly events: QueueEmitter
  readonly actors: QueueActors
  readonly desk: CounterDesk
  readonly lines: LineDesk
  readonly states: AgencyStates
  readonly policies: LinePolicies
  readonly codes: TicketCodes
  /** Brings back the counters that were open and the tickets in hand. Call once, before the first request. */
  start(): Promise<void>
  /** Takes a number or books a slot. The same key with the same request gives the same ticket; with another, `idempotency-mismatch`. */
  issue(request: IssueRequest): Promise<PlacedTicket>
  /** What the citizen does with their own place. @throws unknown-ticket for somebody else's, and the refusals of the queue */
  act(ticket: string, citizen: string, action: PersonAction): Promise<PlacedTicket>
  /** A kiosk's ticket becomes this person's; its place does not move. @throws unknown-ticket, already-waiting */
  claim(ticket: string, citizen: string): Promise<PlacedTicket>
  find(ticket: string): Promise<PlacedTicket | null>
  /** The citizen's rows of today and of the week before, newest first. */
  rowsOf(citizen: string): Promise<TicketRow[]>
  summary(region: string): Promise<QueueSummary>
  /** The picture of a counter, for the summary. */
  setStream(counter: string, stream: CounterStream): void
  streamOf(counter: string): CounterStream
  /** Lines of a past or present day, for proofs and statistics; those that are not in memory are read for it alone. */
  linesOf(region: string, day: string): Promise<QueueActor[]>
  /** The slots of a day that are still to come, and how many places each has left. */
  slots(region: string, group: string, day: string): Promise<{ at: string; free: number }[]>
  /** Figures of a day, of one agency or all (null), and the same as CSV. */
  statistics(region: string, agency: string | null, day: string): Promise<StatisticsResponse>
  statisticsCsv(region: string, agency: string | null, day: string): Promise<string>
  /** Closes lines of past days: who still waits there is expired. @returns how many tickets. */
  expirePast(): Promise<number>
  /**
   * Asks who is near the front and at home whether they are ready, ends the lines of agencies whose day is over, and brings tickets on that were
   * sent to another line and did not arrive.
   */
  tend(): Promise<void>
  /** Tells every region in memory to be looked at again: estimates move with time alone. */
  refresh(): void
  close(): void
}
export type PersonAction = 'cancel' | 'check-in' | 'ready' | 'rejoin' | 'return'

const weekMs = 7 * 86_400_000
const noStream: CounterStream = { state: 'off', playlist: null }
const regionIntervalMs = 250

export function createQueueService(options: {
  store: Store
  clock: () => number
  malls: Malls
  log: Log
  /** The install's secret, 32 bytes or more. */
  secret: Uint8Array
  isDemo: boolean
}): QueueService {
  const { store, clock, malls, log, secret, isDemo } = options
  const events = createQueueEmitter()
  const streams = new Map<string, CounterStream>()
  const feed = createChangeFeed({ intervalMs: regionIntervalMs, clock, tell: (region) => events.emit('region', region) })
  const calendar = createOfficeCalendar()
  const policies = createLinePolicies({ store, clock, dayNow: (region) => actors.dayNow(region) })

  const actors = createQueueActors({
    store,
    malls,
    clock,
    calendar,
    policyOf: policies.of,
    onCommitted(actor, committed) {
      for (const event of committed) if ('ticket' in event) tellTicket(actor, event)
      feed.mark(actor.region)
    },
    onDropped(actor, error) {
      log({ region: actor.region, group: actor.group, error }, 'a write to the queue failed; its state is read again')
      feed.mark(actor.region)
    },
  })
  function tellTicket(actor: QueueActor, event: TicketEvent): void {
    const ticket = actor.peek()?.tickets.get(event.ticket)
    if (ticket !== undefined) events.emit('ticket', { event, placed: actors.place(actor, { ...ticket }) })
  }
  const states = createAgencyStates({ store, malls, calendar, clock, isDemo, onChanged: (region) => feed.mark(region) })
  const forwarder = createTicketForwarder({ actors, clock, isLine: (region, group) => malls.group(region, group) !== null })
  const desk = createCounterDesk({
    store,
    malls,
    clock,
    actors,
    forwarder,
    onChanged(counter, officer) {
      feed.mark(counter.region)
      events.emit('counter', { region: counter.region, counter: counter.id, officer })
    },
  })
  const issue = createTicketIssue({ store, malls, clock, actors, states, calendar })

  async function findOwn(ticket: string, citizen: string): Promise<{ actor: QueueActor; placed: PlacedTicket }> {
    const found = await actors.find(ticket)
    if (found === null || found.placed.ticket.citizen !== citizen) throw new CodedError('unknown-ticket', 'no such ticket of this citizen')
    return found
  }
  function personCommand(ticket: string, by: string, action: PersonAction): TicketCommand {
    const atMs = clock()
    if (action === 'cancel') return { type: 'cancel', ticket, by, slotFreeAtMs: drawRelease(atMs), atMs }
    if (action === 'check-in') return { type: 'check-in', ticket, by, channel: 'home', atMs }
    return { type: action, ticket, by, atMs }
  }
  /** The agency's day is over, and no officer is there any more. */
  function isOver({ region, group }: QueueActor): boolean {
    const agency = malls.group(region, group)?.agency.slug ?? ''
    return states.viewOf(region, agency).opening.type === 'after' && desk.openAt(region, agency).length === 0
  }
  async function linesOf(region: string, day: string): Promise<QueueActor[]> {
    const names = await store.listStreams(`queue/${region}/`)
    const groups = names.map((name) => name.split('/')).filter((parts) => parts[3] === day && malls.group(region, parts[2]) !== null)
    return groups.map((parts) => actors.peekAt(region, parts[2], day))
  }
  const todays = (): QueueActor[] => actors.all().filter((actor) => actor.day === actors.dayNow(actor.region) && actor.peek() !== null)

  return {
    events,
    actors,
    desk,
    issue,
    states,
    policies,
    lines: createLineDesk({ malls, clock, actors, states }),
    codes: createTicketCodes({ store, key: deriveKeys(secret).kiosk, clock }),
    async start() {
      await states.restore()
      await policies.restore()
      await desk.restore()
    },
    async act(ticket, citizen, action) {
      const { actor } = await findOwn(ticket, citizen)
      return commandTicket({ actors, actor, command: personCommand(ticket, citizen, action) })
    },
    async claim(ticket, citizen) {
      const found = await actors.find(ticket)
      if (found === null) throw new CodedError('unknown-ticket', `no ticket ${ticket}`)
      if (found.placed.ticket.citizen === citizen) return found.placed
      if (!isGuest(found.placed.ticket.citizen)) throw new CodedError('unknown-ticket', `ticket ${ticket} is somebody's already`)
      return commandTicket({ actors, actor: found.actor, command: { type: 'claim', ticket, citizen, atMs: clock() } })
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
    linesOf,
    async slots(region, group, day) {
      const agency = malls.group(region, group)?.agency.slug ?? ''
      const { slotCapacity } = states.hoursOf(region, agency)
      const line = await actors.peekAt(region, group, day).load()
      return states
        .slotsOf(region, agency, day)
        .map((atMs) => ({ at: new Date(atMs).toISOString(), free: Math.max(0, slotCapacity - slotHeld(line, atMs, clock())) }))
    },
    statistics: (region, agency, day) => dayStatistics({ linesOf, malls, states, calendar, region, agency, day }),
    statisticsCsv: (region, agency, day) => dayCsv({ linesOf, malls, states, calendar, region, agency, day }),
    expirePast: createPastDays({ store, actors, clock, malls }),
    async tend() {
      for (const actor of todays()) {
        await commandLine(actor, { type: isOver(actor) ? 'expire-all' : 'ask-ready', atMs: clock() })
        await forwarder.sweep(actor)
      }
    },
    refresh() {
      for (const region of new Set(actors.all().map((actor) => actor.region))) feed.mark(region)
    },
    close() {
      feed.close()
      events.removeAllListeners()
    },
  }
}
