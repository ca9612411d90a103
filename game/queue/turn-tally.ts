import type { Ticket } from './ticket.ts'

/** What the tickets of a day say together about the pace of its turns; kept up with each event, for a day may have thousands. */
export type TurnTally = {
  /** Of people who take a number at home, and of others: how many are gone before they were served, of how many of whom that is known. */
  readonly home: Loss
  readonly there: Loss
  /** Finished talks of each service, and their time together, each as long as is usual. */
  readonly services: Map<string | null, { count: number; sumMs: number }>
  /** The latest call of each counter. */
  readonly calledAtMs: Map<string, number>
}
type Loss = { gone: number; seen: number }

const minuteMs = 60_000
const shortestMs = minuteMs
const longestMs = 60 * minuteMs

export function newTally(): TurnTally {
  return { home: { gone: 0, seen: 0 }, there: { gone: 0, seen: 0 }, services: new Map(), calledAtMs: new Map() }
}

/** Adds what a ticket says now (`sign` 1), or takes it away again before the ticket changes (-1). */
export function tally(sum: TurnTally, { state, channel, service, counter, calledAtMs, endedAtMs }: Readonly<Ticket>, sign: 1 | -1): void {
  if (counter !== null && calledAtMs !== null) {
    sum.calledAtMs.set(counter, Math.max(sum.calledAtMs.get(counter) ?? calledAtMs, calledAtMs))
  }
  const isGone = state === 'skipped' || state === 'cancelled'
  if (!isGone && state !== 'done' && state !== 'serving') return
  const loss = channel === 'home' ? sum.home : sum.there
  loss.seen += sign
  if (isGone) loss.gone += sign
  if (state !== 'done' || counter === null || calledAtMs === null || endedAtMs === null) return
  const talks = sum.services.get(service) ?? { count: 0, sumMs: 0 }
  talks.count += sign
  talks.sumMs += sign * usualMs(endedAtMs - calledAtMs)
  sum.services.set(service, talks)
}

/** A ticket that somebody forgot to finish is no talk of five hours. */
export function usualMs(ms: number): number {
  return Math.min(Math.max(ms, shortestMs), longestMs)
}
