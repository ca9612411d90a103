import type { CallReason, Channel, PriorityReason, SkipReason, Stop } from './ticket.ts'

/** At which counter, and by whose hand. */
export type AtCounter = { readonly counter: string; readonly officer: string }

/** Where a ticket goes on: another service, counter or officer of this line, or another line. */
export type TransferTarget =
  | { readonly type: 'service'; readonly service: string }
  | { readonly type: 'counter'; readonly counter: string }
  | { readonly type: 'officer'; readonly officer: string }
  | { readonly type: 'group'; readonly group: string; readonly service: string | null }

/** What a place is taken with. */
export type Taking = {
  readonly ticket: string
  readonly citizen: string
  readonly service: string | null
  /** Further services of the same visit. */
  readonly route: readonly Stop[]
  readonly priority: PriorityReason | null
  /** A pseudonym of the device; null at a kiosk or an operator's desk, which serve many. */
  readonly device: string | null
}

/**
 * What happened. Safe as JSON; the stream of them is the day. `ticket` is an id, `atMs` milliseconds since 1970 (UTC).
 */
export type QueueEvent = { readonly atMs: number } & (
  | ({ readonly type: 'reserved'; readonly slotAtMs: number } & Taking)
  | ({ readonly type: 'issued'; readonly number: number; readonly channel: Channel } & Taking)
  | { readonly type: 'checked-in'; readonly ticket: string; readonly number: number; readonly channel: Channel }
  | ({
      readonly type: 'arrived'
      readonly label: string
      readonly channel: Channel
      /** The line it came from, and the place in time that it keeps. */
      readonly from: string
      readonly rankMs: number
      readonly issuedAtMs: number
      readonly hop: number
    } & Taking)
  | { readonly type: 'ready-asked' | 'readied' | 'passed'; readonly ticket: string }
  | ({
      readonly type: 'called'
      readonly ticket: string
      readonly basis: 'turn' | 'priority' | 'assigned'
      readonly reason: null
    } & AtCounter)
  | ({ readonly type: 'called'; readonly ticket: string; readonly basis: 'named'; readonly reason: CallReason } & AtCounter)
  | ({ readonly type: 'recalled' | 'served'; readonly ticket: string } & AtCounter)
  | ({ readonly type: 'finished'; readonly ticket: string; readonly next: Stop | null } & AtCounter)
  | ({ readonly type: 'parked'; readonly ticket: string; readonly room: string } & AtCounter)
  | ({ readonly type: 'transferred'; readonly ticket: string; readonly to: TransferTarget } & AtCounter)
  | { readonly type: 'skipped'; readonly ticket: string; readonly reason: SkipReason; readonly officer: string | null }
  | { readonly type: 'rejoined'; readonly ticket: string; readonly rankMs: number }
  | { readonly type: 'returned'; readonly ticket: string }
  | { readonly type: 'prioritised'; readonly ticket: string; readonly priority: PriorityReason; readonly officer: string }
  | { readonly type: 'noted'; readonly ticket: string; readonly officer: string; readonly text: string }
  | { readonly type: 'claimed'; readonly ticket: string; readonly citizen: string }
  | { readonly type: 'cancelled'; readonly ticket: string; readonly slotFreeAtMs: number | null }
  | { readonly type: 'rebooked'; readonly ticket: string; readonly day: string; readonly slotAtMs: number; readonly reason: string }
  | { readonly type: 'expired'; readonly ticket: string; readonly reason: 'closing' | 'not-checked-in' }
  | { readonly type: 'line-closed'; readonly reason: string; readonly untilMs: number | null; readonly officer: string }
  | { readonly type: 'line-opened'; readonly officer: string }
)

/** An event that is about one ticket. */
export type TicketEvent = Exclude<QueueEvent, { type: 'line-closed' | 'line-opened' }>
