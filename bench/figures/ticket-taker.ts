import { randomUUID } from 'node:crypto'
import type { Rng } from '@balai/engine/core'
import type { ApiErrorBody, ApiErrorCode, TicketsResponse, TicketView } from '../../game/api/index.ts'
import type { Answer, Caller } from './run-caller.ts'
import type { RunCitizen } from './run-citizen.ts'
import type { Acknowledged, TicketLedger } from './ticket-ledger.ts'

export type Place = { readonly region: string; readonly group: string }

/** A caller who takes tickets for some citizens without a pause, gives them up again, and now and then presses twice. */
export type TicketTaker = {
  /** Takes tickets until the server is gone or `isOver()`; what then got no answer is kept as in doubt. */
  run(isOver: () => boolean): Promise<void>
  /** Asks again, with the same keys, for everything in doubt. */
  resolve(): Promise<void>
  /** Reads the tickets again, and asks again for each with the key it was taken with. */
  verify(tickets: readonly Acknowledged[]): Promise<void>
  /** Reads each citizen's whole list: all of it must have been told, and all that was told must be there. */
  verifyLists(): Promise<void>
}

type Request = { readonly citizen: number; readonly place: Place; readonly key: string }

/** @param options.citizens the citizens that are this caller's alone, by their index */
export function createTicketTaker(options: {
  caller: Caller
  citizens: ReadonlyMap<number, RunCitizen>
  places: readonly Place[]
  ledger: TicketLedger
  rng: Rng
  /** Hears of every ticket about which the server has given its word, taken or given up. */
  onAcknowledged: (told: Acknowledged) => void
}): TicketTaker {
  const { caller, citizens, places, ledger, rng, onAcknowledged } = options
  const indexes = [...citizens.keys()]
  const live = new Map<string, Acknowledged>()
  const doubtfulTakes: Request[] = []
  const doubtfulCancels: Acknowledged[] = []
  const holding = (citizen: number, place: Place): string => `${citizen}/${place.region}/${place.group}`

  const as = (citizen: number): RunCitizen => {
    const found = citizens.get(citizen)
    if (found === undefined) throw new Error(`citizen ${citizen} is another caller's`)
    return found
  }
  const post = ({ citizen, place, key }: Request): Promise<Answer> =>
    caller.call('POST', '/api/tickets', { ...as(citizen), key, body: { ...place, service: null } })

  function take(answer: Answer, request: Request): void {
    // A ticket that was given up is there again, or one that nobody was told of: `verify` and `verifyLists` count it.
    if (isRefusal(answer, 'already-waiting')) return
    if (answer.status !== 201) throw new Error(`taking a ticket was answered ${answer.status}: ${JSON.stringify(answer.body)}`)
    const told = ledger.acknowledge(answer.body as TicketView, request.key, request.citizen)
    live.set(holding(request.citizen, request.place), told)
    onAcknowledged(told)
  }
  async function cancel(told: Acknowledged): Promise<void> {
    const answer = await caller.call('DELETE', `/api/tickets/${told.id}`, as(told.citizen))
    live.delete(holding(told.citizen, told))
    if (answer.status === 404) return ledger.compare(told, null)
    // Asked again after a restart, it may have been given up already, or its day is over.
    if (answer.status === 409) return
    if (answer.status !== 200) throw new Error(`giving ${told.label} up was answered ${answer.status}: ${JSON.stringify(answer.body)}`)
    told.isCancelled = true
    onAcknowledged(told)
  }

  async function read(told: Acknowledged): Promise<TicketView | null> {
    const answer = await caller.call('GET', `/api/tickets/${told.id}`, as(told.citizen))
    if (answer.status !== 200 && answer.status !== 404) throw new Error(`reading ${told.label} was answered ${answer.status}`)
    return answer.status === 200 ? (answer.body as TicketView) : null
  }

  /** One turn: the place is given up when it is held, then taken. @returns false when the server is gone */
  async function turn(): Promise<boolean> {
    const citizen = indexes[Math.floor(rng() * indexes.length)]
    const place = places[Math.floor(rng() * places.length)]
    const held = live.get(holding(citizen, place))
    if (held !== undefined) {
      const answered = await answerOf(cancel(held))
      if (answered === null) doubtfulCancels.push(held)
      if (answered === null) return false
    }
    const request = { citizen, place, key: randomUUID() }
    const presses = rng() < 0.125 ? [post(request), post(request)] : [post(request)]
    const answers = await Promise.all(presses.map(answerOf))
    for (const answer of answers) if (answer !== null) take(answer, request)
    if (!answers.includes(null)) return true
    doubtfulTakes.push(request)
    return false
  }

  return {
    async run(isOver) {
      while (!isOver() && (await turn())) {
        // Until the server is killed.
      }
    },
    async resolve() {
      for (const told of doubtfulCancels.splice(0)) await cancel(told)
      for (const request of doubtfulTakes.splice(0)) take(await post(request), request)
    },
    async verify(tickets) {
      for (const told of tickets) {
        const now = await read(told)
        ledger.compare(told, now)
        // From here on things are as the server has them. A lost ticket is counted once; asking for it again would only make another.
        if (now === null && live.get(holding(told.citizen, told)) === told) live.delete(holding(told.citizen, told))
        else if (told.isCancelled && now?.state === 'waiting') live.set(holding(told.citizen, told), told)
        if (now === null) continue
        const again = await post({ citizen: told.citizen, place: { region: told.region, group: told.group }, key: told.key })
        if (again.status !== 201)
          throw new Error(`${told.label}, asked for again, was answered ${again.status}: ${JSON.stringify(again.body)}`)
        ledger.acknowledge(again.body as TicketView, told.key, told.citizen)
      }
    },
    async verifyLists() {
      for (const citizen of indexes) {
        const answer = await caller.call('GET', '/api/tickets', as(citizen))
        if (answer.status !== 200) throw new Error(`a citizen's list was answered ${answer.status}`)
        const views = new Map((answer.body as TicketsResponse).tickets.map((view) => [view.id, view]))
        for (const id of views.keys()) ledger.expectKnown(id)
        for (const told of ledger.tickets.values()) {
          if (told.citizen === citizen) ledger.compare(told, views.get(told.id) ?? (await read(told)))
        }
      }
    },
  }
}

function isRefusal({ status, body }: Answer, code: ApiErrorCode): boolean {
  return status >= 400 && (body as ApiErrorBody).error.code === code
}

/** null when the connection broke before an answer; a refusal is an answer and is thrown on. */
async function answerOf<Result>(call: Promise<Result>): Promise<Result | null> {
  try {
    return await call
  } catch (error) {
    if ((error as { code?: unknown }).code === undefined && !/broke off|hang up|no answer/.test(String(error))) throw error
    return null
  }
}
