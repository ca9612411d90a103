import type { QueueEvent, Ticket } from '../../game/queue/index.ts'

type Waiter = { turns: number; overtaken: number }

/** Watches the events of a day, without knowing how they were decided. `see` is told of each before it is applied. */
export type StreamAudit = {
  see(event: QueueEvent, ticket: Readonly<Ticket> | undefined, waiting: readonly Readonly<Ticket>[]): void
  readonly wrong: readonly string[]
}

/**
 * What holds in every day: nobody is called twice without having stood in line again or an officer's reason; a call by turn passes nobody who is ready
 * and may be called; between two priority calls come the turns of the share; whoever waits is overtaken by priorities at most once, and once more for
 * each share of turns; whoever is not ready is asked once; what closing ends is told by its kind.
 */
export function createStreamAudit(turnsPerPriority: number): StreamAudit {
  const wrong: string[] = []
  const called = new Set<string>()
  const asked = new Set<string>()
  const waiters = new Map<string, Waiter>()
  let turnsSince = Infinity

  function seeCall(event: Extract<QueueEvent, { type: 'called' }>, ticket: Readonly<Ticket>, waiting: readonly Readonly<Ticket>[]): void {
    const { basis, atMs } = event
    if (basis === 'named') return
    if (called.has(ticket.id)) wrong.push(`${ticket.id} is called a second time without a reason`)
    if (ticket.state !== 'waiting') wrong.push(`${ticket.id} is called by ${basis} and does not wait`)
    const isBehind = (other: Readonly<Ticket>): boolean =>
      other.rankMs > ticket.rankMs || (other.rankMs === ticket.rankMs && other.sequence > ticket.sequence)
    for (const other of waiting) {
      if (other === ticket || isBehind(other)) continue
      const isThere = other.readyUntilMs === null || other.readyUntilMs >= atMs
      if (basis === 'turn' && other.assignedTo === null && isThere) wrong.push(`${other.id} is ready, first, and not called`)
      const waiter = waiters.get(other.id)
      if (basis !== 'priority' || waiter === undefined) continue
      waiter.overtaken++
      if (waiter.overtaken > 1 + waiter.turns / turnsPerPriority)
        wrong.push(`${other.id} was overtaken ${waiter.overtaken} times in ${waiter.turns} turns`)
    }
    if (basis === 'priority') {
      if (turnsSince < turnsPerPriority) wrong.push(`a priority call after ${turnsSince} turns`)
      if (ticket.priority === null) wrong.push(`${ticket.id} has no priority and is called for one`)
      turnsSince = 0
    } else if (basis === 'turn') {
      turnsSince++
      for (const waiter of waiters.values()) waiter.turns++
    }
  }

  return {
    wrong,
    see(event, ticket, waiting) {
      if (event.type === 'called' && ticket !== undefined) seeCall(event, ticket, waiting)
      if (!('ticket' in event)) return
      if (event.type === 'called') called.add(event.ticket)
      if (event.type === 'ready-asked' && asked.has(event.ticket)) wrong.push(`${event.ticket} is asked twice`)
      if (event.type === 'ready-asked') asked.add(event.ticket)
      if (event.type === 'expired' && (event.reason === 'not-checked-in') !== (ticket?.state === 'reserved')) {
        wrong.push(`${event.ticket} expires by ${event.reason} and is ${ticket?.state}`)
      }
      const isBack =
        event.type === 'arrived' ||
        event.type === 'returned' ||
        event.type === 'rejoined' ||
        (event.type === 'transferred' && event.to.type !== 'group') ||
        (event.type === 'finished' && event.next !== null)
      if (isBack) called.delete(event.ticket)
      if (isBack || event.type === 'readied') asked.delete(event.ticket)
      const isEntrance = event.type === 'issued' || event.type === 'checked-in' || event.type === 'arrived'
      if (isBack || isEntrance) waiters.set(event.ticket, { turns: 0, overtaken: 0 })
      else if (['called', 'skipped', 'cancelled', 'rebooked', 'expired'].includes(event.type)) waiters.delete(event.ticket)
    },
  }
}
