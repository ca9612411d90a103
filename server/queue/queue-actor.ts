import { CodedError } from '@balai/engine/core'
import {
  applyQueueEvent,
  createQueueDay,
  decideQueue,
  type QueueCommand,
  type QueueDay,
  type QueueEvent,
  type Ticket,
} from '../../game/queue/index.ts'
import type { IdempotentRow, Store, StoredEvent, TicketRow } from '../store/index.ts'

/** One queue day in memory, kept in step with its event stream. The only writer of that stream. */
export type QueueActor = {
  readonly region: string
  readonly group: string
  readonly day: string
  /** The day's state with every accepted command applied, or null before `load` and after a failed write. */
  peek(): QueueDay | null
  /** The state, read from the stream when it is not in memory. */
  load(): Promise<QueueDay>
  /**
   * Decides on the state in memory, applies at once and writes: the next command may decide while this one commits.
   * @returns the events once they are on the disk, or `'stale'` when the state was not what the stream holds: load and try again.
   * @throws CodedError of queueErrors for a refusal, of storeErrors when the store refused.
   */
  attempt(command: QueueCommand, idempotencyOf?: (events: readonly QueueEvent[]) => IdempotentRow): Promise<readonly QueueEvent[] | 'stale'>
}

export type QueueActorOptions = {
  readonly store: Pick<Store, 'append' | 'readStream'>
  readonly region: string
  readonly group: string
  readonly prefix: string
  readonly day: string
  /** Told after each commit, in commit order. */
  readonly onCommitted: (actor: QueueActor, events: readonly QueueEvent[]) => void
  /** Told when a write failed and the state in memory was dropped. */
  readonly onDropped: (actor: QueueActor, error: unknown) => void
}

function queueStreamName(region: string, group: string, day: string): string {
  return `queue/${region}/${group}/${day}`
}

export function createQueueActor(options: QueueActorOptions): QueueActor {
  const { store, region, group, prefix, day } = options
  const stream = queueStreamName(region, group, day)
  let state: QueueDay | null = null
  let loading: Promise<QueueDay> | null = null
  const writing = new Set<Promise<void>>()

  async function read(): Promise<QueueDay> {
    // Writes decided on a dropped state must have landed or failed before the stream is read again.
    await Promise.allSettled(writing)
    const fresh = createQueueDay({ region, group, prefix, day })
    for (const stored of await store.readStream(stream)) applyQueueEvent(fresh, asQueueEvent(stored))
    state = fresh
    return fresh
  }

  const actor: QueueActor = {
    region,
    group,
    day,
    peek: () => state,
    load() {
      if (state !== null) return Promise.resolve(state)
      loading ??= read().finally(() => {
        loading = null
      })
      return loading
    },
    async attempt(command, idempotencyOf) {
      const current = state
      if (current === null) return 'stale'
      const decision = decideQueue(current, command)
      if (!decision.ok) {
        // A refusal rests on what was decided before it: it is given only when that is on the disk.
        await Promise.allSettled(writing)
        if (state !== current) return 'stale'
        throw new CodedError(decision.code, `the queue refused ${command.type}: ${decision.code}`, decision.details)
      }
      const { events } = decision
      if (events.length === 0) return events
      const expected = current.version
      for (const event of events) applyQueueEvent(current, event)
      const write = store.append({
        stream,
        expected,
        events: events.map(({ type, atMs, ...data }) => ({ type, atMs, data })),
        tickets: ticketRows(current, events),
        idempotency: idempotencyOf?.(events) ?? null,
      })
      writing.add(write)
      try {
        await write
      } catch (error) {
        if (state === current) {
          state = null
          options.onDropped(actor, error)
        }
        if (error instanceof CodedError && error.code === 'version-conflict') return 'stale'
        throw error
      } finally {
        writing.delete(write)
      }
      options.onCommitted(actor, events)
      return events
    },
  }
  return actor
}

function asQueueEvent(stored: StoredEvent): QueueEvent {
  return { ...(stored.data as object), type: stored.type, atMs: stored.atMs } as QueueEvent
}

function ticketRows(day: QueueDay, events: readonly QueueEvent[]): TicketRow[] {
  const rows = new Map<string, TicketRow>()
  for (const event of events) {
    const ticket = day.tickets.get(event.ticket)
    if (ticket !== undefined) rows.set(ticket.id, ticketRow(day, ticket, event.atMs))
  }
  return [...rows.values()]
}

function ticketRow(day: QueueDay, ticket: Ticket, updatedAtMs: number): TicketRow {
  return {
    id: ticket.id,
    citizen: ticket.citizen,
    region: day.region,
    group: day.group,
    day: day.day,
    label: ticket.label,
    service: ticket.service,
    state: ticket.state,
    counter: ticket.counter,
    issuedAtMs: ticket.issuedAtMs,
    updatedAtMs,
  }
}
