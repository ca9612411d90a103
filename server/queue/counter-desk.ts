import { CodedError } from '@balai/engine/core'
import type { CounterPlace } from '../../game/api/index.ts'
import { peekNext, ticketInHand } from '../../game/queue/index.ts'
import type { Malls } from '../mall/index.ts'
import type { OfficerRow, Store } from '../store/index.ts'
import { commandTicket, untilFresh } from './command-ticket.ts'
import type { QueueActor } from './queue-actor.ts'
import { loadTogether, type PlacedTicket, type QueueActors } from './queue-actors.ts'

export type TicketAction = 'recall' | 'serve' | 'finish' | 'miss'

/** The officers' side of the queue: who holds which counter, and what is in its hands. */
export type CounterDesk = {
  restore(): Promise<void>
  /**
   * Opens the counter, and closes the one the officer held before.
   * @throws unknown-counter, forbidden (another region's or agency's), counter-taken, counter-busy (a ticket is in hand at the one before)
   */
  open(counter: string, officer: OfficerRow): Promise<CounterPlace>
  /** @throws unknown-counter, counter-closed, counter-busy */
  close(counter: string, officer: Pick<OfficerRow, 'id'>): Promise<void>
  /** Calls whoever has waited longest in any line of the agency. @throws counter-closed, counter-busy, nobody-waiting */
  next(counter: string, officer: Pick<OfficerRow, 'id'>): Promise<PlacedTicket>
  /** @throws unknown-ticket, counter-closed, and the refusals of the queue */
  act(ticket: string, officer: Pick<OfficerRow, 'id'>, action: TicketAction): Promise<PlacedTicket>
  /** The counter this officer holds open. */
  counterOf(officer: string): CounterPlace | null
  officerAt(counter: string): string | null
  openCount(region: string, agency: string): number
  inHand(counter: CounterPlace): Promise<PlacedTicket | null>
  /** Whether this officer may sit at this counter. */
  mayUse(counter: CounterPlace, officer: Pick<OfficerRow, 'region' | 'agency'>): boolean
}

