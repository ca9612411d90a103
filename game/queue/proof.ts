import { assert } from '@balai/engine/core'
import { applyQueueEvent } from './apply-queue-event.ts'
import { canonicalJson, isObject, type PublicEvent } from './open-part.ts'
import { createQueueDay, type QueueDay } from './queue-day.ts'
import type { QueueEvent } from './queue-event.ts'
import { isBefore, isFor, nextAmong, type NextCall } from './order.ts'
import type { QueuePolicy } from './policy.ts'
import type { Ticket } from './ticket.ts'
import { whyImpossible } from './why-impossible.ts'

/**
 * The proof of a queue day: every event, in order, without names, each bound to all before it by a hash. What must not be shown (who the person is,
 * which officer, the device, notes) is bound by a seal: the hash of it with a nonce that stays with the store. Layout: SPEC.md, Q71 to Q78.
 */
export type ProofHead = {
  readonly format: 'balai-queue-1'
  readonly region: string
  readonly group: string
  readonly prefix: string
  readonly day: string
  readonly policy: QueuePolicy
}
/** A public event, the seal over its private part, and the hash over it and all before it. Hashes: SHA-256, lower-case hexadecimal. */
export type ProofLine = { readonly event: PublicEvent; readonly seal: string; readonly hash: string }
/** SHA-256 of a text in UTF-8, as lower-case hexadecimal. A browser's is asynchronous. */
export type Sha256 = (text: string) => string | Promise<string>

/** The text under a seal. @param nonce at least 16 random bytes as text, kept with the event */
export function sealText(hidden: Readonly<Record<string, unknown>>, nonce: string): string {
  return `${nonce}\n${canonicalJson(hidden)}`
}

/** The text whose hash is the chain's beginning. */
export function headText(head: ProofHead): string {
  return canonicalJson(head)
}

/** The text whose hash is the next link. */
export function linkText(previous: string, shown: PublicEvent, seal: string): string {
  return `${previous}\n${seal}\n${canonicalJson(shown)}`
}

/** What a reader of the proof learns. */
export type ProofReport =
  | {
      readonly ok: true
      readonly events: number
      readonly issued: number
      readonly calls: number
      /** Every call that was not the first's by rank, and why. */
      readonly jumps: readonly ProofJump[]
      readonly hash: string
    }
  | {
      readonly ok: false
      /** Line of the export, from 1; 0 is the head. */
      readonly line: number
      readonly reason: 'broken-link' | 'impossible-event' | 'out-of-order'
      readonly detail: string
    }
export type ProofJump = {
  readonly line: number
  readonly label: string
  readonly atMs: number
  readonly basis: 'priority' | 'assigned' | 'named'
  /** The priority's or the call's stated reason; `transferred` for a ticket that was sent to this counter or officer. */
  readonly reason: string
}

/**
 * Checks an export: every link, that every event was possible after those before it, and that every call by turn or priority was the one that the
 * rules give. Stops at the first line that fails.
 */
export async function verifyProof(head: ProofHead, lines: readonly ProofLine[], sha256: Sha256): Promise<ProofReport> {
  const day = createQueueDay(head)
  const jumps: ProofJump[] = []
  let hash = await sha256(headText(head))
  let issued = 0
  let calls = 0
  for (const [index, { event, seal, hash: claimed }] of lines.entries()) {
    const line = index + 1
    hash = await sha256(linkText(hash, event, seal))
    if (hash !== claimed) return { ok: false, line, reason: 'broken-link', detail: `the hash must be ${hash}, it is ${claimed}` }
    const restored = unsealEvent(event)
    try {
      const impossible = whyImpossible(day, restored)
      if (impossible !== null) return { ok: false, line, reason: 'impossible-event', detail: impossible }
      const wrong = wrongAfterPassing(lines, index) ?? (restored.type === 'called' ? wrongCall(day, lines, index, restored) : null)
      if (wrong !== null) return { ok: false, line, reason: 'out-of-order', detail: wrong }
      applyQueueEvent(day, restored)
    } catch (error) {
      return { ok: false, line, reason: 'impossible-event', detail: (error as Error).message }
    }
    if (restored.type === 'issued' || restored.type === 'checked-in') issued++
    if (restored.type !== 'called') continue
    calls++
    const ticket = day.tickets.get(restored.ticket)
    if (restored.basis !== 'turn') {
      const { basis, atMs } = restored
      const reason = basis === 'named' ? restored.reason : basis === 'assigned' ? 'transferred' : (ticket?.priority ?? '')
      jumps.push({ line, label: ticket?.label ?? '', atMs, basis, reason })
    }
  }
  const last = lines.at(-1)?.event
  if (last !== undefined && isPassing(last)) {
    return { ok: false, line: lines.length, reason: 'out-of-order', detail: 'somebody was passed over, and nobody called' }
  }
  return { ok: true, events: lines.length, issued, calls, jumps, hash }
}

