import {
  applyQueueEvent,
  chooseLine,
  createQueueDay,
  decideQueue,
  estimateWait,
  isBefore,
  peopleAhead,
  type QueueCommand,
  type QueueDay,
  type Ticket,
  type WaitEstimate,
} from '../../game/queue/index.ts'
import { type AgencyPlan, closesAt, type OfficerPlan, opensAt, type VisitorPlan } from './office-plan.ts'
import { createVirtualTime, type VirtualTime } from './virtual-time.ts'

/** What somebody was told at an instant, and what came of it. Minutes. */
export type ToldWait = {
  /** Minute of the day. */
  readonly atMinute: number
  readonly isEntrance: boolean
  readonly ahead: number
  readonly openCounters: number
  readonly officers: number
  /** null: nothing was promised, for no counter was open. */
  readonly told: WaitEstimate | null
  /** Until the first call; null when there was none. */
  readonly trueMinutes: number | null
  /** How long they waited in vain; null when they were called. */
  readonly vainMinutes: number | null
}
type Telling = Omit<ToldWait, 'trueMinutes' | 'vainMinutes'> & { readonly ticket: string; readonly atMs: number }

type Desk = { readonly counter: string; readonly officer: string; readonly plan: OfficerPlan; isOpen: boolean; isBusy: boolean }
type Agency = {
  readonly time: VirtualTime
  readonly days: readonly QueueDay[]
  readonly desks: readonly Desk[]
  readonly visitors: ReadonlyMap<string, VisitorPlan>
  readonly tellings: Telling[]
  readonly calledAtMs: Map<string, number>
  readonly goneAtMs: Map<string, number>
  readonly asked: Set<string>
}

const minuteMs = 60_000
const againMs = 5 * minuteMs
/** An officer without a queue sees a newcomer after so long. */
const noticeMs = 15_000
const recallMs = 25_000
const noShowMs = 55_000

/** Plays one agency's day through the domain. */
export function playAgency(plan: AgencyPlan): ToldWait[] {
  const agency: Agency = {
    time: createVirtualTime(),
    days: plan.lines.map(({ index }) => createQueueDay({ region: 'r', group: `g${index}`, prefix: 'ABC'[index], day: '2026-03-02' })),
    desks: plan.officers.map((officer, i) => ({ counter: `c${i}`, officer: `o${i}`, plan: officer, isOpen: false, isBusy: false })),
    visitors: new Map(plan.visitors.map((visitor, i) => [`t${i}`, visitor])),
    tellings: [],
    calledAtMs: new Map(),
    goneAtMs: new Map(),
    asked: new Set(),
  }
  const { time, visitors, desks } = agency
  for (const [ticket, visitor] of visitors) time.plan(visitor.atMinute * minuteMs, (nowMs) => enter(agency, ticket, visitor, nowMs))
  for (const desk of desks) for (const span of desk.plan.spans) time.plan(span.from * minuteMs, (nowMs) => open(agency, desk, nowMs))
  for (const desk of desks) for (const span of desk.plan.spans) time.plan(span.to * minuteMs, () => pause(desk))
  for (let atMs = opensAt * minuteMs; atMs < closesAt * minuteMs; atMs += againMs) time.plan(atMs, (nowMs) => tellAll(agency, nowMs))
  time.run(closesAt * minuteMs)
  return agency.tellings.map(({ ticket, atMs, ...telling }) => {
    const calledAtMs = agency.calledAtMs.get(ticket)
    const endMs = agency.goneAtMs.get(ticket) ?? closesAt * minuteMs
    return {
      ...telling,
      trueMinutes: calledAtMs === undefined ? null : (calledAtMs - atMs) / minuteMs,
      vainMinutes: calledAtMs === undefined ? (endMs - atMs) / minuteMs : null,
    }
  })
}

/** @returns whether the domain took the command */
function act(day: QueueDay, command: QueueCommand): boolean {
  const decision = decideQueue(day, command)
  if (decision.ok) for (const event of decision.events) applyQueueEvent(day, event)
  return decision.ok
}

function enter(agency: Agency, ticket: string, visitor: VisitorPlan, nowMs: number): void {
  const day = agency.days[visitor.line]
  const { service, channel, priority, slotMinute } = visitor
  const taking = { ticket, citizen: ticket, service, route: [], priority, device: null }
  if (slotMinute === null) act(day, { type: 'issue', ...taking, channel, quota: null, atMs: nowMs })
  else {
    // Booked the day before; the domain is told at the last moment, which changes nothing of the order.
    act(day, { type: 'reserve', ...taking, slotAtMs: slotMinute * minuteMs, capacity: 99, atMs: -1 })
    if (!act(day, { type: 'check-in', ticket, by: null, channel, atMs: nowMs })) return
  }
  const entered = day.tickets.get(ticket)
  if (entered === undefined) return
  tell(agency, day, entered, nowMs, true)
  agency.time.plan(nowMs + visitor.patienceMinutes * minuteMs, (atMs) => {
    if (day.tickets.get(ticket)?.state !== 'waiting') return
    act(day, { type: 'cancel', ticket, by: ticket, slotFreeAtMs: null, atMs })
    agency.goneAtMs.set(ticket, atMs)
  })
  wake(agency, nowMs)
}

