import type { CounterStream, CounterSummary, QueueSummary, WaitRange } from '../../game/api/index.ts'
import { estimateWait, ticketInHand, waitingCount, type QueueDay, type Ticket } from '../../game/queue/index.ts'
import type { Malls } from '../mall/index.ts'
import type { CounterDesk } from './counter-desk.ts'

/** The public state of a region's queues: counts, labels and estimates, never a person. `days` are its lines of today. */
export function summarize(options: {
  region: string
  day: string
  days: readonly QueueDay[]
  malls: Malls
  nowMs: number
  desk: Pick<CounterDesk, 'officerAt' | 'openCount'>
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
        wait: estimateWait(line, { ahead, openCounters, nowMs }),
      }))
    }),
    counters: malls.counters(region).map((place): CounterSummary => {
      const inHand = firstInHand(days, place.id)
      const sinceMs = inHand?.servedAtMs ?? inHand?.calledAtMs ?? null
      return {
        counter: place.id,
        isOpen: desk.officerAt(place.id) !== null,
        serving: inHand?.label ?? null,
        servingSince: sinceMs === null ? null : new Date(sinceMs).toISOString(),
        stream: streamOf(place.id),
      }
    }),
  }
}

/**
 * Waiting time of one ticket. Officers take the longest waiting of all their agency's lines,
 * so everybody of the agency who came earlier is before it, whatever their letter.
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
  let ahead = 0
  for (const other of agencyLines) ahead += waitingBefore(other, ticket.issuedAtMs)
  return estimateWait(line, { ahead, openCounters, nowMs })
}

/** How many wait in this line who came before the instant. The line is in order of issue, so the walk ends there. */
function waitingBefore(line: QueueDay, issuedAtMs: number): number {
  let count = 0
  for (let index = line.head; index < line.order.length; index++) {
    const ticket = line.order[index]
    if (ticket.issuedAtMs >= issuedAtMs) break
    if (ticket.state === 'waiting') count++
  }
  return count
}

function firstInHand(days: readonly QueueDay[], counter: string): Ticket | null {
  for (const day of days) {
    const ticket = ticketInHand(day, counter)
    if (ticket !== null) return ticket
  }
  return null
}
