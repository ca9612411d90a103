import { accept, onTicket, refuse, refuseLive, secondsUntil, type QueueDecision } from './decision.ts'
import { isReady, peopleAheadWithin } from './order.ts'
import type { EntranceCommand } from './queue-command.ts'
import { closureAt, isSentOn, lastNumber, liveTicketOf, slotHeld, type QueueDay } from './queue-day.ts'
import type { QueueEvent, Taking } from './queue-event.ts'
import type { Ticket } from './ticket.ts'

type Of<Type extends EntranceCommand['type']> = Extract<EntranceCommand, { readonly type: Type }>

/** How people come in, wait and leave by themselves: SPEC.md, Q1 to Q10, Q20 to Q32, Q40 to Q43, Q50 to Q54. */
export function decideEntrance(day: QueueDay, command: EntranceCommand): QueueDecision {
  switch (command.type) {
    case 'issue':
      return issue(day, command)
    case 'reserve':
      return reserve(day, command)
    case 'check-in':
      return onTicket(day, command.ticket, ['reserved'], (ticket) => checkIn(day, ticket, command))
    case 'arrive':
      return arrive(day, command)
    case 'ask-ready':
      return accept(...askReady(day, command.atMs))
    case 'ready':
    case 'return':
      return comeBack(day, command)
    case 'rejoin':
      return onTicket(day, command.ticket, ['skipped'], (ticket) => rejoin(day, ticket, command))
    case 'cancel':
      return onTicket(day, command.ticket, ['reserved', 'waiting', 'called', 'parked', 'skipped'], (ticket) => {
        const slotFreeAtMs = ticket.state === 'reserved' ? command.slotFreeAtMs : null
        return ofPerson(ticket, command.by, { type: 'cancelled', ticket: ticket.id, slotFreeAtMs, atMs: command.atMs })
      })
    case 'rebook':
      return onTicket(day, command.ticket, ['reserved', 'waiting', 'skipped'], ({ id: ticket }) => {
        const { day: to, slotAtMs, reason, atMs } = command
        if (to <= day.day) return refuse('day-past', { day: to })
        return accept({ type: 'rebooked', ticket, day: to, slotAtMs, reason, atMs })
      })
    case 'claim':
      return onTicket(day, command.ticket, ['reserved', 'waiting', 'called', 'serving', 'parked', 'skipped'], (ticket) => {
        const live = liveTicketOf(day, command.citizen)
        if (live !== null) return refuseLive(live)
        return accept({ type: 'claimed', ticket: ticket.id, citizen: command.citizen, atMs: command.atMs })
      })
  }
}

function issue(day: QueueDay, command: Of<'issue'>): QueueDecision {
  const { channel, quota, atMs } = command
  const refusal = refuseTaking(day, command)
  if (refusal !== null) return refusal
  if (quota !== null && day.nextNumber > quota) return refuse('quota-spent', { limit: quota })
  if (day.nextNumber > lastNumber) return refuse('queue-full', { limit: lastNumber })
  return accept({ type: 'issued', number: day.nextNumber, channel, ...takingOf(command), atMs })
}

function reserve(day: QueueDay, command: Of<'reserve'>): QueueDecision {
  const { slotAtMs, capacity, atMs } = command
  const refusal = refuseTaking(day, command)
  if (refusal !== null) return refusal
  if (slotAtMs <= atMs) return refuse('slot-past')
  if (slotHeld(day, slotAtMs, atMs) >= capacity) return refuse('slot-full', { limit: capacity })
  return accept({ type: 'reserved', slotAtMs, ...takingOf(command), atMs })
}

/** What stands in the way of anybody who takes a place, now or later. */
function refuseTaking(day: QueueDay, taking: Taking & { readonly atMs: number }): QueueDecision | null {
  const { ticket, citizen, device, atMs } = taking
  if (day.tickets.has(ticket)) throw new TypeError(`command.ticket must be a new id, got ${ticket}`)
  const closure = closureAt(day, atMs)
  if (closure !== null) return refuse('line-closed', { reason: closure.reason })
  const live = liveTicketOf(day, citizen)
  if (live !== null) return refuseLive(live)
  const { mostOfDevice } = day.policy
  if (device !== null && (day.ofDevice.get(device) ?? 0) >= mostOfDevice) return refuse('device-limit', { limit: mostOfDevice })
  return null
}

