import type { CounterStream, CounterSummary, QueueSummary, WaitRange } from '../../game/api/index.ts'
import {
  closureAt,
  estimateWait,
  isBefore,
  peopleAhead,
  ticketInHand,
  waitingCount,
  type QueueDay,
  type Ticket,
} from '../../game/queue/index.ts'
import type { Malls } from '../mall/index.ts'
import type { CounterDesk } from './counter-desk.ts'
import { shownLabel } from './shown-label.ts'

/** A board shows so many who may still rejoin. */
const shownSkipped = 24

/** The public state of a region's queues: counts, labels and estimates, never a person. `days` are its lines of today. */
export function summarize(options: {
  region: string
  day: string
  days: readonly QueueDay[]
  malls: Malls
  nowMs: number
  desk: Pick<CounterDesk, 'officerAt' | 'openCount' | 'pausedAt'>
  streamOf: (counter: string) => CounterStream
}): QueueSummary {
  const { region, day, days, malls, nowMs, desk, streamOf } = options
  const byGroup = new Map(days.map((line) => [line.group, line]))
  return {
    region,
    day,
    groups: malls.agencies(region).flatMap((agency) => {
      const lines = agency.groups.map((group) => byGroup.get(group.slug)).filter((line) => line !== undefined)
      const openCounters = desk.openCount(region, agency.slug)
      const ahead = lines.reduce((sum, line) => sum + waitingCount(line), 0)
      return lines.map((line) => ({
        group: line.group,
        waiting: waitingCount(line),
        closed: closureAt(line, nowMs)?.reason ?? null,
        wait: estimateWait(line, { ahead, openCounters, nowMs, otherLines: lines.filter((other) => other !== line) }),
      }))
    }),
    skipped: days
      .flatMap((line) => [...line.tickets.values()].filter(({ state }) => state === 'skipped'))
      .sort((a, b) => (b.endedAtMs ?? 0) - (a.endedAtMs ?? 0))
      .slice(0, shownSkipped)
      .map(shownLabel),
    counters: malls.counters(region).map((place): CounterSummary => {
      const inHand = firstInHand(days, place.id)
      const sinceMs = inHand?.servedAtMs ?? inHand?.calledAtMs ?? null
      return {
        counter: place.id,
        isOpen: desk.officerAt(place.id) !== null,
        paused: desk.pausedAt(place.id),
        serving: inHand === null ? null : shownLabel(inHand),
        servingSince: sinceMs === null ? null : new Date(sinceMs).toISOString(),
        stream: streamOf(place.id),
      }
    }),
  }
}

/**
 * Waiting time of one ticket: those before it in its own line, and of the agency's other lines whoever has an earlier place, for the same officers
 * call from all of them.
 */
export function ticketWait(options: {
  line: QueueDay
  ticket: Readonly<Ticket>
  agencyLines: readonly QueueDay[]
  openCounters: number
  nowMs: number
}): WaitRange | null {
  const { line, ticket, agencyLines, openCounters, nowMs } = options
  if (ticket.state !== 'waiting' || openCounters === 0) return null
  let ahead = peopleAhead(line, ticket.id) ?? 0
  for (const other of agencyLines) if (other !== line) ahead += other.waiting.filter((one) => isBefore(one, ticket)).length
  return estimateWait(line, { ahead, openCounters, nowMs, otherLines: agencyLines.filter((other) => other !== line) })
}

function firstInHand(days: readonly QueueDay[], counter: string): Ticket | null {
  for (const day of days) {
    const ticket = ticketInHand(day, counter)
    if (ticket !== null) return ticket
  }
  return null
}
