import { assert } from '@balai/engine/core'
import { formatLabel } from './label.ts'
import { insertWaiting, removeWaiting } from './order.ts'
import { isLive, isSentOn, recentCount, type QueueDay } from './queue-day.ts'
import type { QueueEvent, Taking, TicketEvent } from './queue-event.ts'
import type { Channel, Ticket, TicketState } from './ticket.ts'
import { tally } from './turn-tally.ts'

type Of<Type extends QueueEvent['type']> = Extract<QueueEvent, { type: Type }>

/**
 * Applies one event that `decideQueue` made, in the order of the stream, and raises `day.version` by 1.
 * An event that does not fit the day is a fault of the stream and fails an assertion.
 */
export function applyQueueEvent(day: QueueDay, event: QueueEvent): void {
  switch (event.type) {
    case 'line-closed':
      day.closure = { reason: event.reason, untilMs: event.untilMs }
      break
    case 'line-opened':
      day.closure = null
      break
    case 'reserved':
      addTicket(day, { ...blank(day, event), slotAtMs: event.slotAtMs })
      holdSlot(day, event.slotAtMs, 1)
      break
    case 'issued':
      enter(day, addTicket(day, blank(day, event)), event)
      break
    case 'arrived':
      addArrived(day, event)
      break
    default: {
      const ticket = day.tickets.get(event.ticket)
      assert(ticket, `event ${event.type} names the unknown ticket ${event.ticket}`)
      tally(day.turns, ticket, -1)
      applyToTicket(day, ticket, event)
      tally(day.turns, ticket, 1)
    }
  }
  day.version++
}

function blank(day: QueueDay, event: Taking & { readonly atMs: number }): Ticket {
  assert(!day.tickets.has(event.ticket), `ticket ${event.ticket} was taken before`)
  return {
    id: event.ticket,
    number: null,
    label: null,
    citizen: event.citizen,
    device: event.device,
    channel: 'home',
    service: event.service,
    route: event.route,
    priority: event.priority,
    state: 'reserved',
    slotAtMs: null,
    issuedAtMs: event.atMs,
    enteredAtMs: null,
    rankMs: 0,
    sequence: 0,
    readyUntilMs: null,
    readyAskedAtMs: null,
    passes: 0,
    assignedTo: null,
    calledAtMs: null,
    servedAtMs: null,
    endedAtMs: null,
    counter: null,
    officer: null,
    calls: 0,
    room: null,
    rejoins: 0,
    hop: 0,
    sentTo: null,
    notes: [],
  }
}

function addTicket(day: QueueDay, ticket: Ticket): Ticket {
  day.tickets.set(ticket.id, ticket)
  day.liveOf.set(ticket.citizen, ticket)
  countDevice(day, ticket, 1)
  return ticket
}

/** A new number at the end of the order. */
function enter(day: QueueDay, ticket: Ticket, event: { number: number; channel: Channel; atMs: number }): void {
  const { number, channel, atMs } = event
  assert(number === day.nextNumber, `event has number ${number}, next is ${day.nextNumber}`)
  day.nextNumber = number + 1
  day.latestRankMs = Math.max(day.latestRankMs, atMs)
  ticket.number = number
  ticket.label = formatLabel(day.prefix, number)
  ticket.channel = channel
  ticket.readyUntilMs = channel === 'home' ? atMs + day.policy.readyForMs : null
  queueUp(day, ticket, day.latestRankMs, atMs)
}

function addArrived(day: QueueDay, event: Of<'arrived'>): void {
  const known = day.tickets.get(event.ticket)
  if (known === undefined) addTicket(day, { ...blank(day, event), issuedAtMs: event.issuedAtMs })
  else takeBack(day, known, event)
  const ticket = day.tickets.get(event.ticket)
  assert(ticket, `ticket ${event.ticket} has not arrived`)
  ticket.label = event.label
  ticket.channel = event.channel
  ticket.hop = event.hop
  ticket.readyUntilMs = event.channel === 'home' ? event.atMs + day.policy.readyForMs : null
  queueUp(day, ticket, event.rankMs, event.atMs)
}

