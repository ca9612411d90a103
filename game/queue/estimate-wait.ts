import { callOrder, isBefore } from './order.ts'
import type { QueueDay } from './queue-day.ts'
import type { Ticket } from './ticket.ts'
import { usualMs } from './turn-tally.ts'

const minuteMs = 60_000
/** What a talk takes before anything was measured, how far such times lie apart (share of the mean), and for how many measured talks that counts. */
const prior = { meanMs: 10 * minuteMs, spread: 0.8, weight: 2 }
/** The mean of one service leans on that of the line as if the line's were so many of its talks; the spread within a service and between services. */
const ofService = { weight: 2, spread: 0.5, between: 0.5 }
/** How many of those ahead will have gone, or not come, before anything was seen; for how many that counts; what such a call takes. */
const priorLoss = { share: 0.1, weight: 20, costMs: 0.6 * minuteMs }
/** From the end of a talk to the next call. */
const betweenMs = 0.8 * minuteMs
/** Later priorities, people who come back from a room, and those who rejoin go before somebody who waits. */
const overtaken = 1.12
/** A counter that called within this time, and is not open, is in a pause: half of them count again for waits of so much work. */
const pause = { withinMs: 90 * minuteMs, share: 0.5, workMs: 40 * minuteMs }
/** What no talk explains: a part of the wait (an officer who is away; the less, the more there are), and a little of every wait. */
const unforeseen = { share: 0.3, ms: 2 * minuteMs }
/** The ends of the range in standard deviations: about seventeen waits of twenty lie inside. */
const range = { early: -1.5, late: 1.3 }

/** Minutes from now. As many wait longer than `estimateMinutes` as less; few less than `optimisticMinutes` or more than `latestMinutes`. */
export type WaitEstimate = { readonly optimisticMinutes: number; readonly estimateMinutes: number; readonly latestMinutes: number }

/**
 * How long somebody with `ahead` people before them will wait, in whole minutes from `nowMs`; null while no counter is open.
 * A range, because one number would be a promise. SPEC.md, Q61, Q62 and Q83 to Q90. `otherLines`: those of this day whose tickets the same
 * counters call (Q16); `ahead` counts their people too. Microseconds.
 *
 * The work before the person over the counters that do it, as the queue-length predictors of Ibrahim and Whitt (Operations Research 59, 2011),
 * with what is measured in place of what they assume: the mean of each service, shrunk towards that of the line (James and Stein, 1961), the
 * remaining time of log-normal talks, and a gamma distribution for the sum, whose quantiles are Wilson and Hilferty's (1931).
 * @throws TypeError when `ahead` or `openCounters` is not an integer of 0 or more.
 */
export function estimateWait(
  day: QueueDay,
  options: { ahead: number; openCounters: number; nowMs: number; otherLines?: readonly QueueDay[] },
): WaitEstimate | null {
  const { ahead, openCounters, nowMs, otherLines = [] } = options
  if (!Number.isInteger(ahead) || ahead < 0) throw new TypeError(`options.ahead must be an integer of 0 or more, got ${ahead}`)
  if (!Number.isInteger(openCounters) || openCounters < 0) {
    throw new TypeError(`options.openCounters must be an integer of 0 or more, got ${openCounters}`)
  }
  if (openCounters === 0) return null
  const paces = [day, ...otherLines].map(paceOf)
  const inHand = remainingWork(paces, nowMs)
  const busy = Math.min(inHand.count, openCounters)
  if (ahead < openCounters - busy) return { optimisticMinutes: 0, estimateMinutes: 0, latestMinutes: 0 }
  // A counter that has paused ends its talk first: it is not known which, so all count in part.
  const inHandMs = inHand.count === 0 ? 0 : (inHand.meanMs * busy) / inHand.count
  const waiting = workAhead(paces, ahead)
  const counters = openCounters + comingBack(paces, openCounters, nowMs) * Math.min(1, waiting.meanMs / pause.workMs)
  const { meanMs: talkMs, spreadSquare } = paces[0].line
  // The first counter to be free, not the mean of them: by that much it is earlier.
  const firstMs = ((1 - 1 / openCounters) * talkMs * (1 + spreadSquare)) / 2
  const leastMs = (inHandMs + Math.min(ahead, openCounters - busy) * talkMs) / openCounters ** 2
  const meanMs = Math.max((inHandMs + waiting.meanMs) / counters - firstMs, leastMs, minuteMs / 2)
  const variance =
    (inHand.variance + waiting.variance) / counters ** 2 + (unforeseen.share * meanMs) ** 2 / openCounters + unforeseen.ms ** 2
  return quantiles(meanMs, variance)
}

/** Of a gamma distribution. */
function quantiles(meanMs: number, variance: number): WaitEstimate {
  const ninth = Math.min(variance / meanMs ** 2, 1) / 9
  const minutesAt = (deviations: number): number => (meanMs * Math.max(0, 1 - ninth + deviations * Math.sqrt(ninth)) ** 3) / minuteMs
  const estimateMinutes = Math.max(1, Math.round(minutesAt(0)))
  return {
    optimisticMinutes: Math.floor(minutesAt(range.early)),
    estimateMinutes,
    latestMinutes: Math.max(estimateMinutes + 1, Math.ceil(minutesAt(range.late))),
  }
}

type Work = { readonly meanMs: number; readonly variance: number }
/** Time at the counter. `spreadSquare`: variance over the square of the mean; `doubt`: the same of the mean itself, for it was measured on few. */
type Talk = { readonly meanMs: number; readonly spreadSquare: number; readonly doubt: number }
/** What a day has shown so far. */
type Pace = {
  readonly version: number
  readonly day: QueueDay
  readonly line: Talk
  readonly services: ReadonlyMap<string | null, Talk>
  /** Share of people at home, and of others, who are gone before they are served. */
  readonly lossAtHome: number
  readonly loss: number
  /** The latest call of each counter. */
  readonly calledAtMs: ReadonlyMap<string, number>
}

