import { createPolicy, type QueuePolicy } from './policy.ts'
import { liveStates, type Ticket } from './ticket.ts'
import { newTally, type TurnTally } from './turn-tally.ts'

/** One service group on one office day. Mutable, and changed only by `applyQueueEvent`. */
export type QueueDay = {
  readonly region: string
  readonly group: string
  readonly prefix: string
  /** Office day in the region's own time zone, YYYY-MM-DD. */
  readonly day: string
  readonly policy: QueuePolicy
  /** How many events were applied: what an append to the event stream expects. */
  version: number
  nextNumber: number
  nextSequence: number
  /** The rank of whoever entered last in the ordinary way: a clock that is set back gives nobody a better place. */
  latestRankMs: number
  readonly tickets: Map<string, Ticket>
  /** Everybody who waits, by rank and sequence. */
  readonly waiting: Ticket[]
  /** The live ticket of each citizen: reserved, waiting, called, serving or parked. */
  readonly liveOf: Map<string, Ticket>
  /** The ticket in hand (called, serving) of each counter. */
  readonly inHandOf: Map<string, Ticket>
  /** Bookings that hold each slot, by its time. */
  readonly slots: Map<number, Slot>
  /** Live tickets and bookings of each device. */
  readonly ofDevice: Map<string, number>
  /** Calls by turn since the last priority call. */
  turnsSincePriority: number
  /** Why and until when nobody can take a place here; null while the line is open. */
  closure: { readonly reason: string; readonly untilMs: number | null } | null
  /** How long the last finished tickets occupied a counter, milliseconds, oldest first. */
  readonly recentServiceMs: number[]
  /** The pace of the day's turns, for the estimate of waiting times. */
  readonly turns: TurnTally
}

/** `freeAtMs`: when each place given up can be taken again. */
export type Slot = { held: number; readonly freeAtMs: number[] }

/** The day is full after this number. */
export const lastNumber = 9999
/** How many finished tickets the estimate looks at. */
export const recentCount = 40

/** An empty day. @throws TypeError when the prefix is not A to ZZ, the day not YYYY-MM-DD, or the policy not whole numbers. */
export function createQueueDay(options: {
  region: string
  group: string
  prefix: string
  day: string
  policy?: Partial<QueuePolicy>
}): QueueDay {
  const { region, group, prefix, day } = options
  const policy = createPolicy(options.policy)
  if (!/^[A-Z]{1,2}$/.test(prefix)) throw new TypeError(`options.prefix must be A to ZZ, got ${JSON.stringify(prefix)}`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new TypeError(`options.day must be YYYY-MM-DD, got ${JSON.stringify(day)}`)
  return {
    region,
    group,
    prefix,
    day,
    policy,
    version: 0,
    nextNumber: 1,
    nextSequence: 0,
    latestRankMs: 0,
    tickets: new Map(),
    waiting: [],
    liveOf: new Map(),
    inHandOf: new Map(),
    slots: new Map(),
    ofDevice: new Map(),
    turnsSincePriority: policy.turnsPerPriority,
    closure: null,
    recentServiceMs: [],
    turns: newTally(),
  }
}

/** How many wait. O(1). */
export function waitingCount(day: QueueDay): number {
  return day.waiting.length
}

/** The ticket called to or served at this counter; null when its hands are free. */
export function ticketInHand(day: QueueDay, counter: string): Ticket | null {
  return day.inHandOf.get(counter) ?? null
}

/** The live ticket of this citizen: reserved, waiting, called, serving or parked; null when there is none. */
export function liveTicketOf(day: QueueDay, citizen: string): Ticket | null {
  return day.liveOf.get(citizen) ?? null
}

/** How many bookings hold a slot at an instant: given up ones too, until their place is free again. */
export function slotHeld(day: QueueDay, slotAtMs: number, atMs: number): number {
  const slot = day.slots.get(slotAtMs)
  if (slot === undefined) return 0
  return slot.held + slot.freeAtMs.filter((freeAtMs) => freeAtMs > atMs).length
}

/** The closure that stands at an instant; null while the line is open. One with a time ends by itself when that has come. */
export function closureAt(day: QueueDay, atMs: number): QueueDay['closure'] {
  const { closure } = day
  return closure === null || (closure.untilMs !== null && closure.untilMs <= atMs) ? null : closure
}

/** Whether the ticket is one that its person still has a claim to. */
export function isLive(ticket: Readonly<Ticket>): boolean {
  return liveStates.has(ticket.state)
}

/** Whether the ticket has gone on to another line. */
export function isSentOn({ state, sentTo }: Pick<Ticket, 'state' | 'sentTo'>): boolean {
  return state === 'transferred' && sentTo !== null && 'group' in sentTo
}
