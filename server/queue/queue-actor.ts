import { CodedError } from '@balai/engine/core'
import {
  applyQueueEvent,
  createQueueDay,
  decideQueue,
  type ProofHead,
  type ProofLine,
  type QueueCommand,
  type QueueDay,
  type QueueEvent,
  type QueuePolicy,
  type Ticket,
} from '../../game/queue/index.ts'
import type { IdempotentRow, Store, StoredEvent, TicketRow } from '../store/index.ts'
import { exportProof, fromStored, linkEvent, toStored } from './proof-chain.ts'
import { shownLabel } from './shown-label.ts'

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
  /** Where the place of a ticket is bound into the day's proof; null for one of a day before there were proofs. */
  receiptOf(ticket: string): Receipt | null
  /** What anybody may see of this day, from the store; null when there is none. */
  exportProof(): Promise<{ readonly head: ProofHead; readonly lines: readonly ProofLine[] } | null>
}
/** `line` counts from 1. */
export type Receipt = { readonly line: number; readonly hash: string }

export type QueueActorOptions = {
  readonly store: Pick<Store, 'append' | 'readStream'>
  readonly region: string
  readonly group: string
  readonly prefix: string
  readonly day: string
  /** For a day that begins now; one that has begun keeps its own. */
  readonly policy: QueuePolicy
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
  let chain = newChain(options)
  let loading: Promise<QueueDay> | null = null
  const writing = new Set<Promise<void>>()

  async function read(): Promise<QueueDay> {
    // Writes decided on a dropped state must have landed or failed before the stream is read again.
    await Promise.allSettled(writing)
    const stored = (await store.readStream(stream)).map(fromStored)
    chain = newChain(options, stored[0]?.proof?.head)
    const fresh = createQueueDay({ region, group, prefix, day, policy: chain.head.policy })
    for (const { event, proof } of stored) {
      applyQueueEvent(fresh, event)
      if (proof !== null) follow(chain, fresh.version, event, proof.hash)
    }
    state = fresh
    return fresh
  }

  /** Applies the events and binds them into the chain: what the store is to keep. */
  function apply(current: QueueDay, events: readonly QueueEvent[]): Omit<StoredEvent, 'version'>[] {
    return events.map((event) => {
      const proof = linkEvent(chain.head, chain.last, event)
      applyQueueEvent(current, event)
      follow(chain, current.version, event, proof.hash)
      return toStored(event, proof)
    })
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
      const stored = apply(current, events)
      const write = store.append({
        stream,
        expected,
        events: stored,
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
    receiptOf: (ticket) => chain.receipts.get(ticket) ?? null,
    exportProof: async () => exportProof(await store.readStream(stream)),
  }
  return actor
}

type Chain = { readonly head: ProofHead; last: string | null; readonly receipts: Map<string, Receipt> }

function newChain({ region, group, prefix, day, policy }: QueueActorOptions, head?: ProofHead): Chain {
  return { head: head ?? { format: 'balai-queue-1', region, group, prefix, day, policy }, last: null, receipts: new Map() }
}

/** The receipt of a place is the link of the event that gave it: the number, or before that the booking. */
function follow(chain: Chain, line: number, event: QueueEvent, hash: string): void {
  chain.last = hash
  const { type } = event
  if (type === 'reserved' || type === 'issued' || type === 'checked-in' || type === 'arrived')
    chain.receipts.set(event.ticket, { line, hash })
}

function ticketRows(day: QueueDay, events: readonly QueueEvent[]): TicketRow[] {
  const rows = new Map<string, TicketRow>()
  for (const event of events) {
    const ticket = 'ticket' in event ? day.tickets.get(event.ticket) : undefined
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
    label: shownLabel(ticket),
    service: ticket.service,
    state: ticket.state,
    counter: ticket.counter,
    issuedAtMs: ticket.issuedAtMs,
    updatedAtMs,
  }
}