/** Tells as the product does: those before it in its own line, and whoever has an earlier place in the agency's others. */
function tell(agency: Agency, day: QueueDay, ticket: Ticket, nowMs: number, isEntrance: boolean): void {
  const otherLines = agency.days.filter((other) => other !== day)
  const ahead = otherLines.reduce(
    (sum, other) => sum + other.waiting.filter((one) => isBefore(one, ticket)).length,
    peopleAhead(day, ticket.id) ?? 0,
  )
  const openCounters = agency.desks.filter(({ isOpen }) => isOpen).length
  const told = estimateWait(day, { ahead, openCounters, nowMs, otherLines })
  const { length: officers } = agency.desks
  agency.tellings.push({ ticket: ticket.id, atMs: nowMs, atMinute: nowMs / minuteMs, isEntrance, ahead, openCounters, officers, told })
}

function tellAll(agency: Agency, nowMs: number): void {
  for (const day of agency.days)
    for (const ticket of day.waiting) if (!agency.calledAtMs.has(ticket.id)) tell(agency, day, ticket, nowMs, false)
  askReady(agency, nowMs)
}

function askReady(agency: Agency, nowMs: number): void {
  for (const day of agency.days) {
    act(day, { type: 'ask-ready', atMs: nowMs })
    for (const { id, readyAskedAtMs } of day.waiting) {
      const key = `${id} ${readyAskedAtMs}`
      if (readyAskedAtMs === null || agency.asked.has(key)) continue
      agency.asked.add(key)
      agency.time.plan(
        nowMs + plannedOf(agency, id).answerMinutes * minuteMs,
        (atMs) => void act(day, { type: 'ready', ticket: id, by: id, atMs }),
      )
    }
  }
}

function open(agency: Agency, desk: Desk, nowMs: number): void {
  desk.isOpen = true
  callNext(agency, desk, nowMs)
}

/** A talk under way is brought to its end. */
function pause(desk: Desk): void {
  desk.isOpen = false
}

function wake(agency: Agency, nowMs: number): void {
  for (const desk of agency.desks)
    if (desk.isOpen && !desk.isBusy) agency.time.plan(nowMs + noticeMs, (atMs) => callNext(agency, desk, atMs))
}

function callNext(agency: Agency, desk: Desk, nowMs: number): void {
  if (!desk.isOpen || desk.isBusy) return
  const at = { counter: desk.counter, officer: desk.officer, atMs: nowMs }
  const day = chooseLine(agency.days, at)
  if (day === null || !act(day, { type: 'call-next', ...at })) return
  desk.isBusy = true
  const ticket = day.inHandOf.get(desk.counter)
  if (ticket === undefined) throw new TypeError(`counter ${desk.counter} called and has nobody in hand`)
  if (!agency.calledAtMs.has(ticket.id)) agency.calledAtMs.set(ticket.id, nowMs)
  for (const one of day.tickets.values()) if (one.state === 'skipped' && !agency.goneAtMs.has(one.id)) agency.goneAtMs.set(one.id, nowMs)
  askReady(agency, nowMs)
  const visitor = plannedOf(agency, ticket.id)
  if (!visitor.comesWhenCalled && ticket.rejoins === 0) missCall(agency, desk, day, ticket, visitor, nowMs)
  else agency.time.plan(nowMs + visitor.comingMinutes * minuteMs, (atMs) => serve(agency, desk, day, ticket, visitor, atMs))
}

function serve(agency: Agency, desk: Desk, day: QueueDay, ticket: Ticket, visitor: VisitorPlan, nowMs: number): void {
  const at = { ticket: ticket.id, counter: desk.counter, officer: desk.officer }
  act(day, { type: 'serve', ...at, atMs: nowMs })
  const { parkedMinutes, talkMinutes } = visitor
  const isParked = parkedMinutes !== null && !agency.asked.has(`${ticket.id} parked`)
  const share = parkedMinutes === null ? 1 : 0.5
  agency.time.plan(nowMs + talkMinutes * share * desk.plan.pace * minuteMs, (atMs) => {
    if (isParked) {
      agency.asked.add(`${ticket.id} parked`)
      act(day, { type: 'park', ...at, room: 'photo', atMs })
      agency.time.plan(atMs + parkedMinutes * minuteMs, (backMs) => {
        act(day, { type: 'return', ticket: ticket.id, by: null, atMs: backMs })
        wake(agency, backMs)
      })
    } else act(day, { type: 'finish', ...at, atMs })
    goOn(agency, desk, visitor, atMs)
  })
}

function missCall(agency: Agency, desk: Desk, day: QueueDay, ticket: Ticket, visitor: VisitorPlan, nowMs: number): void {
  const at = { ticket: ticket.id, counter: desk.counter, officer: desk.officer }
  agency.time.plan(nowMs + recallMs, (atMs) => void act(day, { type: 'recall', ...at, atMs }))
  agency.time.plan(nowMs + noShowMs, (atMs) => {
    act(day, { type: 'skip', ...at, atMs })
    if (visitor.rejoinsAfterMinutes !== null) {
      agency.time.plan(atMs + visitor.rejoinsAfterMinutes * minuteMs, (backMs) => {
        act(day, { type: 'rejoin', ticket: ticket.id, by: null, atMs: backMs })
        wake(agency, backMs)
      })
    }
    goOn(agency, desk, { ...visitor, afterMinutes: 0.1 }, atMs)
  })
}

function goOn(agency: Agency, desk: Desk, { afterMinutes }: VisitorPlan, nowMs: number): void {
  agency.time.plan(nowMs + afterMinutes * minuteMs, (atMs) => {
    desk.isBusy = false
    callNext(agency, desk, atMs)
  })
}

function plannedOf(agency: Agency, ticket: string): VisitorPlan {
  const visitor = agency.visitors.get(ticket)
  if (visitor === undefined) throw new TypeError(`no visitor has the ticket ${ticket}`)
  return visitor
}