export function createCounterDesk(options: {
  store: Store
  malls: Malls
  clock: () => number
  actors: QueueActors
  onChanged: (counter: CounterPlace, officer: string | null) => void
}): CounterDesk {
  const { store, malls, clock, actors, onChanged } = options
  /** Officer by counter, as the store holds it. */
  const openBy = new Map<string, string>()

  function placeOf(id: string): CounterPlace {
    const counter = malls.counter(id)
    if (counter === null) throw new CodedError('unknown-counter', `no counter ${id}`, { counter: id })
    return counter
  }
  function heldBy(officer: string): CounterPlace | null {
    for (const [counter, holder] of openBy) if (holder === officer) return malls.counter(counter)
    return null
  }
  /** The counter, when this officer holds it. */
  function held(id: string, officer: Pick<OfficerRow, 'id'>): CounterPlace {
    const counter = placeOf(id)
    if (openBy.get(id) !== officer.id) throw new CodedError('counter-closed', `counter ${id} is not open by this officer`, { counter: id })
    return counter
  }
  function peekInHand(lines: readonly QueueActor[], counter: string): PlacedTicket | null {
    for (const line of lines) {
      const day = line.peek()
      const ticket = day === null ? null : ticketInHand(day, counter)
      if (ticket !== null) return actors.place(line, ticket)
    }
    return null
  }
  async function inHand(counter: CounterPlace): Promise<PlacedTicket | null> {
    const lines = actors.ofAgency(counter.region, counter.agency)
    await loadTogether(lines)
    return peekInHand(lines, counter.id)
  }
  function refuseBusy(busy: PlacedTicket | null): void {
    if (busy !== null) throw new CodedError('counter-busy', `${busy.ticket.label} is in hand`, { label: busy.ticket.label })
  }
  const mayUse: CounterDesk['mayUse'] = (counter, officer) =>
    (officer.region === null || officer.region === counter.region) && (officer.agency === null || officer.agency === counter.agency)

  async function release(counter: CounterPlace, officer: Pick<OfficerRow, 'id'>): Promise<void> {
    const lines = actors.ofAgency(counter.region, counter.agency)
    await loadTogether(lines)
    refuseBusy(peekInHand(lines, counter.id))
    // Closed before the write, so that no call slips in while it commits.
    openBy.delete(counter.id)
    try {
      await store.closeCounter(counter.id, officer.id)
    } catch (error) {
      openBy.set(counter.id, officer.id)
      throw error
    }
    onChanged(counter, null)
  }

  return {
    mayUse,
    inHand,
    async restore() {
      for (const row of await store.openCounters()) {
        const counter = malls.counter(row.counter)
        // A counter that has left the map cannot be sat at; its row is let go.
        if (counter === null) await store.closeCounter(row.counter, row.officer)
        else openBy.set(row.counter, row.officer)
      }
      for (const id of openBy.keys()) await inHand(placeOf(id))
    },
    async open(id, officer) {
      const counter = placeOf(id)
      if (!mayUse(counter, officer)) throw new CodedError('forbidden', `officer ${officer.id} may not use counter ${id}`)
      const other = heldBy(officer.id)
      if (other?.id === id) return counter
      if (other !== null) await release(other, officer)
      try {
        await store.openCounter({ counter: id, officer: officer.id, openedAtMs: clock() })
      } catch (error) {
        if (!(error instanceof CodedError) || error.code !== 'counter-taken') throw error
        throw new CodedError('counter-taken', `counter ${id} is open by another officer`, { counter: counter.label })
      }
      openBy.set(id, officer.id)
      onChanged(counter, officer.id)
      return counter
    },
    async close(id, officer) {
      await release(held(id, officer), officer)
    },
    next(id, officer) {
      return untilFresh(async () => {
        const counter = held(id, officer)
        const lines = actors.ofAgency(counter.region, counter.agency)
        const days = await loadTogether(lines)
        // From here to the attempt nothing waits: the choice and the decision see one moment.
        refuseBusy(peekInHand(lines, id))
        let oldest = -1
        let oldestAtMs = Infinity
        for (const [index, day] of days.entries()) {
          const ticket = day.day === actors.dayNow(counter.region) ? peekNext(day) : null
          if (ticket === null || ticket.issuedAtMs >= oldestAtMs) continue
          oldest = index
          oldestAtMs = ticket.issuedAtMs
        }
        if (oldest < 0) throw new CodedError('nobody-waiting', `nobody waits for ${counter.agency}`)
        const line = lines[oldest]
        const events = await line.attempt({ type: 'call-next', counter: id, officer: officer.id, atMs: clock() })
        if (events === 'stale') return 'stale'
        const ticket = (await line.load()).tickets.get(events[0].ticket)
        return ticket === undefined ? 'stale' : actors.place(line, ticket)
      })
    },
    async act(id, officer, action) {
      const counter = heldBy(officer.id)
      if (counter === null) throw new CodedError('counter-closed', `officer ${officer.id} holds no counter open`)
      const found = await actors.find(id)
      if (found === null || found.placed.region !== counter.region || found.placed.agency !== counter.agency) {
        throw new CodedError('unknown-ticket', `no ticket ${id} at the lines of ${counter.agency}`)
      }
      const { ticket } = found.placed
      // The citizen's answer has begun the service already: pressing the button after it is not a fault.
      if (action === 'serve' && ticket.state === 'serving' && ticket.counter === counter.id) return found.placed
      if (action === 'recall' && ticket.state === 'missed') refuseBusy(await inHand(counter))
      return commandTicket({
        actors,
        actor: found.actor,
        command: { type: action, ticket: id, counter: counter.id, officer: officer.id, atMs: clock() },
      })
    },
    counterOf: heldBy,
    officerAt: (counter) => openBy.get(counter) ?? null,
    openCount(region, agency) {
      return malls.counters(region).filter((counter) => counter.agency === agency && openBy.has(counter.id)).length
    },
  }
}
