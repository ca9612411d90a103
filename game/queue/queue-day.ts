import { assert } from '@balai/engine/core'
import { appendOne, clearOne, countBelow } from './order-index.ts'

export type TicketState = 'waiting' | 'called' | 'serving' | 'done' | 'missed' | 'cancelled' | 'expired'

/** One place in one order. Times are milliseconds since 1970 (UTC). */
export type Ticket = {
  /** Made by the caller, unique everywhere. */
  id: string
  /** 1 to 9,999 in issue order; never given twice in a day. */
  number: number
  /** `A-001`: what is shown and spoken. */
  label: string
  citizen: string
  service: string | null
  state: TicketState
  issuedAtMs: number
  /** The latest call; null before the first. */
  calledAtMs: number | null
  servedAtMs: number | null
  /** When it left the counter or the order for good: done, missed, cancelled, expired. A recall after a miss clears it. */
  endedAtMs: number | null
  /** Where it was called last. */
  counter: string | null
  /** Who acted on it last at that counter. */
  officer: string | null
  /** How often it was called, recalls included. */
  calls: number
}

/** One service group on one office day. Mutable, and changed only by `applyQueueEvent`. */
export type QueueDay = {
  readonly region: string
  readonly group: string
  readonly prefix: string
  /** Office day in the region's own time zone, YYYY-MM-DD. */
  readonly day: string
  /** How many events were applied: what an append to the event stream expects. */
  version: number
  nextNumber: number
  readonly tickets: Map<string, Ticket>
  /** Every ticket in issue order: number n stands at n - 1. */
  readonly order: Ticket[]
  /** Index in `order` of the first one waiting; `order.length` when nobody waits. */
  head: number
  waiting: number
  /** Fenwick tree over `order`: 1 where a ticket waits. */
  readonly waitingIndex: number[]
  /** The live ticket (waiting, called, serving) of each citizen. */
  readonly liveOf: Map<string, Ticket>
  /** The ticket in hand (called, serving) of each counter. */
  readonly inHandOf: Map<string, Ticket>
  /** How long the last finished tickets occupied a counter, milliseconds, oldest first. */
  readonly recentServiceMs: number[]
}

/** The day is full after this number. */
export const lastNumber = 9999
/** How many finished tickets the estimate looks at. */
export const recentCount = 15

/** An empty day. @throws TypeError when the prefix is not A to ZZ or the day not YYYY-MM-DD. */
export function createQueueDay(options: { region: string; group: string; prefix: string; day: string }): QueueDay {
  const { region, group, prefix, day } = options
  if (!/^[A-Z]{1,2}$/.test(prefix)) throw new TypeError(`options.prefix must be A to ZZ, got ${JSON.stringify(prefix)}`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new TypeError(`options.day must be YYYY-MM-DD, got ${JSON.stringify(day)}`)
  return {
    region,
    group,
    prefix,
    day,
    version: 0,
    nextNumber: 1,
    tickets: new Map(),
    order: [],
    head: 0,
    waiting: 0,
    waitingIndex: [0],
    liveOf: new Map(),
    inHandOf: new Map(),
    recentServiceMs: [],
  }
}

/** Puts a new ticket at the end of the order. */
export function enqueue(day: QueueDay, ticket: Ticket): void {
  assert(ticket.number === day.order.length + 1, `ticket ${ticket.id} has number ${ticket.number}, the order holds ${day.order.length}`)
  day.order.push(ticket)
  day.tickets.set(ticket.id, ticket)
  appendOne(day.waitingIndex)
  day.waiting++
}

/** Takes a waiting ticket out of the order; its state has been changed already. */
export function dequeue(day: QueueDay, ticket: Ticket): void {
  clearOne(day.waitingIndex, ticket.number)
  day.waiting--
  while (day.head < day.order.length && day.order[day.head].state !== 'waiting') day.head++
}

/** The ticket that call-next would call; null when nobody waits. O(1). */
export function peekNext(day: QueueDay): Ticket | null {
  return day.order[day.head] ?? null
}

/** How many wait before this ticket; null when it does not wait (or is unknown). O(log n). */
export function peopleAhead(day: QueueDay, ticket: string): number | null {
  const found = day.tickets.get(ticket)
  return found?.state === 'waiting' ? countBelow(day.waitingIndex, found.number) : null
}

/** How many wait. O(1). */
export function waitingCount(day: QueueDay): number {
  return day.waiting
}

/** Everybody who waits, in the order in which they will be called. A new array of the day's own tickets. */
export function waitingTickets(day: QueueDay): Ticket[] {
  const result: Ticket[] = []
  for (let i = day.head; result.length < day.waiting; i++) {
    if (day.order[i].state === 'waiting') result.push(day.order[i])
  }
  return result
}

/** The ticket called to or served at this counter; null when its hands are free. */
export function ticketInHand(day: QueueDay, counter: string): Ticket | null {
  return day.inHandOf.get(counter) ?? null
}

/** The ticket with which this citizen waits, is called or is served; null when there is none. */
export function liveTicketOf(day: QueueDay, citizen: string): Ticket | null {
  return day.liveOf.get(citizen) ?? null
}
