import type { QueueDay } from './queue-day.ts'
import type { Ticket } from './ticket.ts'

/** Who is called next at a counter, why then, and who is passed over because they are not ready. */
export type NextCall = { readonly ticket: Ticket; readonly basis: 'turn' | 'priority' | 'assigned'; readonly passed: readonly Ticket[] }

/** Puts a ticket in its place by rank and sequence. */
export function insertWaiting(day: QueueDay, ticket: Ticket): void {
  day.waiting.splice(placeOf(day, ticket), 0, ticket)
}

/** Takes a ticket out; its rank is still the one it was put in with. */
export function removeWaiting(day: QueueDay, ticket: Ticket): void {
  const index = placeOf(day, ticket)
  if (day.waiting[index] === ticket) day.waiting.splice(index, 1)
}

/** Index of the first that is not before this ticket. */
function placeOf(day: QueueDay, ticket: Ticket): number {
  let low = 0
  let high = day.waiting.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isBefore(day.waiting[middle], ticket)) low = middle + 1
    else high = middle
  }
  return low
}

export function isBefore(a: Readonly<Ticket>, b: Readonly<Ticket>): boolean {
  return a.rankMs < b.rankMs || (a.rankMs === b.rankMs && a.sequence < b.sequence)
}

/** Whether the person is there, or has said lately that they are ready. */
export function isReady(ticket: Readonly<Ticket>, atMs: number): boolean {
  return ticket.readyUntilMs === null || ticket.readyUntilMs >= atMs
}

/**
 * Who is called next at this counter by this officer; null when nobody waits whom it may call. By rank, except that a priority goes before
 * when its share allows (Q11 to Q14); whoever is not ready is passed over while somebody is (Q22, Q23). O(n) at worst.
 */
export function nextCall(
  day: QueueDay,
  at: { readonly counter: string; readonly officer: string; readonly atMs: number },
): NextCall | null {
  return nextAmong(
    day,
    day.waiting.filter((ticket) => isFor(ticket, at)),
    at.atMs,
  )
}

/** The same among these, who are in the day's order. */
export function nextAmong(day: QueueDay, mayCall: readonly Ticket[], atMs: number): NextCall | null {
  const ready = mayCall.filter((ticket) => isReady(ticket, atMs))
  const choice = ready.length > 0 ? ready : mayCall
  if (choice.length === 0) return null
  const [turn] = choice
  const first = firstPriority(choice)
  const isDue = first !== null && first !== turn && day.turnsSincePriority >= day.policy.turnsPerPriority
  const ticket = isDue ? first : turn
  const passed = isDue ? [] : mayCall.filter((other) => isBefore(other, ticket) && !isReady(other, atMs))
  return { ticket, basis: isDue ? 'priority' : ticket.assignedTo === null ? 'turn' : 'assigned', passed }
}

/** A ticket assigned to another counter or officer is not for this one. */
export function isFor({ assignedTo }: Ticket, at: { readonly counter: string; readonly officer: string }): boolean {
  if (assignedTo === null) return true
  return 'counter' in assignedTo ? assignedTo.counter === at.counter : assignedTo.officer === at.officer
}

/** Health first, then by rank. */
function firstPriority(waiting: readonly Ticket[]): Ticket | null {
  return waiting.find(({ priority }) => priority === 'health') ?? waiting.find(({ priority }) => priority !== null) ?? null
}

const orders = new WeakMap<QueueDay, { readonly version: number; readonly places: ReadonlyMap<string, number>; readonly order: Ticket[] }>()

/** Everybody who waits, in the order in which they would be called if nobody came and all were ready. Kept until the day changes. */
export function callOrder(day: QueueDay): readonly Ticket[] {
  return orderOf(day).order
}

/** The first so many in the order of calls. */
export function peopleAheadWithin(day: QueueDay, count: number): readonly Ticket[] {
  return callOrder(day).slice(0, count)
}

/** How many will be called before this ticket if nobody else comes; null when it does not wait. O(1) once the order is known. */
export function peopleAhead(day: QueueDay, ticket: string): number | null {
  return orderOf(day).places.get(ticket) ?? null
}

function orderOf(day: QueueDay) {
  const known = orders.get(day)
  if (known?.version === day.version) return known
  const order = simulateCalls(day)
  const made = { version: day.version, order, places: new Map(order.map((ticket, index) => [ticket.id, index])) }
  orders.set(day, made)
  return made
}

function simulateCalls(day: QueueDay): Ticket[] {
  const { turnsPerPriority } = day.policy
  const priority = [
    ...day.waiting.filter((ticket) => ticket.priority === 'health'),
    ...day.waiting.filter((ticket) => ticket.priority !== null && ticket.priority !== 'health'),
  ]
  const called = new Set<Ticket>()
  const order: Ticket[] = []
  let turn = 0
  let first = 0
  let turns = day.turnsSincePriority
  while (order.length < day.waiting.length) {
    while (called.has(day.waiting[turn])) turn++
    while (called.has(priority[first])) first++
    const isDue = first < priority.length && priority[first] !== day.waiting[turn] && turns >= turnsPerPriority
    const next = isDue ? priority[first] : day.waiting[turn]
    // A ticket that was sent to a counter or an officer is not called by turn, and counts for no share.
    if (isDue) turns = 0
    else if (next.assignedTo === null) turns++
    called.add(next)
    order.push(next)
  }
  return order
}

/** Which of several lines that the same officers handle is called from (Q16, Q17); null when nobody waits in any. */
export function chooseLine(
  days: readonly QueueDay[],
  at: { readonly counter: string; readonly officer: string; readonly atMs: number },
): QueueDay | null {
  return earliest(days, (day) => nextCall(day, at)?.ticket ?? null)?.day ?? null
}

/** Everybody who waits in several lines that the same officers handle, in the order in which they would be called if nobody came and all were ready. */
export function callOrderOf(days: readonly QueueDay[]): { readonly day: QueueDay; readonly ticket: Ticket }[] {
  const places = new Map<QueueDay, number>()
  const order: { day: QueueDay; ticket: Ticket }[] = []
  for (;;) {
    const next = earliest(days, (day) => callOrder(day)[places.get(day) ?? 0] ?? null)
    if (next === null) return order
    order.push(next)
    places.set(next.day, (places.get(next.day) ?? 0) + 1)
  }
}

/** The line whose ticket has the lowest rank, a priority counting as if it had come `headStartMs` earlier. */
function earliest(days: readonly QueueDay[], ticketOf: (day: QueueDay) => Ticket | null): { day: QueueDay; ticket: Ticket } | null {
  let best: { day: QueueDay; ticket: Ticket } | null = null
  let bestMs = Infinity
  for (const day of days) {
    const ticket = ticketOf(day)
    if (ticket === null) continue
    const rankMs = ticket.rankMs - (ticket.priority === null ? 0 : day.policy.headStartMs)
    if (rankMs >= bestMs) continue
    best = { day, ticket }
    bestMs = rankMs
  }
  return best
}