/** Back in a line that it had left for another. */
function takeBack(day: QueueDay, ticket: Ticket, { citizen, service, route, priority }: Of<'arrived'>): void {
  assert(isSentOn(ticket), `ticket ${ticket.label} has not gone on`)
  Object.assign(ticket, { citizen, service, route, priority, endedAtMs: null, sentTo: null, readyAskedAtMs: null, passes: 0, calls: 0 })
  day.liveOf.set(citizen, ticket)
  countDevice(day, ticket, 1)
}

function queueUp(day: QueueDay, ticket: Ticket, rankMs: number, atMs: number): void {
  ticket.state = 'waiting'
  ticket.enteredAtMs ??= atMs
  ticket.rankMs = rankMs
  ticket.sequence = day.nextSequence++
  insertWaiting(day, ticket)
}

function applyToTicket(day: QueueDay, ticket: Ticket, event: Exclude<TicketEvent, { type: 'reserved' | 'issued' | 'arrived' }>): void {
  const { atMs } = event
  switch (event.type) {
    case 'checked-in':
      leave(day, ticket, ['reserved'])
      return enter(day, ticket, event)
    case 'ready-asked':
      ticket.readyAskedAtMs = atMs
      return
    case 'readied':
      return makeReady(day, ticket, atMs)
    case 'passed':
      ticket.passes++
      return
    case 'called':
      return applyCalled(day, ticket, event)
    case 'recalled':
      assertState(ticket, ['called'])
      ticket.calledAtMs = atMs
      ticket.calls++
      return
    case 'served':
      assertState(ticket, ['called'])
      ticket.state = 'serving'
      ticket.officer = event.officer
      ticket.servedAtMs = atMs
      return
    case 'finished':
      return applyFinished(day, ticket, event)
    case 'parked':
      leave(day, ticket, ['called', 'serving'])
      remember(day, ticket, atMs)
      ticket.state = 'parked'
      ticket.room = event.room
      return
    case 'transferred':
      return applyTransferred(day, ticket, event)
    case 'skipped':
      leave(day, ticket, ['waiting', 'called'])
      return end(day, ticket, 'skipped', atMs)
    case 'rejoined':
      leave(day, ticket, ['skipped'])
      day.liveOf.set(ticket.citizen, ticket)
      countDevice(day, ticket, 1)
      ticket.rejoins++
      return wait(day, ticket, event.rankMs, atMs)
    case 'returned':
      leave(day, ticket, ['parked'])
      return wait(day, ticket, ticket.rankMs, atMs)
    case 'prioritised':
      ticket.priority = event.priority
      return
    case 'noted':
      ticket.notes.push({ atMs, officer: event.officer, text: event.text })
      return
    case 'claimed':
      if (day.liveOf.get(ticket.citizen) === ticket) day.liveOf.delete(ticket.citizen)
      ticket.citizen = event.citizen
      if (isLive(ticket)) day.liveOf.set(event.citizen, ticket)
      return
    case 'cancelled':
      if (ticket.state === 'reserved') freeSlot(day, ticket, event.slotFreeAtMs ?? atMs)
      leave(day, ticket, ['reserved', 'waiting', 'called', 'parked', 'skipped'])
      return end(day, ticket, 'cancelled', atMs)
    case 'rebooked':
      if (ticket.state === 'reserved') freeSlot(day, ticket, atMs)
      leave(day, ticket, ['reserved', 'waiting', 'skipped'])
      ticket.sentTo = { day: event.day, slotAtMs: event.slotAtMs }
      return end(day, ticket, 'transferred', atMs)
    case 'expired':
      leave(day, ticket, ['reserved', 'waiting', 'called', 'skipped'])
      return end(day, ticket, 'expired', atMs)
  }
}

function applyCalled(day: QueueDay, ticket: Ticket, event: Of<'called'>): void {
  leave(day, ticket, ['waiting', 'parked', 'skipped'])
  if (ticket.state === 'skipped') countDevice(day, ticket, 1)
  day.liveOf.set(ticket.citizen, ticket)
  day.inHandOf.set(event.counter, ticket)
  if (event.basis === 'priority') day.turnsSincePriority = 0
  if (event.basis === 'turn') day.turnsSincePriority++
  ticket.state = 'called'
  ticket.counter = event.counter
  ticket.officer = event.officer
  ticket.calledAtMs = event.atMs
  ticket.servedAtMs = null
  ticket.endedAtMs = null
  ticket.room = null
  ticket.calls = 1
}

