import { createRng, type Rng } from '@balai/engine/core'
import type { Channel, PriorityReason } from '../../game/queue/index.ts'
import { between, exponential, logBetween, logNormal, pick } from './draw.ts'

/** All that chance decides about one agency's day, drawn before it is played: what is told to people changes nothing of it. Times are minutes of the day. */
export type AgencyPlan = {
  readonly lines: readonly LinePlan[]
  readonly officers: readonly OfficerPlan[]
  readonly visitors: readonly VisitorPlan[]
}
type LinePlan = { readonly weight: number; readonly index: number; readonly services: readonly ServicePlan[] }
/** `sigma`: standard deviation of the logarithm of the time at the counter. */
type ServicePlan = { readonly slug: string; readonly weight: number; readonly meanMinutes: number; readonly sigma: number }
export type OfficerPlan = {
  /** When the counter calls people; between the spans it is paused. */
  readonly spans: readonly { readonly from: number; readonly to: number }[]
  /** Against the service's mean. */
  readonly pace: number
}
export type VisitorPlan = {
  readonly line: number
  readonly service: string
  readonly atMinute: number
  /** The booked time; null without a booking. */
  readonly slotMinute: number | null
  readonly channel: Channel
  readonly priority: PriorityReason | null
  readonly comesWhenCalled: boolean
  readonly rejoinsAfterMinutes: number | null
  /** From the call to the first word; of a "ready?" to its answer; until they go home; at the counter. */
  readonly comingMinutes: number
  readonly answerMinutes: number
  readonly patienceMinutes: number
  readonly talkMinutes: number
  /** In a room in the middle of the talk; null for most. */
  readonly parkedMinutes: number | null
  /** From the end of this visit until the officer calls again. */
  readonly afterMinutes: number
}

export const opensAt = 8 * 60
const lastNumberAt = 14.5 * 60
export const closesAt = 15.5 * 60
const leastVisitors = 10
/** What an officer works in a day, and what a turn takes beside the talk. */
const workMinutes = 360
const turnMinutes = 1.2
const doorsAt = 7.5 * 60
/** Arrivals an hour against the mean: the rush before and after the doors open, the dip at noon. */
const shape = [
  { until: opensAt, rate: 1.1 },
  { until: 9 * 60, rate: 2.2 },
  { until: 10.5 * 60, rate: 1.5 },
  { until: 11.75 * 60, rate: 1 },
  { until: 13 * 60, rate: 0.45 },
  { until: lastNumberAt, rate: 0.9 },
] as const
const reasons = ['health', 'elderly', 'elderly', 'disabled', 'pregnant', 'infant'] as const

/** A mall's day: 100 to 300 visitors, over as many agencies as they keep busy. */
export function drawOfficeDay(seed: number): AgencyPlan[] {
  const rng = createRng(seed)
  const agencies: AgencyPlan[] = []
  for (let left = between(rng, 100, 300); left >= leastVisitors; ) {
    const agency = drawAgency(rng, left)
    agencies.push(agency)
    left -= Math.max(agency.visitors.length, leastVisitors)
  }
  return agencies
}

/** One to four officers, busy for 65 to 105 % of a day of six hours: beyond that nobody would come. */
function drawAgency(rng: Rng, most: number): AgencyPlan {
  const lines = Array.from(
    { length: rng() < 0.6 ? 1 : 2 },
    (_, index): LinePlan => ({ weight: between(rng, 0.5, 1.5), index, services: drawServices(rng) }),
  )
  const talk = mean(
    lines.map((line) => ({
      weight: line.weight,
      value: mean(line.services.map(({ weight, meanMinutes }) => ({ weight, value: meanMinutes }))),
    })),
  )
  const count = 1 + Math.floor(rng() * 4)
  const officers = Array.from({ length: count }, (_, index) => drawOfficer(rng, index, count))
  const expected = (between(rng, 0.65, 1.05) * count * workMinutes) / (talk + turnMinutes)
  return { lines, officers, visitors: drawVisitors(rng, lines, Math.min(expected, most)) }
}

