import {
  applyQueueEvent,
  createQueueDay,
  decideQueue,
  type CallReason,
  type QueueCommand,
  type QueueDay,
  type QueueEvent,
  type QueuePolicy,
  type Ticket,
} from '../../../game/queue/index.ts'

/** Nine in the morning of the day of the tests, in WITA. Milliseconds since 1970. */
export const t0 = Date.UTC(2026, 2, 2, 1)
export const second = 1000
export const minute = 60 * second
/** When calls are made, unless a test says otherwise. */
export const later = t0 + 10 * minute

type Of<Type extends QueueCommand['type']> = Extract<QueueCommand, { readonly type: Type }>
type AtCounterType = 'recall' | 'serve' | 'finish' | 'skip'

export function newDay(policy: Partial<QueuePolicy> = {}, group = 'kartu'): QueueDay {
  return createQueueDay({ region: 'kukar', group, prefix: 'A', day: '2026-03-02', policy })
}

/** Decides and applies. @returns `ok`, or the code of the refusal */
export function run(day: QueueDay, command: QueueCommand): string {
  const decision = decideQueue(day, command)
  if (!decision.ok) return decision.code
  for (const event of decision.events) applyQueueEvent(day, event)
  return 'ok'
}

/** Decides and applies what has to be accepted. @returns its events */
export function must(day: QueueDay, ...commands: readonly QueueCommand[]): QueueEvent[] {
  return commands.flatMap((command) => {
    const decision = decideQueue(day, command)
    if (!decision.ok) throw new Error(`${command.type} was refused: ${decision.code} ${JSON.stringify(decision.details)}`)
    for (const event of decision.events) applyQueueEvent(day, event)
    return decision.events
  })
}

/** The refusal's code and details; null when it is accepted. Changes nothing. */
export function refusalOf(day: QueueDay, command: QueueCommand): { code: string; details: unknown } | null {
  const decision = decideQueue(day, command)
  return decision.ok ? null : { code: decision.code, details: decision.details }
}

/** Enters in the hall at `t0`, as the person `of-ID`. */
export function issue(ticket: string, changes: Partial<Of<'issue'>> = {}): Of<'issue'> {
  const taking = { ticket, citizen: `of-${ticket}`, service: null, route: [], priority: null, device: null }
  return { type: 'issue', ...taking, channel: 'hall', quota: null, atMs: t0, ...changes }
}

/** Books an hour after `t0`, a slot of two. */
export function reserve(ticket: string, changes: Partial<Of<'reserve'>> = {}): Of<'reserve'> {
  const taking = { ticket, citizen: `of-${ticket}`, service: null, route: [], priority: null, device: null }
  return { type: 'reserve', ...taking, slotAtMs: t0 + 60 * minute, capacity: 2, atMs: t0, ...changes }
}

/** Comes from another line, where they entered a minute before `t0`. */
export function arrive(ticket: string, changes: Partial<Of<'arrive'>> = {}): Of<'arrive'> {
  const taking = { ticket, citizen: `of-${ticket}`, service: null, route: [], priority: null, device: null }
  const place = { label: 'B-007', channel: 'hall', from: 'akta', rankMs: t0 - minute, issuedAtMs: t0 - minute, hop: 1 } as const
  return { type: 'arrive', ...taking, ...place, atMs: later, ...changes }
}

/** One a second, from `t0` on. */
export function enter(day: QueueDay, ...tickets: readonly string[]): void {
  for (const [index, ticket] of tickets.entries()) must(day, issue(ticket, { atMs: t0 + (day.tickets.size + index) * second }))
}

/** One a second; `p?` is an elderly person, `h!` one whose health is the reason, `a` nobody of the kind. */
export function enterMixed(day: QueueDay, ids: string): void {
  for (const [index, id] of ids.split(' ').entries()) {
    const priority = id.endsWith('!') ? 'health' : id.endsWith('?') ? 'elderly' : null
    must(day, issue(id.replace(/[?!]$/, ''), { priority, atMs: t0 + index * second }))
  }
}

export function next(counter = 'c1', atMs = later, officer = `o-${counter}`): Of<'call-next'> {
  return { type: 'call-next', counter, officer, atMs }
}

export function call(ticket: string, reason: CallReason = 'came-back', counter = 'c1', atMs = later): Of<'call'> {
  return { type: 'call', ticket, reason, counter, officer: `o-${counter}`, atMs }
}

