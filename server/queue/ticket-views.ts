import type { ContactView, CounterPlace, OfficerCounter, OfficerStart, OfficerTicket, TicketView } from '../../game/api/index.ts'
import { peopleAhead, type QueueDay, type Ticket, type TicketState } from '../../game/queue/index.ts'
import { maskPhone } from '../identity/index.ts'
import type { Malls } from '../mall/index.ts'
import type { CitizenRow, OfficerRow, Store, TicketRow } from '../store/index.ts'
import { loadTogether, type PlacedTicket } from './queue-actors.ts'
import type { QueueService } from './queue-service.ts'
import { ticketWait } from './queue-summary.ts'

/** What the pages see of tickets and counters. */
export type TicketViews = {
  ticket(placed: PlacedTicket): Promise<TicketView>
  /** Mine: of today, and finished ones of the last week whose survey is open. Newest first. */
  ticketsOf(citizen: string): Promise<TicketView[]>
  /** The same ticket now, from memory: its place moves while others come and go. */
  renew(view: TicketView): Promise<TicketView>
  /** A citizen's row has changed. */
  forgetCitizen(citizen: string): void
  /** null when the officer holds no counter open. */
  counterOf(officer: string): Promise<OfficerCounter | null>
  officerStart(officer: OfficerRow, hasOidc: boolean): Promise<OfficerStart>
}

/** An officer's list shows so many waiting; the summary has the full count. */
const shownWaiting = 50
/** Rows of citizens kept for the officers' lists, which are drawn anew several times a second. */
const mostCitizens = 5000