function drawServices(rng: Rng): ServicePlan[] {
  const base = logBetween(rng, 4, 20)
  return Array.from({ length: 2 + Math.floor(rng() * 3) }, (_, index) => ({
    slug: `s${index}`,
    weight: logBetween(rng, 0.3, 2),
    meanMinutes: Math.min(25, Math.max(3, base * logBetween(rng, 1 / 1.8, 1.8))),
    sigma: between(rng, 0.25, 0.5),
  }))
}

function drawOfficer(rng: Rng, index: number, count: number): OfficerPlan {
  const from = opensAt + Math.min(exponential(rng, index === 0 ? 3 : 6), 25)
  // One after the other, so that somebody is there at noon where there is more than one.
  const breakAt = 11.5 * 60 + (count === 1 ? 30 : (index * 90) / count) + between(rng, -5, 5)
  const gaps = [{ from: breakAt, to: breakAt + between(rng, 30, 50) }]
  // A meeting, a signature upstairs, a printer.
  if (rng() < 0.3) {
    const awayAt = between(rng, 8.75 * 60, 14 * 60)
    gaps.push({ from: awayAt, to: awayAt + between(rng, 10, 40) })
  }
  const leaves = index > 0 && rng() < 0.15 ? between(rng, 13 * 60, closesAt) : closesAt
  return { spans: withoutGaps(from, leaves, gaps), pace: logNormal(rng, 1, 0.15) }
}

function withoutGaps(from: number, to: number, gaps: readonly { from: number; to: number }[]): { from: number; to: number }[] {
  const spans: { from: number; to: number }[] = []
  let start = from
  for (const gap of [...gaps].sort((a, b) => a.from - b.from)) {
    if (gap.from > start) spans.push({ from: start, to: Math.min(gap.from, to) })
    start = Math.max(start, gap.to)
  }
  if (start < to) spans.push({ from: start, to })
  return spans.filter((span) => span.to > span.from)
}

function drawVisitors(rng: Rng, lines: readonly LinePlan[], expected: number): VisitorPlan[] {
  const visitors: VisitorPlan[] = []
  const weighed = shape.reduce((sum, { until, rate }, i) => sum + rate * (until - (shape[i - 1]?.until ?? doorsAt)), 0)
  const most = Math.max(...shape.map(({ rate }) => rate))
  // A Poisson process whose rate changes, by thinning (Lewis and Shedler, 1979).
  for (let at = doorsAt; ; ) {
    at += exponential(rng, weighed / expected / most)
    if (at >= lastNumberAt) return visitors
    const step = shape.find(({ until }) => at < until)
    if (step !== undefined && rng() < step.rate / most) visitors.push(drawVisitor(rng, lines, at))
  }
}

function drawVisitor(rng: Rng, lines: readonly LinePlan[], atMinute: number): VisitorPlan {
  const line = pick(rng, lines)
  const service = pick(rng, line.services)
  const comesWhenCalled = rng() >= 0.08
  const isBooking = rng() < 0.15 && atMinute > opensAt
  return {
    line: line.index,
    service: service.slug,
    atMinute,
    slotMinute: isBooking ? Math.ceil((atMinute + between(rng, -10, 20)) / 15) * 15 : null,
    channel: rng() < 0.35 ? 'home' : rng() < 0.6 ? 'kiosk' : 'hall',
    priority: rng() < 0.1 ? reasons[Math.floor(rng() * reasons.length)] : null,
    comesWhenCalled,
    rejoinsAfterMinutes: rng() < 0.4 ? between(rng, 2, 12) : null,
    comingMinutes: between(rng, 0.2, 1),
    answerMinutes: comesWhenCalled || rng() < 0.3 ? exponential(rng, 1.5) : Number.POSITIVE_INFINITY,
    patienceMinutes: rng() < 0.1 ? between(rng, 40, 120) : Number.POSITIVE_INFINITY,
    talkMinutes: Math.min(logNormal(rng, service.meanMinutes, service.sigma), 120),
    parkedMinutes: rng() < 0.03 ? between(rng, 5, 20) : null,
    // Most call the next at once; now and then somebody looks in, or the form runs out.
    afterMinutes: rng() < 0.04 ? between(rng, 3, 10) : logNormal(rng, 0.5, 0.6),
  }
}

function mean(items: readonly { readonly weight: number; readonly value: number }[]): number {
  return items.reduce((sum, { weight, value }) => sum + weight * value, 0) / items.reduce((sum, { weight }) => sum + weight, 0)
}