export function act(type: AtCounterType, ticket: string, atMs = later, counter = 'c1'): QueueCommand {
  return { type, ticket, counter, officer: `o-${counter}`, atMs }
}

export function park(ticket: string, room = 'foto', atMs = later): Of<'park'> {
  return { type: 'park', ticket, room, counter: 'c1', officer: 'o-c1', atMs }
}

export function transfer(ticket: string, to: Of<'transfer'>['to'], atMs = later): Of<'transfer'> {
  return { type: 'transfer', ticket, to, counter: 'c1', officer: 'o-c1', atMs }
}

/** By themselves. */
export function cancel(ticket: string, atMs = later, slotFreeAtMs: number | null = null): Of<'cancel'> {
  return { type: 'cancel', ticket, by: `of-${ticket}`, slotFreeAtMs, atMs }
}

/** By themselves, unless `by` says otherwise. */
export function byPerson(
  type: 'ready' | 'rejoin' | 'return',
  ticket: string,
  atMs = later,
  by: string | null = `of-${ticket}`,
): QueueCommand {
  return { type, ticket, by, atMs }
}

export function checkIn(ticket: string, atMs: number): Of<'check-in'> {
  return { type: 'check-in', ticket, by: `of-${ticket}`, channel: 'hall', atMs }
}

export function rebook(ticket: string, day = '2026-03-03'): Of<'rebook'> {
  return { type: 'rebook', ticket, day, slotAtMs: t0 + 24 * 60 * minute, reason: 'sistem pusat mati', atMs: later }
}

export function claim(ticket: string, citizen: string): Of<'claim'> {
  return { type: 'claim', ticket, citizen, atMs: later }
}

/** Calls the next one, serves them and is done. */
export function callAndFinish(day: QueueDay, atMs = later): { ticket: string; basis: string } {
  const events = must(day, next('c1', atMs))
  const called = events.at(-1)
  if (called?.type !== 'called') throw new Error('call-next ended without a call')
  must(day, act('serve', called.ticket, atMs), act('finish', called.ticket, atMs))
  return { ticket: called.ticket, basis: called.basis }
}

/** Calls and finishes until nobody waits: ids in the order of the calls, those of a priority with `?`. */
export function callAll(day: QueueDay, atMs = later): string {
  const order: string[] = []
  while (day.waiting.length > 0) {
    const { ticket, basis } = callAndFinish(day, atMs)
    order.push(basis === 'priority' ? `${ticket}?` : ticket)
  }
  return order.join(' ')
}

/** Called, not come, and skipped. */
export function skipped(day: QueueDay, ticket: string, atMs = later): void {
  must(day, call(ticket, 'correction', 'c1', atMs), act('recall', ticket, atMs + 15 * second), act('skip', ticket, atMs + 15 * second))
}

export function ticketOf(day: QueueDay, id: string): Ticket {
  const ticket = day.tickets.get(id)
  if (ticket === undefined) throw new Error(`no ticket ${id}`)
  return ticket
}

export function waitingIds(day: QueueDay): string {
  return day.waiting.map(({ id }) => id).join(' ')
}

/** A day with the ticket `t` in a state, its person `of-t`, and its counter `c1`. */
export const days: Readonly<Record<Ticket['state'], () => QueueDay>> = {
  reserved: () => dayAfter(reserve('t')),
  waiting: () => dayAfter(issue('t')),
  called: () => dayAfter(issue('t'), next()),
  serving: () => dayAfter(issue('t'), next(), act('serve', 't')),
  parked: () => dayAfter(issue('t'), next(), park('t')),
  skipped: () => dayAfter(issue('t'), next(), act('skip', 't', later + 45 * second)),
  done: () => dayAfter(issue('t'), next(), act('serve', 't'), act('finish', 't')),
  cancelled: () => dayAfter(issue('t'), cancel('t')),
  expired: () => dayAfter(issue('t'), { type: 'expire-all', atMs: later }),
  transferred: () => dayAfter(issue('t'), next(), transfer('t', { type: 'group', group: 'akta', service: null })),
}

function dayAfter(...commands: readonly QueueCommand[]): QueueDay {
  const day = newDay()
  must(day, ...commands)
  return day
}
