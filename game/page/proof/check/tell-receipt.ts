import { callOrder, isBefore, type ProofLine, type QueueDay, type QueueEvent, type TicketState } from '../../../queue/index.ts'
import type { ProofExport } from './read-export.ts'
import { replay } from './replay.ts'

/** What an export says of one receipt. Times are milliseconds since 1970 (UTC), lines are events from 1. */
export type ReceiptStory = {
  /** The event that the receipt binds. */
  readonly line: number
  /** `A-014`; null for a booking that never checked in. */
  readonly label: string | null
  /** How many would have been called before when the number was given; null for a booking that never checked in. */
  readonly ahead: number | null
  readonly steps: readonly ReceiptStep[]
  /** Who was called while this number waited without having been ahead of it, and why. */
  readonly overtakers: readonly Overtaker[]
  /** Where it stood when the export ended. */
  readonly state: TicketState
}
export type ReceiptStep = {
  readonly line: number
  readonly type: QueueEvent['type']
  readonly atMs: number
  /** Id of the counter; null when the event is at none. */
  readonly counter: string | null
}
export type Overtaker = {
  readonly line: number
  readonly label: string
  readonly atMs: number
  /** The call's basis; for a call by turn, what put that turn before this one. */
  readonly basis: 'priority' | 'assigned' | 'named' | 'older-place' | 'not-ready'
  /** The stated reason of a priority or a call by name; else empty. */
  readonly reason: string
}

const entrances: ReadonlySet<string> = new Set(['issued', 'checked-in', 'arrived'])
const endsOfWaiting: ReadonlySet<string> = new Set(['called', 'skipped', 'cancelled', 'rebooked', 'expired'])

/** The hash in what somebody typed or pasted: the whole, its beginning (8 digits or more), or an address that ends in it; null when there is none. */
export function readReceipt(text: string): string | null {
  return /(?:^|#)([0-9a-f]{8,64})$/.exec(text.toLowerCase().replace(/[\s…]+/g, ''))?.[1] ?? null
}

/** The event whose hash begins so; null when the export has none. */
export function findReceipt(lines: readonly ProofLine[], receipt: string): number | null {
  const index = lines.findIndex(({ hash }) => hash.startsWith(receipt))
  return index < 0 ? null : index + 1
}

/**
 * What happened to the number of a receipt; null when that event is about no ticket.
 * @param proof of the lines, those that `verifyProof` found good. @param line of the receipt
 */
export function tellReceipt(proof: ProofExport, line: number): ReceiptStory | null {
  const { ticket } = proof.lines[line - 1].event
  if (typeof ticket !== 'string') return null
  const steps: ReceiptStep[] = []
  const last = replay(proof, proof.lines.length, (_, event, at) => {
    if (!('ticket' in event) || event.ticket !== ticket) return
    steps.push({ line: at, type: event.type, atMs: event.atMs, counter: 'counter' in event ? event.counter : null })
  }).tickets.get(ticket)
  const told = { line, label: last?.label ?? null, steps, state: last?.state ?? 'reserved' }
  const entered = steps.find((step) => step.line >= line && entrances.has(step.type))
  if (entered === undefined) return { ...told, ahead: null, overtakers: [] }
  const before = aheadOf(replay(proof, entered.line), ticket)
  const end = steps.find((step) => step.line > entered.line && endsOfWaiting.has(step.type))
  const until = end === undefined ? proof.lines.length : end.line - 1
  return { ...told, ahead: before.length, overtakers: overtakersOf(proof, { ticket, before, from: entered.line, until }) }
}

/** Ids of those who would be called before. */
function aheadOf(day: QueueDay, ticket: string): string[] {
  const order = callOrder(day).map(({ id }) => id)
  return order.slice(0, order.indexOf(ticket))
}

type Waiting = { readonly ticket: string; readonly before: readonly string[]; readonly from: number; readonly until: number }

function overtakersOf(proof: ProofExport, { ticket, before, from, until }: Waiting): Overtaker[] {
  const awaited = new Set(before)
  const overtakers: Overtaker[] = []
  replay(proof, until, (day, event, line) => {
    // Each of those ahead is called once by right; whoever comes back from a room and is called again has not been ahead.
    if (line <= from || event.type !== 'called' || awaited.delete(event.ticket)) return
    const [other, own] = [day.tickets.get(event.ticket), day.tickets.get(ticket)]
    if (other === undefined || own === undefined) return
    const { basis, atMs } = event
    const reason = basis === 'named' ? event.reason : basis === 'priority' ? (other.priority ?? '') : ''
    const shown = basis !== 'turn' ? basis : isBefore(other, own) ? 'older-place' : 'not-ready'
    overtakers.push({ line, label: other.label ?? '', atMs, basis: shown, reason })
  })
  return overtakers
}
