import type { QueueDay, QueueEvent, QueuePolicy, Ticket } from '../../game/queue/index.ts'
import type { Malls } from '../mall/index.ts'
import type { Store } from '../store/index.ts'
import { createQueueActor, type QueueActor } from './queue-actor.ts'
import type { OfficeCalendar } from './office-calendar.ts'

/** A ticket with the place it stands in. `ticket` belongs to the day: read it, never write it. */
export type PlacedTicket = {
  readonly region: string
  readonly group: string
  readonly agency: string
  readonly day: string
  readonly ticket: Readonly<Ticket>
}

/** The queue days in memory: one actor a region, group and office day, made on first use. */
export type QueueActors = {
  /** The office day of the region now, YYYY-MM-DD. */
  dayNow(region: string): string
  today(region: string, group: string): QueueActor
  /** Today's lines of an agency, and lines of earlier days in which somebody is still at a counter. */
  ofAgency(region: string, agency: string): QueueActor[]
  /** Today's lines of a region. */
  ofRegion(region: string): QueueActor[]
  find(ticket: string): Promise<{ actor: QueueActor; placed: PlacedTicket } | null>
  place(actor: QueueActor, ticket: Readonly<Ticket>): PlacedTicket
  at(region: string, group: string, day: string): QueueActor
  /** The same, but one that is not in memory yet is the caller's alone and is not kept: for reading past days. */
  peekAt(region: string, group: string, day: string): QueueActor
  all(): QueueActor[]
  forget(actor: QueueActor): void
}

export function createQueueActors(options: {
  store: Store
  malls: Malls
  clock: () => number
  calendar: OfficeCalendar
  /** For a day that begins. */
  policyOf: (region: string, group: string, day: string) => QueuePolicy
  onCommitted: (actor: QueueActor, events: readonly QueueEvent[]) => void
  onDropped: (actor: QueueActor, error: unknown) => void
}): QueueActors {
  const { store, malls, clock, calendar, policyOf, onCommitted, onDropped } = options
  const actors = new Map<string, QueueActor>()
  const keyOf = (region: string, group: string, day: string) => `${region}/${group}/${day}`

  function make(region: string, group: string, day: string): QueueActor {
    const prefix = malls.group(region, group)?.group.prefix
    if (prefix === undefined) throw new TypeError(`group ${group} must be one of the catalogue of ${region}`)
    return createQueueActor({ store, region, group, prefix, day, policy: policyOf(region, group, day), onCommitted, onDropped })
  }
  function at(region: string, group: string, day: string): QueueActor {
    const key = keyOf(region, group, day)
    const actor = actors.get(key) ?? make(region, group, day)
    actors.set(key, actor)
    return actor
  }
  const dayNow = (region: string): string => {
    const zone = malls.region(region)?.timeZone
    if (zone === undefined) throw new TypeError(`region must be one of the install's, got ${region}`)
    return calendar.dayOf(zone, clock())
  }
  const agencyOf = (region: string, group: string): string => malls.group(region, group)?.agency.slug ?? ''
  const place = (actor: QueueActor, ticket: Readonly<Ticket>): PlacedTicket => ({
    region: actor.region,
    group: actor.group,
    agency: agencyOf(actor.region, actor.group),
    day: actor.day,
    ticket,
  })

  return {
    dayNow,
    at,
    place,
    peekAt: (region, group, day) => actors.get(keyOf(region, group, day)) ?? make(region, group, day),
    today: (region, group) => at(region, group, dayNow(region)),
    ofAgency(region, agency) {
      const day = dayNow(region)
      const today = malls.agency(region, agency)?.groups.map((group) => at(region, group.slug, day)) ?? []
      const late = [...actors.values()].filter(
        (actor) =>
          actor.region === region && actor.day < day && agencyOf(region, actor.group) === agency && (actor.peek()?.inHandOf.size ?? 0) > 0,
      )
      return [...late, ...today]
    },
    ofRegion(region) {
      const day = dayNow(region)
      return malls.agencies(region).flatMap((agency) => agency.groups.map((group) => at(region, group.slug, day)))
    },
    async find(id) {
      const row = await store.findTicket(id)
      // A group that has left the catalogue keeps its tickets in the store, but has no line any more.
      if (row === null || malls.group(row.region, row.group) === null) return null
      const actor = at(row.region, row.group, row.day)
      const ticket = (await actor.load()).tickets.get(id)
      return ticket === undefined ? null : { actor, placed: place(actor, ticket) }
    },
    all: () => [...actors.values()],
    forget: (actor) => {
      actors.delete(keyOf(actor.region, actor.group, actor.day))
    },
  }
}

/** Loads all and returns their states; loads again when one was dropped meanwhile, so that what follows decides on one moment. */
export async function loadTogether(actors: readonly QueueActor[]): Promise<QueueDay[]> {
  for (;;) {
    await Promise.all(actors.map((actor) => actor.load()))
    const days = actors.map((actor) => actor.peek())
    if (days.every((day) => day !== null)) return days
  }
}
