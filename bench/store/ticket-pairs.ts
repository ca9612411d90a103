import { randomUUID } from 'node:crypto'
import { defaultPolicy, type ProofHead, type QueueEvent } from '../../game/queue/index.ts'
import { newId } from '../../server/identity/index.ts'
import { linkEvent, toStored } from '../../server/queue/proof-chain.ts'
import type { AppendRequest, TicketRow } from '../../server/store/index.ts'

/** The two writes that every ticket's life has: its issue, under an idempotency key, and its call. */
export type TicketPair = { readonly issue: AppendRequest; readonly call: AppendRequest }

const region = 'kukar'
const dayMs = 86_400_000
const yearMs = 365 * dayMs
const firstDayMs = Date.UTC(2026, 10, 23)

/**
 * The appends of one line's day as the queue writes them: ids that begin with their time, the proof beside each event, the ticket's row in both. A ticket
 * is issued each millisecond; every other person has come for the first time, the others signed in some time in the year before.
 * @param group the line @param day 0 is a Monday in 2026
 */
export function* ticketPairs(group: string, day: number): Generator<TicketPair, never> {
  const fromMs = firstDayMs + day * dayMs
  const date = new Date(fromMs).toISOString().slice(0, 10)
  const head: ProofHead = { format: 'balai-queue-1', region, group, prefix: 'A', day: date, policy: defaultPolicy }
  const stream = `queue/${region}/${group}/${date}`
  let last: string | null = null
  let version = 0
  const append = (event: QueueEvent, row: TicketRow, idempotency: AppendRequest['idempotency']): AppendRequest => {
    const proof = linkEvent(head, last, event)
    last = proof.hash
    return { stream, expected: version++, events: [toStored(event, proof)], tickets: [row], idempotency }
  }
  for (let number = 1; ; number++) {
    const atMs = fromMs + number
    const ticket = newId(atMs)
    const citizen = newId(number % 2 === 0 ? atMs - 60_000 : atMs - Math.floor(Math.random() * yearMs))
    const device = newId(atMs).slice(10)
    const taking = { ticket, citizen, service: null, route: [], priority: null, device }
    const row: TicketRow = {
      id: ticket,
      citizen,
      region,
      group,
      day: date,
      label: `A-${String(number).padStart(3, '0')}`,
      service: null,
      state: 'waiting',
      counter: null,
      issuedAtMs: atMs,
      updatedAtMs: atMs,
    }
    const counter = `${region}.loket-01`
    const key = { scope: citizen, key: randomUUID(), fingerprint: newId(atMs).slice(10), result: ticket, atMs }
    const calledAtMs = atMs + 500
    const called: QueueEvent = { type: 'called', atMs: calledAtMs, ticket, counter, officer: 'officer-01', basis: 'turn', reason: null }
    yield {
      issue: append({ type: 'issued', atMs, number, channel: 'home', ...taking }, row, key),
      call: append(called, { ...row, state: 'called', counter, updatedAtMs: calledAtMs }, null),
    }
  }
}