function applyFinished(day: QueueDay, ticket: Ticket, event: Of<'finished'>): void {
  leave(day, ticket, ['serving'])
  remember(day, ticket, event.atMs)
  ticket.officer = event.officer
  const { next } = event
  if (next === null) return end(day, ticket, 'done', event.atMs)
  ticket.route = ticket.route.slice(1)
  goOn(day, ticket, next, event.atMs)
}

function applyTransferred(day: QueueDay, ticket: Ticket, event: Of<'transferred'>): void {
  leave(day, ticket, ['called', 'serving'])
  remember(day, ticket, event.atMs)
  const { to } = event
  if (to.type === 'group') return goOn(day, ticket, to, event.atMs)
  // What it was assigned for is over with the service.
  ticket.assignedTo = null
  if (to.type === 'service') ticket.service = to.service
  else ticket.assignedTo = to.type === 'counter' ? { counter: to.counter } : { officer: to.officer }
  wait(day, ticket, ticket.rankMs, event.atMs)
}

/** To the next service: in this line in its old place, or out of it to another line. */
function goOn(day: QueueDay, ticket: Ticket, next: { readonly group: string; readonly service: string | null }, atMs: number): void {
  ticket.assignedTo = null
  if (next.group === day.group) {
    ticket.service = next.service
    return wait(day, ticket, ticket.rankMs, atMs)
  }
  ticket.sentTo = { group: next.group, service: next.service }
  ticket.hop++
  end(day, ticket, 'transferred', atMs)
}

/** Back into the order. Whoever comes from a counter or a room is there. */
function wait(day: QueueDay, ticket: Ticket, rankMs: number, atMs: number): void {
  ticket.endedAtMs = null
  ticket.calls = 0
  ticket.passes = 0
  ticket.room = null
  makeReady(day, ticket, atMs)
  queueUp(day, ticket, rankMs, atMs)
}

function makeReady(day: QueueDay, ticket: Ticket, atMs: number): void {
  ticket.readyUntilMs = ticket.channel === 'home' ? atMs + day.policy.readyForMs : null
  ticket.readyAskedAtMs = null
}

function assertState(ticket: Ticket, from: readonly TicketState[]): void {
  assert(from.includes(ticket.state), `ticket ${ticket.label} is ${ticket.state}, not ${from.join(' or ')}`)
}

/** Takes a ticket out of the order or out of the counter's hands, where it stands; its state is the caller's to change. */
function leave(day: QueueDay, ticket: Ticket, from: readonly TicketState[]): void {
  assertState(ticket, from)
  if (ticket.state === 'waiting') removeWaiting(day, ticket)
  if (ticket.counter !== null && day.inHandOf.get(ticket.counter) === ticket) day.inHandOf.delete(ticket.counter)
}

function end(day: QueueDay, ticket: Ticket, state: TicketState, atMs: number): void {
  if (isLive(ticket)) countDevice(day, ticket, -1)
  ticket.state = state
  ticket.endedAtMs = atMs
  if (day.liveOf.get(ticket.citizen) === ticket) day.liveOf.delete(ticket.citizen)
}

function countDevice(day: QueueDay, { device }: Ticket, step: 1 | -1): void {
  if (device !== null) day.ofDevice.set(device, (day.ofDevice.get(device) ?? 0) + step)
}

function holdSlot(day: QueueDay, slotAtMs: number | null, step: 1 | -1): void {
  if (slotAtMs === null) return
  const slot = day.slots.get(slotAtMs) ?? { held: 0, freeAtMs: [] }
  day.slots.set(slotAtMs, { ...slot, held: slot.held + step })
}

/** A place that was given up counts as held until the time that was drawn for it. */
function freeSlot(day: QueueDay, ticket: Ticket, freeAtMs: number): void {
  if (ticket.slotAtMs === null) return
  holdSlot(day, ticket.slotAtMs, -1)
  day.slots.get(ticket.slotAtMs)?.freeAtMs.push(freeAtMs)
}

/** Time at the counter, from the latest call on. */
function remember(day: QueueDay, ticket: Ticket, atMs: number): void {
  if (ticket.state !== 'serving') return
  day.recentServiceMs.push(atMs - (ticket.calledAtMs ?? atMs))
  if (day.recentServiceMs.length > recentCount) day.recentServiceMs.shift()
}