export function createTicketViews(options: {
  queue: QueueService
  malls: Malls
  store: Store
  clock: () => number
  /** The talk about a ticket's latest call. */
  contactOf: (ticket: string) => ContactView | null
}): TicketViews {
  const { queue, malls, store, clock, contactOf } = options
  const { actors, desk } = queue
  const citizens = new Map<string, CitizenRow>()

  async function ticket(placed: PlacedTicket): Promise<TicketView> {
    const { region, group, agency, day, ticket: held } = placed
    const lines = await loadTogether(actors.ofAgency(region, agency))
    const line = lines.find((one) => one.group === group && one.day === day)
    const now = line?.tickets.get(held.id) ?? held
    return {
      id: now.id,
      region,
      group,
      agency,
      day,
      service: now.service,
      label: now.label,
      state: now.state,
      issuedAt: iso(now.issuedAtMs),
      ahead: line === undefined ? null : peopleAhead(line, now.id),
      wait: line === undefined ? null : waitOf(line, now, lines),
      counter: counterView(malls, now.counter),
      contact: contactOf(now.id),
      isSurveyDue: await isSurveyDue(now.id, now.state),
    }
  }
  function waitOf(line: QueueDay, held: Readonly<Ticket>, agencyLines: readonly QueueDay[]) {
    const agency = malls.group(line.region, line.group)?.agency.slug ?? ''
    return ticketWait({ line, ticket: held, agencyLines, openCounters: desk.openCount(line.region, agency), nowMs: clock() })
  }
  async function isSurveyDue(id: string, state: TicketState): Promise<boolean> {
    return state === 'done' && !(await store.hasSurvey(id))
  }
  /** A ticket of a past day, from its row alone: nothing about it moves any more. */
  async function pastTicket(row: TicketRow): Promise<TicketView> {
    const state = row.state as TicketState
    return {
      id: row.id,
      region: row.region,
      group: row.group,
      service: row.service,
      agency: malls.group(row.region, row.group)?.agency.slug ?? '',
      label: row.label,
      state,
      day: row.day,
      issuedAt: iso(row.issuedAtMs),
      ahead: null,
      wait: null,
      counter: counterView(malls, row.counter),
      contact: contactOf(row.id),
      isSurveyDue: await isSurveyDue(row.id, state),
    }
  }

  async function findCitizen(id: string): Promise<CitizenRow | null> {
    const known = citizens.get(id)
    if (known !== undefined) return known
    const row = await store.findCitizen(id)
    if (citizens.size >= mostCitizens) citizens.clear()
    if (row !== null) citizens.set(id, row)
    return row
  }
  async function officerTicket(held: Readonly<Ticket>, group: string): Promise<OfficerTicket | null> {
    const citizen = await findCitizen(held.citizen)
    return citizen === null
      ? null
      : {
          id: held.id,
          label: held.label,
          group,
          service: held.service,
          state: held.state,
          issuedAt: iso(held.issuedAtMs),
          calledAt: held.calledAtMs === null ? null : iso(held.calledAtMs),
          ...maskedCitizen(citizen),
        }
  }
  async function officerCounter(counter: CounterPlace): Promise<OfficerCounter> {
    const current = await desk.inHand(counter)
    const day = actors.dayNow(counter.region)
    const lines = (await loadTogether(actors.ofAgency(counter.region, counter.agency))).filter((line) => line.day === day)
    const waiting = lines
      .flatMap(firstWaiting)
      .sort((a, b) => a.held.issuedAtMs - b.held.issuedAtMs)
      .slice(0, shownWaiting)
    const views = await Promise.all(waiting.map(({ held, group }) => officerTicket(held, group)))
    return {
      counter,
      day,
      waiting: views.filter((view) => view !== null),
      current: current === null ? null : await officerTicket(current.ticket, current.group),
      contact: current === null ? null : contactOf(current.ticket.id),
      servedToday: lines.reduce((sum, line) => sum + servedAt(line, counter.id), 0),
    }
  }

  return {
    ticket,
    async ticketsOf(citizen) {
      const views: TicketView[] = []
      for (const row of await queue.rowsOf(citizen)) {
        if (malls.region(row.region) === null) continue
        const isLive = row.state === 'called' || row.state === 'serving'
        if (row.day === actors.dayNow(row.region) || isLive) {
          const placed = await queue.find(row.id)
          if (placed !== null) views.push(await ticket(placed))
        } else if (row.state === 'done') {
          const view = await pastTicket(row)
          if (view.isSurveyDue) views.push(view)
        }
      }
      return views.sort((a, b) => b.issuedAt.localeCompare(a.issuedAt))
    },
    async renew(view) {
      const line = actors.ofAgency(view.region, view.agency).find((actor) => actor.group === view.group && actor.day === view.day)
      const held = line?.peek()?.tickets.get(view.id)
      return line === undefined || held === undefined ? view : ticket(actors.place(line, held))
    },
    forgetCitizen: (citizen) => {
      citizens.delete(citizen)
    },
    async counterOf(officer) {
      const counter = desk.counterOf(officer)
      return counter === null ? null : officerCounter(counter)
    },
    async officerStart(officer, hasOidc) {
      const places = malls.regions.flatMap((region) => malls.counters(region.slug).filter((place) => desk.mayUse(place, officer)))
      const counters = await Promise.all(
        places.map(async (place) => ({
          ...place,
          regionName: malls.region(place.region)?.name ?? place.region,
          agencyName: malls.agency(place.region, place.agency)?.name ?? place.agency,
          openBy: await nameAt(place.id),
        })),
      )
      const open = desk.counterOf(officer.id)
      return { name: officer.name, oidc: hasOidc, counters, open: open === null ? null : await officerCounter(open) }
    },
  }

  async function nameAt(counter: string): Promise<string | null> {
    const holder = desk.officerAt(counter)
    return holder === null ? null : ((await store.findOfficer(holder))?.name ?? holder)
  }
}

/** What an officer may see of a person: masked number and telephone. */
function maskedCitizen(citizen: CitizenRow): Pick<OfficerTicket, 'nikMasked' | 'phoneMasked' | 'isVerified'> {
  return { nikMasked: citizen.nikMasked, phoneMasked: maskPhone(citizen.phone), isVerified: citizen.isVerified }
}

function firstWaiting(line: QueueDay): { held: Ticket; group: string }[] {
  const first: { held: Ticket; group: string }[] = []
  for (let index = line.head; index < line.order.length && first.length < shownWaiting; index++) {
    if (line.order[index].state === 'waiting') first.push({ held: line.order[index], group: line.group })
  }
  return first
}

function servedAt(line: QueueDay, counter: string): number {
  return line.order.reduce((sum, held) => sum + (held.state === 'done' && held.counter === counter ? 1 : 0), 0)
}

function counterView(malls: Malls, id: string | null): TicketView['counter'] {
  const counter = id === null ? null : malls.counter(id)
  return counter === null ? null : { id: counter.id, label: counter.label }
}

function iso(atMs: number): string {
  return new Date(atMs).toISOString()
}
