import { CodedError } from '@balai/engine/core'
import type { CounterPlace } from '../../game/api/index.ts'
import { chooseLine, ticketInHand, type CallReason, type PriorityReason, type TransferTarget } from '../../game/queue/index.ts'
import type { Malls } from '../mall/index.ts'
import type { OfficerRow, Store } from '../store/index.ts'
import { commandTicket, untilFresh, type TicketCommand } from './command-ticket.ts'
import type { TicketForwarder } from './forward-tickets.ts'
import type { QueueActor } from './queue-actor.ts'
import { loadTogether, type PlacedTicket, type QueueActors } from './queue-actors.ts'

/** How the ticket in hand leaves the counter. */
export type EndOfTurn = { readonly type: 'finish' | 'skip' } | { readonly type: 'park'; readonly room: string }
export type TicketAction =
  | { readonly type: 'recall' | 'serve' | 'finish' | 'skip' | 'rejoin' | 'return' | 'check-in' }
  | { readonly type: 'call'; readonly reason: CallReason }
  | { readonly type: 'park'; readonly room: string }
  | { readonly type: 'transfer'; readonly to: TransferTarget }
  | { readonly type: 'prioritise'; readonly priority: PriorityReason }
  | { readonly type: 'note'; readonly text: string }

/** The officers' side of the queue: who holds which counter, and what is in its hands. */
export type CounterDesk = {
  restore(): Promise<void>
  /**
   * Opens the counter, and closes the one the officer held before.
   * @throws unknown-counter, forbidden (another region's or agency's), counter-taken, counter-busy (a ticket is in hand at the one before)
   */
  open(counter: string, officer: OfficerRow): Promise<CounterPlace>
  /** Stops calling for a while, with a reason; null goes on. @throws unknown-counter, counter-closed, reason-missing */
  pause(counter: string, officer: Pick<OfficerRow, 'id'>, reason: string | null): void
  /** Why the counter calls nobody for a while; null when it does. */
  pausedAt(counter: string): string | null
  /** @throws unknown-counter, counter-closed, counter-busy */
  close(counter: string, officer: Pick<OfficerRow, 'id'>): Promise<void>
  /** Ends what is in hand, before the next call; nothing when there is none. @throws unknown-counter, counter-closed, and the refusals of the queue */
  endInHand(counter: string, officer: Pick<OfficerRow, 'id'>, how: EndOfTurn): Promise<void>
  /** Calls whoever is next in any line of the agency. @throws counter-closed, counter-busy, nobody-waiting */
  next(counter: string, officer: Pick<OfficerRow, 'id'>): Promise<PlacedTicket>
  /** @throws unknown-ticket, counter-closed, and the refusals of the queue */
  act(ticket: string, officer: Pick<OfficerRow, 'id'>, action: TicketAction): Promise<PlacedTicket>
  /** The counter this officer holds open. */
  counterOf(officer: string): CounterPlace | null
  officerAt(counter: string): string | null
  /** Counters that call: open and not paused. */
  openCount(region: string, agency: string): number
  /** Open counters of an agency with who sits there. */
  openAt(region: string, agency: string): { readonly counter: CounterPlace; readonly officer: string }[]
  inHand(counter: CounterPlace): Promise<PlacedTicket | null>
  /** Whether this officer may sit at this counter. */
  mayUse(counter: CounterPlace, officer: Pick<OfficerRow, 'region' | 'agency'>): boolean
}

export function createCounterDesk(options: {
  store: Store
  malls: Malls
  clock: () => number
  actors: QueueActors
  forwarder: TicketForwarder
  onChanged: (counter: CounterPlace, officer: string | null) => void
}): CounterDesk {
  const { store, malls, clock, actors, forwarder, onChanged } = options
  /** Officer by counter, as the store holds it. */
  const openBy = new Map<string, string>()
  /** Reason by counter. A pause ends with the server: its officer looks at the console and sees that. */
  const paused = new Map<string, string>()

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
    paused.delete(counter.id)
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
    async endInHand(id, officer, how) {
      const placed = await inHand(held(id, officer))
      if (placed === null) return
      const actor = actors.at(placed.region, placed.group, placed.day)
      await commandTicket({
        actors,
        actor,
        command: commandOf(how, { ticket: placed.ticket.id, counter: id, officer: officer.id, atMs: clock() }),
      })
    },
    next(id, officer) {
      return untilFresh(async () => {
        const counter = held(id, officer)
        const lines = actors.ofAgency(counter.region, counter.agency)
        const days = await loadTogether(lines)
        // From here to the attempt nothing waits: the choice and the decision see one moment.
        refuseBusy(peekInHand(lines, id))
        const today = actors.dayNow(counter.region)
        const at = { counter: id, officer: officer.id, atMs: clock() }
        const day = chooseLine(
          days.filter((one) => one.day === today),
          at,
        )
        if (day === null) throw new CodedError('nobody-waiting', `nobody waits for ${counter.agency}`)
        const line = lines[days.indexOf(day)]
        const events = await line.attempt({ type: 'call-next', ...at })
        if (events === 'stale') return 'stale'
        paused.delete(id)
        const called = events.find(({ type }) => type === 'called')
        const ticket = called?.type === 'called' ? (await line.load()).tickets.get(called.ticket) : undefined
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
      if (action.type === 'serve' && ticket.state === 'serving' && ticket.counter === counter.id) return found.placed
      if (action.type === 'call') refuseBusy(await inHand(counter))
      const at = { ticket: id, counter: counter.id, officer: officer.id, atMs: clock() }
      const placed = await commandTicket({ actors, actor: found.actor, command: commandOf(action, at) })
      const line = await forwarder.forward(found.actor, placed.ticket)
      return line === found.actor ? placed : actors.place(line, (await line.load()).tickets.get(id) ?? placed.ticket)
    },
    pause(id, officer, reason) {
      const counter = held(id, officer)
      if (reason === null) paused.delete(id)
      else if (reason.trim() === '') throw new CodedError('reason-missing', 'a pause says why')
      else paused.set(id, reason.trim())
      onChanged(counter, officer.id)
    },
    pausedAt: (counter) => paused.get(counter) ?? null,
    counterOf: heldBy,
    officerAt: (counter) => openBy.get(counter) ?? null,
    openCount(region, agency) {
      return malls.counters(region).filter(({ id, agency: of }) => of === agency && openBy.has(id) && !paused.has(id)).length
    },
    openAt(region, agency) {
      return malls
        .counters(region)
        .filter((counter) => counter.agency === agency)
        .map((counter) => ({ counter, officer: openBy.get(counter.id) ?? null }))
        .filter((row): row is { counter: CounterPlace; officer: string } => row.officer !== null)
    },
  }
}

/** What an officer's action is to the queue. People come back by their own hand, or by the officer's for them (`by` null). */
function commandOf(action: TicketAction, at: { ticket: string; counter: string; officer: string; atMs: number }): TicketCommand {
  const { ticket, officer, atMs } = at
  switch (action.type) {
    case 'rejoin':
    case 'return':
      return { type: action.type, ticket, by: null, atMs }
    case 'check-in':
      return { type: 'check-in', ticket, by: null, channel: 'hall', atMs }
    case 'prioritise':
      return { type: 'prioritise', ticket, officer, priority: action.priority, atMs }
    case 'note':
      return { type: 'note', ticket, officer, text: action.text, atMs }
    case 'call':
    case 'park':
    case 'transfer':
      return { ...action, ...at }
    default:
      return { type: action.type, ...at }
  }
}