/** What is left of the talks in hand. */
function remainingWork(paces: readonly Pace[], nowMs: number): Work & { readonly count: number } {
  let count = 0
  let meanMs = 0
  let variance = 0
  for (const pace of paces) {
    for (const { service, calledAtMs } of pace.day.inHandOf.values()) {
      const left = remaining(talkOf(pace, service), Math.max(nowMs - (calledAtMs ?? nowMs), 0))
      count++
      meanMs += left.meanMs + betweenMs
      variance += left.variance
    }
  }
  return { count, meanMs, variance }
}

/** The first so many who wait, by the order of calls of each line; whoever is not known takes as long as the line's mean. */
function workAhead(paces: readonly Pace[], ahead: number): Work {
  const counts = new Map<Talk, number>()
  let lost = 0
  let variance = 0
  const orders = paces.map((pace) => ({ pace, order: callOrder(pace.day), next: 0 }))
  for (let left = ahead; left > 0; left--) {
    const first = orders.reduce((best, one) => (isEarlier(one.order[one.next], best.order[best.next]) ? one : best))
    const ticket = first.order[first.next++] as Ticket | undefined
    const loss = ticket?.channel === 'home' ? first.pace.lossAtHome : first.pace.loss
    const talk = talkOf(first.pace, ticket?.service ?? null)
    counts.set(talk, (counts.get(talk) ?? 0) + 1 - loss)
    variance += loss * (1 - loss) * talk.meanMs ** 2
    lost += loss
  }
  let meanMs = lost * priorLoss.costMs
  for (const [talk, count] of counts) {
    meanMs += overtaken * count * (talk.meanMs + betweenMs)
    // A mean that is off is off for everybody of that service.
    variance += talk.meanMs ** 2 * (count * talk.spreadSquare + count ** 2 * talk.doubt)
  }
  return { meanMs, variance }
}

function isEarlier(a: Ticket | undefined, b: Ticket | undefined): boolean {
  return a !== undefined && (b === undefined || isBefore(a, b))
}

/** How many counters are likely to end a pause. */
function comingBack(paces: readonly Pace[], openCounters: number, nowMs: number): number {
  const lately = new Set<string>()
  for (const { calledAtMs } of paces) for (const [counter, atMs] of calledAtMs) if (atMs > nowMs - pause.withinMs) lately.add(counter)
  return pause.share * Math.max(0, lately.size - openCounters)
}

function talkOf(pace: Pace, service: string | null): Talk {
  return pace.services.get(service) ?? pace.line
}

const known = new WeakMap<QueueDay, Pace>()

function paceOf(day: QueueDay): Pace {
  const kept = known.get(day)
  if (kept?.version === day.version) return kept
  const pace = measure(day)
  known.set(day, pace)
  return pace
}

function measure(day: QueueDay): Pace {
  const line = lineTalk(day)
  const { home, there, services: sums, calledAtMs } = day.turns
  const services = new Map<string | null, Talk>()
  for (const [service, { count, sumMs }] of sums) {
    if (count === 0) continue
    const weight = count + ofService.weight
    const meanMs = (sumMs + ofService.weight * line.meanMs) / weight
    services.set(service, { meanMs, spreadSquare: ofService.spread ** 2, doubt: (ofService.between ** 2 * ofService.weight) / weight })
  }
  return {
    version: day.version,
    day,
    line,
    services,
    lossAtHome: shareLost(home),
    loss: shareLost(there),
    calledAtMs,
  }
}

function shareLost({ gone, seen }: { readonly gone: number; readonly seen: number }): number {
  return (gone + priorLoss.share * priorLoss.weight) / (seen + priorLoss.weight)
}

/** All services together, as the last talks went. */
function lineTalk(day: QueueDay): Talk {
  const times = day.recentServiceMs.map(usualMs)
  const weight = prior.weight + times.length
  const meanMs = times.reduce((sum, ms) => sum + ms, prior.weight * prior.meanMs) / weight
  const squares = times.reduce((sum, ms) => sum + (ms - meanMs) ** 2, prior.weight * (prior.spread * meanMs) ** 2)
  const spreadSquare = squares / weight / meanMs ** 2
  return { meanMs, spreadSquare, doubt: spreadSquare / weight }
}

/** Of a log-normal talk that has lasted so long: the longer it lasts, the longer it will, as those do that nobody foresaw. */
function remaining({ meanMs, spreadSquare, doubt }: Talk, lastedMs: number): Work {
  const logVariance = Math.log(1 + spreadSquare + doubt)
  const deviation = Math.sqrt(logVariance)
  const middle = Math.log(meanMs) - logVariance / 2
  // Where hardly a talk lasts, the ratio of two tails is no longer exact: from there on what is left grows with what has passed.
  const farMs = Math.exp(middle + 2.5 * deviation)
  const atMs = Math.min(Math.max(lastedMs, 1), farMs)
  const z = (middle - Math.log(atMs)) / deviation
  const lasting = normalShare(z)
  const mean = (meanMs * normalShare(z + deviation)) / lasting
  const square = (meanMs ** 2 * Math.exp(logVariance) * normalShare(z + 2 * deviation)) / lasting
  const scale = Math.max(1, lastedMs / farMs)
  return { meanMs: Math.max(mean - atMs, minuteMs / 2) * scale, variance: Math.max(square - mean ** 2, 0) * scale ** 2 }
}

/** The normal distribution function, to a ten-thousandth or two (Page, 1977). */
function normalShare(z: number): number {
  return 1 / (1 + Math.exp(-1.5976 * z - 0.070565992 * z ** 3))
}
