import { createHash } from 'node:crypto'
import { CodedError } from '@balai/engine/core'
import { officeDay, type Channel, type PriorityReason, type Stop } from '../../game/queue/index.ts'
import { newId } from '../identity/index.ts'
import type { Malls } from '../mall/index.ts'
import type { IdempotentRow, Store } from '../store/index.ts'
import type { AgencyStates } from './agency-states.ts'
import { commandTicket, type TicketCommand } from './command-ticket.ts'
import type { OfficeCalendar } from './office-calendar.ts'
import type { QueueActor } from './queue-actor.ts'
import type { PlacedTicket, QueueActors } from './queue-actors.ts'

export type IssueRequest = {
  /** The citizen's id; null: a guest at a kiosk, whom the ticket's code stands for. */
  readonly citizen: string | null
  readonly region: string
  readonly group: string
  readonly service: string | null
  readonly route: readonly Stop[]
  readonly priority: PriorityReason | null
  /** Milliseconds since 1970: a booking for this slot instead of a number now. */
  readonly slotAtMs: number | null
  readonly channel: Channel
  /** A pseudonym of the device; null for one that serves many. */
  readonly device: string | null
  /** The Idempotency-Key, scoped by the citizen or the kiosk. */
  readonly key: string
  readonly scope: string
}

/** Who took a number without an account is known by the ticket alone. */
const guestPrefix = 'guest/'
export const isGuest = (citizen: string): boolean => citizen.startsWith(guestPrefix)

/** Places that one person may hold at a time, over all lines of a region. */
const mostOfPerson = 5
const mostStops = 5

/**
 * Taking a number or booking a slot, once for each key however often and however quickly it is asked for.
 * @returns a function that throws CodedError: unknown-region, unknown-group, bad-request, idempotency-mismatch, not-giving-numbers, person-limit,
 *   no-such-slot, or the queue's refusals
 */
export function createTicketIssue(options: {
  store: Store
  malls: Malls
  clock: () => number
  actors: QueueActors
  states: AgencyStates
  calendar: OfficeCalendar
}): (request: IssueRequest) => Promise<PlacedTicket> {
  const { store, malls, clock, actors, states, calendar } = options
  /** Requests under way: a second one with the same key waits for the first instead of racing it. */
  const underWay = new Map<string, Promise<unknown>>()

  async function issueOnce(request: IssueRequest): Promise<PlacedTicket> {
    const { scope, key } = request
    const fingerprint = fingerprintOf(request)
    const earlier = await store.findIdempotent(scope, key)
    if (earlier !== null) return repeat(earlier, fingerprint)
    const { agency } = checkPlace(malls, request)
    if (request.citizen !== null) checkPerson(actors, request.region, request.citizen)
    const atMs = clock()
    const ticket = newId(atMs)
    const { actor, command } = takeOf(request, ticket, agency, atMs)
    try {
      return await commandTicket({ actors, actor, command, idempotencyOf: () => ({ scope, key, fingerprint, result: ticket, atMs }) })
    } catch (error) {
      if (!(error instanceof CodedError) || error.code !== 'duplicate-key') throw error
      const other = await store.findIdempotent(scope, key)
      if (other === null) throw error
      return repeat(other, fingerprint)
    }
  }

  /** The command, and the line and day that it goes to. */
  function takeOf(request: IssueRequest, ticket: string, agency: string, atMs: number): { actor: QueueActor; command: TicketCommand } {
    const { region, group, service, route, priority, device, channel, slotAtMs } = request
    const taking = { ticket, citizen: request.citizen ?? `${guestPrefix}${ticket}`, service, route, priority, device, atMs }
    const hours = states.hoursOf(region, agency)
    if (slotAtMs === null) {
      if (!states.givesNumbers(region, agency)) throw notGiving(region, agency)
      return { actor: actors.today(region, group), command: { type: 'issue', channel, quota: hours.quota, ...taking } }
    }
    const zone = malls.region(region)?.timeZone ?? 'UTC'
    const day = officeDay(slotAtMs, calendar.offsetOf(zone, slotAtMs))
    if (!states.slotsOf(region, agency, day).includes(slotAtMs)) throw new CodedError('no-such-slot', `no slot at ${slotAtMs}`)
    return { actor: actors.at(region, group, day), command: { type: 'reserve', slotAtMs, capacity: hours.slotCapacity, ...taking } }
  }
  function notGiving(region: string, agency: string): CodedError {
    const [first, second] = states.viewOf(region, agency).nextDays
    const next = (first === actors.dayNow(region) ? second : first) ?? '–'
    return new CodedError('not-giving-numbers', `${agency} gives no numbers now`, { agency: malls.agency(region, agency)?.shortName, next })
  }

  async function repeat(row: IdempotentRow, fingerprint: string): Promise<PlacedTicket> {
    if (row.fingerprint !== fingerprint) throw new CodedError('idempotency-mismatch', 'this key was used for another request')
    const found = await actors.find(row.result)
    if (found === null) throw new CodedError('unknown-ticket', `ticket ${row.result} of this key is not in any line`)
    return found.placed
  }

  return async (request) => {
    const name = `${request.scope}/${request.key}`
    const before = underWay.get(name)
    const run = (async () => {
      await before?.catch(() => undefined)
      return issueOnce(request)
    })()
    underWay.set(name, run)
    try {
      return await run
    } finally {
      if (underWay.get(name) === run) underWay.delete(name)
    }
  }
}

/** @returns the agency whose officers handle the line */
function checkPlace(malls: Malls, request: IssueRequest): { readonly agency: string } {
  const { region, group, service, route } = request
  if (malls.region(region) === null) throw new CodedError('unknown-region', `no region ${region}`, { region })
  if (route.length > mostStops) throw new CodedError('bad-request', `a route of ${route.length}`, { reason: `at most ${mostStops} stops` })
  for (const stop of [{ group, service }, ...route]) {
    const place = malls.group(region, stop.group)
    if (place === null) throw new CodedError('unknown-group', `no group ${stop.group} in ${region}`, { group: stop.group })
    if (stop.service !== null && !place.group.services.some(({ slug }) => slug === stop.service)) {
      throw new CodedError('bad-request', `group ${stop.group} has no service ${stop.service}`, { reason: `service ${stop.service}` })
    }
  }
  return { agency: malls.group(region, group)?.agency.slug ?? '' }
}

/** Counts in the lines that are in memory, which are all in which somebody lives today. */
function checkPerson(actors: QueueActors, region: string, citizen: string): void {
  const held = actors.all().filter((actor) => actor.region === region && actor.peek()?.liveOf.has(citizen) === true).length
  if (held >= mostOfPerson) throw new CodedError('person-limit', `this person holds ${held} places`, { limit: mostOfPerson })
}

function fingerprintOf({ region, group, service, route, priority, slotAtMs }: IssueRequest): string {
  return createHash('sha256')
    .update(JSON.stringify([region, group, service, route, priority, slotAtMs]))
    .digest('base64url')
}
