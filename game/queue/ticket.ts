/** One state at a time; SPEC.md draws the ways between them. */
export type TicketState =
  | 'reserved'
  | 'waiting'
  | 'called'
  | 'serving'
  | 'parked'
  | 'transferred'
  | 'skipped'
  | 'done'
  | 'cancelled'
  | 'expired'

/** Where the person stood when they entered the order. Who is at home is asked whether they are ready; the others are there. */
export const channels = ['home', 'kiosk', 'hall', 'operator'] as const
export type Channel = (typeof channels)[number]

/** Who may go first, and why. `health` goes before the others. */
export const priorityReasons = ['health', 'elderly', 'disabled', 'pregnant', 'infant'] as const
export type PriorityReason = (typeof priorityReasons)[number]

/** Why somebody is called out of turn. A closed list: the proof shows it to everybody, so nothing about a person can stand in it. */
export const callReasons = [
  'came-back',
  'paper-brought',
  'wrong-counter',
  'emergency',
  'interpreter',
  'appointment-missed',
  'correction',
] as const
export type CallReason = (typeof callReasons)[number]

export type SkipReason = 'no-show' | 'not-ready'

/** One more service of the same visit. */
export type Stop = { readonly group: string; readonly service: string | null }

/** One place in one order. Times are milliseconds since 1970 (UTC). */
export type Ticket = {
  /** Made by the caller, unique everywhere. */
  readonly id: string
  /** 1 to 9,999 in the order of entrance; null for a booking before its check-in and for a ticket from another line. */
  number: number | null
  /** `A-001`: what is shown and spoken. null for a booking before its check-in. */
  label: string | null
  citizen: string
  readonly device: string | null
  channel: Channel
  service: string | null
  /** Further services of this visit, in order. */
  route: readonly Stop[]
  priority: PriorityReason | null
  state: TicketState
  /** The time of a booking; null without one. */
  readonly slotAtMs: number | null
  /** When the place was taken: the issue, the booking, or the issue in the line it came from. */
  readonly issuedAtMs: number
  /** When it entered this order. */
  enteredAtMs: number | null
  /** The place in the order: lower is earlier, equal ones by `sequence`. */
  rankMs: number
  sequence: number
  /** Until when the person counts as ready; null: they are there. */
  readyUntilMs: number | null
  /** When they were asked; null when not asked since they last said so. */
  readyAskedAtMs: number | null
  passes: number
  /** Only this counter, or this officer, calls it. */
  assignedTo: { readonly counter: string } | { readonly officer: string } | null
  /** The latest call; null before the first. */
  calledAtMs: number | null
  servedAtMs: number | null
  /** When it left the counter or the order: done, skipped, cancelled, expired, transferred. */
  endedAtMs: number | null
  /** Where it was called last, and who acted on it last there. */
  counter: string | null
  officer: string | null
  /** How often it was called since it last waited, recalls included. */
  calls: number
  room: string | null
  rejoins: number
  /** How often it has gone on to another line: tells one visit to a line from the next. */
  hop: number
  /** Where a transferred or rebooked ticket went. */
  sentTo: { readonly group: string; readonly service: string | null } | { readonly day: string; readonly slotAtMs: number } | null
  notes: { readonly atMs: number; readonly officer: string; readonly text: string }[]
}

/** States in which a person has, or may still claim, one place. */
export const liveStates: ReadonlySet<TicketState> = new Set(['reserved', 'waiting', 'called', 'serving', 'parked'])