type Called = Extract<QueueEvent, { type: 'called' }>

/** Why a call was not the one that the rules give; null when it was. Who is passed over is told just before the call. */
function wrongCall(day: QueueDay, lines: readonly ProofLine[], index: number, call: Called): string | null {
  if (call.basis === 'named') return null
  const called = day.tickets.get(call.ticket)
  assert(called, `the day has no ticket ${call.ticket}`)
  let first = index
  while (first > 0 && isPassing(lines[first - 1].event)) first--
  const passedNow = new Set(lines.slice(first, index).map(({ event }) => event.ticket as string))
  const behind = [...passedNow].map((id) => day.tickets.get(id)).find((passed) => passed !== undefined && !isBefore(passed, called))
  if (behind !== undefined) return `${behind.label} stood behind ${called.label}, and was told as passed over`
  let wrong: string | null = null
  for (const next of possibleCalls(day, call)) {
    const found = wrongNext(day, next, call, passedNow)
    if (found === null) return null
    wrong ??= found
  }
  return wrong
}

function wrongNext(day: QueueDay, next: NextCall | null, call: Called, passedNow: ReadonlySet<string>): string | null {
  if (next === null) return 'nobody waited whom this counter may call'
  if (next.ticket.id !== call.ticket || next.basis !== call.basis) {
    return `the next was ${next.ticket.label} (${next.basis}), ${day.tickets.get(call.ticket)?.label ?? call.ticket} (${call.basis}) was called`
  }
  const unsaid = next.passed.find(({ id }) => !passedNow.has(id))
  return unsaid === undefined ? null : `${unsaid.label} was passed over without a word`
}

/**
 * What the rules may have given. Which officer calls is sealed, and so is to which officer a ticket was sent: each such ticket may have been this
 * officer's or not. One of them is enough to explain any call, beside the called one where that is such a ticket itself.
 */
function* possibleCalls(day: QueueDay, { ticket: called, counter, atMs }: Called): Generator<NextCall | null> {
  const ofOfficers = new Set(day.waiting.filter(({ assignedTo }) => assignedTo !== null && 'officer' in assignedTo))
  const mayCall = (more: string | null): Ticket[] =>
    day.waiting.filter((ticket) =>
      ofOfficers.has(ticket) ? ticket.id === called || ticket.id === more : isFor(ticket, { counter, officer: sealedOfficer }),
    )
  yield nextAmong(day, mayCall(null), atMs)
  for (const { id } of ofOfficers) if (id !== called) yield nextAmong(day, mayCall(id), atMs)
}

/** Somebody is passed over for somebody who is called at that moment, and never for nobody. */
function wrongAfterPassing(lines: readonly ProofLine[], index: number): string | null {
  const { event } = lines[index]
  const before = lines[index - 1]?.event
  if (before === undefined || !isPassing(before)) return null
  const isMeant = isPassing(event) || (event.type === 'called' && (event.basis === 'turn' || event.basis === 'assigned'))
  return isMeant && event.atMs === before.atMs ? null : 'somebody was passed over, and nobody called'
}

function isPassing(event: PublicEvent): boolean {
  return event.type === 'passed' || (event.type === 'skipped' && event.reason === 'not-ready')
}

const sealedOfficer = 'sealed'

/** The event with pseudonyms where the private fields were: a person is known by the ticket alone, an officer by nothing. */
export function unsealEvent(event: PublicEvent): QueueEvent {
  const { to } = event
  const target = isObject(to) && to.type === 'officer' ? { ...to, officer: sealedOfficer } : to
  return {
    officer: '',
    device: null,
    service: null,
    route: [],
    text: '',
    ...event,
    citizen: event.ticket,
    to: target,
  } as unknown as QueueEvent
}
