import { isSentOn, type QueueDay } from './queue-day.ts'
import type { Channel, PriorityReason, Ticket } from './ticket.ts'

/** One ticket as statistics see it: no person. Times are milliseconds; null where it did not come to that. */
export type Visit = {
  readonly group: string
  readonly service: string | null
  readonly counter: string | null
  readonly channel: Channel
  readonly priority: PriorityReason | null
  readonly isBooking: boolean
  /** Hour of the region's day in which it entered the order, 0 to 23; null when it never did. */
  readonly hour: number | null
  readonly outcome: 'served' | 'no-show' | 'left' | 'unserved' | 'open'
  /** From the entrance to the latest call. */
  readonly waitMs: number | null
  /** From the latest call to the end at the counter. */
  readonly serviceMs: number | null
}

/** What a set of visits comes to. Percentiles are of the values there are (nearest rank); null without any. */
export type VisitSummary = {
  readonly count: number
  readonly served: number
  readonly noShow: number
  readonly waitMedianMs: number | null
  readonly waitP90Ms: number | null
  readonly serviceMedianMs: number | null
  readonly serviceP90Ms: number | null
}

/** Every ticket of a day as a visit, in the order of the day's stream. @param utcOffsetMinutes of the region */
export function visitsOf(day: QueueDay, utcOffsetMinutes: number): Visit[] {
  return [...day.tickets.values()].map((ticket) => visitOf(day, ticket, utcOffsetMinutes))
}

/** Summaries by any key, largest first. */
export function summarizeVisits(visits: readonly Visit[], keyOf: (visit: Visit) => string): { key: string; summary: VisitSummary }[] {
  const members = new Map<string, Visit[]>()
  for (const visit of visits) {
    const key = keyOf(visit)
    const known = members.get(key)
    if (known === undefined) members.set(key, [visit])
    else known.push(visit)
  }
  return [...members]
    .map(([key, of]) => ({ key, summary: summarize(of) }))
    .sort((a, b) => b.summary.count - a.summary.count || (a.key < b.key ? -1 : 1))
}

function visitOf(day: QueueDay, ticket: Ticket, utcOffsetMinutes: number): Visit {
  const { enteredAtMs, calledAtMs, servedAtMs, endedAtMs, state } = ticket
  const wasServed = state === 'done' || (isSentOn(ticket) && servedAtMs !== null)
  return {
    group: day.group,
    service: ticket.service,
    counter: ticket.counter,
    channel: ticket.channel,
    priority: ticket.priority,
    isBooking: ticket.slotAtMs !== null,
    hour: enteredAtMs === null ? null : Math.floor(((((enteredAtMs / 60_000 + utcOffsetMinutes) % 1440) + 1440) % 1440) / 60),
    outcome: outcomeOf(ticket, wasServed),
    waitMs: enteredAtMs === null || calledAtMs === null ? null : calledAtMs - enteredAtMs,
    serviceMs: wasServed && calledAtMs !== null && endedAtMs !== null ? endedAtMs - calledAtMs : null,
  }
}

function outcomeOf(ticket: Ticket, wasServed: boolean): Visit['outcome'] {
  if (wasServed) return 'served'
  switch (ticket.state) {
    case 'skipped':
      return 'no-show'
    case 'expired':
      // Somebody who was called and did not come has had their chance; somebody who still waited has not.
      return ticket.calls > 0 || ticket.enteredAtMs === null ? 'no-show' : 'unserved'
    case 'cancelled':
    case 'transferred':
      return 'left'
    default:
      return 'open'
  }
}

function summarize(visits: readonly Visit[]): VisitSummary {
  const waits = sorted(visits.map(({ waitMs }) => waitMs))
  const services = sorted(visits.map(({ serviceMs }) => serviceMs))
  return {
    count: visits.length,
    served: visits.filter(({ outcome }) => outcome === 'served').length,
    noShow: visits.filter(({ outcome }) => outcome === 'no-show').length,
    waitMedianMs: nearestRank(waits, 0.5),
    waitP90Ms: nearestRank(waits, 0.9),
    serviceMedianMs: nearestRank(services, 0.5),
    serviceP90Ms: nearestRank(services, 0.9),
  }
}

function sorted(values: readonly (number | null)[]): number[] {
  return values.filter((value) => value !== null).sort((a, b) => a - b)
}

function nearestRank(values: readonly number[], share: number): number | null {
  return values.length === 0 ? null : values[Math.max(0, Math.ceil(values.length * share) - 1)]
}
