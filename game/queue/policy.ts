/** What an administrator may set for a line. Times in milliseconds. It is part of the day's proof: it does not change within a day. */
export type QueuePolicy = {
  /** Calls by turn that must come between two priority calls while others wait: 2 gives at most one call in three (Q12). */
  readonly turnsPerPriority: number
  /** Somebody who rejoins stands behind so many (Q41). */
  readonly rejoinBehind: number
  readonly mostRejoins: number
  readonly mostCalls: number
  readonly recallAfterMs: number
  /** A person called once is a no-show after this; called twice, at once (Q38). */
  readonly skipAfterMs: number
  /** How long somebody who waits at home counts as ready after they last said so (Q20). */
  readonly readyForMs: number
  /** Who has fewer than so many before them is asked whether they are ready (Q21). */
  readonly askReadyAhead: number
  /** Passed over so often for not being ready, a ticket is skipped (Q24). */
  readonly mostPasses: number
  /** The window for the check-in of a booking, before and after its time (Q28). */
  readonly checkInEarlyMs: number
  readonly checkInLateMs: number
  /** Live tickets and bookings that one device may hold in a line and day (Q6). */
  readonly mostOfDevice: number
  /** By how much a priority call goes before other lines that the same officers handle (Q17). */
  readonly headStartMs: number
}

const secondMs = 1000
const minuteMs = 60 * secondMs

export const defaultPolicy: QueuePolicy = {
  turnsPerPriority: 2,
  rejoinBehind: 3,
  mostRejoins: 2,
  mostCalls: 3,
  recallAfterMs: 15 * secondMs,
  skipAfterMs: 45 * secondMs,
  readyForMs: 15 * minuteMs,
  askReadyAhead: 3,
  mostPasses: 3,
  checkInEarlyMs: 30 * minuteMs,
  checkInLateMs: 15 * minuteMs,
  mostOfDevice: 3,
  headStartMs: 20 * minuteMs,
}

/** The default with some of it changed. @throws TypeError that names a value that is no whole number of 0 or more */
export function createPolicy(changes: Partial<QueuePolicy> = {}): QueuePolicy {
  for (const [name, value] of Object.entries(changes)) {
    if (!(name in defaultPolicy)) throw new TypeError(`policy has no ${name}: use one of ${Object.keys(defaultPolicy).join(', ')}`)
    if (!Number.isSafeInteger(value) || value < 0) throw new TypeError(`policy.${name} must be a whole number of 0 or more, got ${value}`)
  }
  return { ...defaultPolicy, ...changes }
}