function takingOf({ ticket, citizen, service, route, priority, device }: Taking): Taking {
  return { ticket, citizen, service, route, priority, device }
}

function checkIn(day: QueueDay, ticket: Readonly<Ticket>, command: Of<'check-in'>): QueueDecision {
  const { by, channel, atMs } = command
  const { checkInEarlyMs, checkInLateMs } = day.policy
  const slotAtMs = ticket.slotAtMs ?? atMs
  if (by !== null && by !== ticket.citizen) return refuse('not-yours')
  if (atMs < slotAtMs - checkInEarlyMs) return refuse('too-early', { seconds: secondsUntil(slotAtMs - checkInEarlyMs, atMs) })
  if (atMs > slotAtMs + checkInLateMs) return refuse('too-late')
  if (day.nextNumber > lastNumber) return refuse('queue-full', { limit: lastNumber })
  return accept({ type: 'checked-in', ticket: ticket.id, number: day.nextNumber, channel, atMs })
}

function arrive(day: QueueDay, command: Of<'arrive'>): QueueDecision {
  const { label, channel, from, rankMs, issuedAtMs, hop, atMs } = command
  const known = day.tickets.get(command.ticket)
  // It was here before and has gone on since: a later hop brings it back.
  const isBack = known !== undefined && isSentOn(known) && known.hop < hop
  if (known !== undefined && !isBack) return refuse('already-here', { label })
  const live = liveTicketOf(day, command.citizen)
  if (live !== null) return refuseLive(live)
  return accept({ type: 'arrived', label, channel, from, rankMs, issuedAtMs, hop, ...takingOf(command), atMs })
}

/** Asks everybody near the front who has not said for a while that they are ready; each once. */
function askReady(day: QueueDay, atMs: number): QueueEvent[] {
  return peopleAheadWithin(day, day.policy.askReadyAhead)
    .filter((ticket) => ticket.readyAskedAtMs === null && !isReady(ticket, atMs))
    .map((ticket) => ({ type: 'ready-asked', ticket: ticket.id, atMs }))
}

function rejoin(day: QueueDay, ticket: Readonly<Ticket>, command: Of<'rejoin'>): QueueDecision {
  const { by, atMs } = command
  const { rejoinBehind, mostRejoins } = day.policy
  if (by !== null && by !== ticket.citizen) return refuse('not-yours')
  const live = liveTicketOf(day, ticket.citizen)
  if (live !== null) return refuseLive(live)
  if (ticket.rejoins >= mostRejoins) return refuse('rejoins-spent', { limit: mostRejoins })
  const behind = day.waiting[Math.min(rejoinBehind, day.waiting.length) - 1]
  // Never before those who stood behind it when it was called: its own rank is the least that it gets.
  const rankMs = Math.max(ticket.rankMs, behind?.rankMs ?? ticket.rankMs)
  return accept({ type: 'rejoined', ticket: ticket.id, rankMs, atMs })
}

/** "I am ready", or "I am back from the room". */
function comeBack(day: QueueDay, { type, ticket: id, by, atMs }: Of<'ready' | 'return'>): QueueDecision {
  const isReady = type === 'ready'
  return onTicket(day, id, [isReady ? 'waiting' : 'parked'], (ticket) =>
    ofPerson(ticket, by, { type: isReady ? 'readied' : 'returned', ticket: id, atMs }),
  )
}

/** Accepts an event that only the ticket's own person, or the mall for them (`by` null), may bring about. */
function ofPerson(ticket: Readonly<Ticket>, by: string | null, event: QueueEvent): QueueDecision {
  return by === null || by === ticket.citizen ? accept(event) : refuse('not-yours')
}
