import type { ContactView, CounterPlace, OfficerCounter, OfficerStart, OfficerTicket, TicketView } from '../../game/api/index.ts'
import { callOrderOf, closureAt, isReady, peopleAhead, type QueueDay, type Ticket, type TicketState } from '../../game/queue/index.ts'
import { maskPhone } from '../identity/index.ts'
import type { Malls } from '../mall/index.ts'
import type { CitizenRow, OfficerRow, Store, TicketRow } from '../store/index.ts'
import { loadTogether, type PlacedTicket } from './queue-actors.ts'
import type { QueueService } from './queue-service.ts'
import { ticketWait } from './queue-summary.ts'
import { isGuest } from './issue-ticket.ts'
import { shownLabel } from './shown-label.ts'

/** What the pages see of tickets and counters. */
export type TicketViews = {
  ticket(placed: PlacedTicket): Promise<TicketView>
  /** Mine: of today, bookings of days to come, and finished ones of the last week whose survey is open. Newest first. */
  ticketsOf(citizen: string): Promise<TicketView[]>
  /** The same ticket now, from memory: its place moves while others come and go. */
  renew(view: TicketView): Promise<TicketView>
  /** A citizen's row has changed. */
  forgetCitizen(citizen: string): void
  /** null when the officer holds no counter open. */
  counterOf(officer: string): Promise<OfficerCounter | null>
  officerStart(officer: OfficerRow, hasOidc: boolean): Promise<OfficerStart>
}

/** An officer's lists show so many of each; the summary has the full count. */
const shownTickets = 24
/** Whoever was not served any more hears of it for so long. */
const tellExpiredMs = 18 * 3_600_000
/** Rows of citizens kept for the officers' lists, which are drawn anew several times a second. */
const mostCitizens = 5000

export function createTicketViews(options: {
  queue: QueueService
  malls: Malls
  store: Store
  clock: () => number
  /** Whether its holder has rated it. */
  isRated: (ticket: string) => Promise<boolean>
  /** The talk about a ticket's latest call. */
  contactOf: (ticket: string) => ContactView | null
}): TicketViews {
  const { queue, malls, store, clock, isRated, contactOf } = options
  const { actors, desk, states } = queue
  const citizens = new Map<string, CitizenRow>()

  async function ticket(placed: PlacedTicket): Promise<TicketView> {
    const { region, group, agency, day, ticket: held } = placed
    const actor = actors.at(region, group, day)
    const line = await actor.load()
    const now = line.tickets.get(held.id) ?? held
    const isWaiting = now.state === 'waiting'
    const lines = isWaiting ? await loadTogether(actors.ofAgency(region, agency).filter((other) => other.day === day)) : []
    return {
      ...rowView({ ...now, region, group, agency, day, label: shownLabel(now) }),
      service: now.service,
      ahead: isWaiting ? peopleAhead(line, now.id) : null,
      wait: isWaiting
        ? ticketWait({ line, ticket: now, agencyLines: lines, openCounters: desk.openCount(region, agency), nowMs: clock() })
        : null,
      isSurveyDue: await isSurveyDue(now.id, now.state),
      priority: now.priority,
      slotAt: instant(now.slotAtMs),
      checkIn: checkInOf(line, now),
      isReadyAsked: isWaiting && now.readyAskedAtMs !== null,
      room: now.room,
      rejoinBehind: rejoinBehind(line, now),
      sentTo: sentToOf(now),
      route: now.route,
      receipt: actor.receiptOf(now.id),
    }
  }
  /** What a ticket's row tells by itself. */
  function rowView(row: {
    id: string
    region: string
    group: string
    agency: string
    day: string
    label: string
    state: TicketState
    counter: string | null
    issuedAtMs: number
    service: string | null
  }): TicketView {
    const { id, region, group, agency, day, label, state, service, issuedAtMs } = row
    const plain = { ahead: null, wait: null, isSurveyDue: false, priority: null, slotAt: null, checkIn: null, isReadyAsked: false }
    return {
      id,
      region,
      group,
      agency,
      day,
      label,
      state,
      service,
      issuedAt: iso(issuedAtMs),
      counter: counterView(malls, row.counter),
      contact: contactOf(id),
      ...plain,
      room: null,
      rejoinBehind: null,
      sentTo: null,
      route: [],
      receipt: null,
    }
  }
  async function isSurveyDue(id: string, state: TicketState): Promise<boolean> {
    return state === 'done' && !(await isRated(id))
  }
  /** A ticket of a past day, from its row alone: nothing about it moves any more. */
  async function pastTicket(row: TicketRow): Promise<TicketView> {
    const state = row.state as TicketState
    const agency = malls.group(row.region, row.group)?.agency.slug ?? ''
    return { ...rowView({ ...row, state, agency }), isSurveyDue: await isSurveyDue(row.id, state) }
  }

  /** Has the rows of these tickets' holders in memory. */
  async function meet(all: readonly { held: Readonly<Ticket> }[]): Promise<void> {
    const strangers = all.filter(({ held: { citizen } }) => !isGuest(citizen) && !citizens.has(citizen))
    if (strangers.length === 0) return
    const rows = await Promise.all(strangers.map(({ held }) => store.findCitizen(held.citizen)))
    if (citizens.size + rows.length > mostCitizens) citizens.clear()
    for (const row of rows) if (row !== null) citizens.set(row.id, row)
  }
  function officerTicket({ held, group }: { held: Readonly<Ticket>; group: string }): OfficerTicket {
    const citizen = citizens.get(held.citizen) ?? null
    const { id, service, state, channel, priority, room, route, calls } = held
    return {
      id,
      group,
      service,
      state,
      channel,
      priority,
      room,
      route,
      calls,
      label: shownLabel(held),
      issuedAt: iso(held.issuedAtMs),
      calledAt: instant(held.calledAtMs),
      servedAt: instant(held.servedAtMs),
      isReady: isReady(held, clock()),
      slotAt: instant(held.slotAtMs),
      notes: held.notes.map(({ atMs, text }) => ({ at: iso(atMs), text })),
      isGuest: citizen === null,
      nikMasked: citizen?.nikMasked ?? '',
      phoneMasked: citizen === null ? '' : maskPhone(citizen.phone),
      isVerified: citizen?.isVerified ?? false,
    }
  }
  async function officerCounter(counter: CounterPlace): Promise<OfficerCounter> {
    const current = await desk.inHand(counter)
    const day = actors.dayNow(counter.region)
    const lines = (await loadTogether(actors.ofAgency(counter.region, counter.agency))).filter((line) => line.day === day)
    const { parked, skipped, reserved, served } = sortOut(lines, counter.id)
    const lists = {
      waiting: callOrderOf(lines).map(({ day: { group }, ticket: held }) => ({ held, group })),
      parked,
      skipped: skipped.sort((a, b) => (b.held.endedAtMs ?? 0) - (a.held.endedAtMs ?? 0)),
      reserved: reserved.sort((a, b) => (a.held.slotAtMs ?? 0) - (b.held.slotAtMs ?? 0)),
      current: current === null ? [] : [{ held: current.ticket, group: current.group }],
    }
    for (const list of Object.values(lists)) if (list.length > shownTickets) list.length = shownTickets
    await meet(Object.values(lists).flat())
    return {
      counter,
      day,
      waiting: lists.waiting.map(officerTicket),
      parked: lists.parked.map(officerTicket),
      skipped: lists.skipped.map(officerTicket),
      reserved: lists.reserved.map(officerTicket),
      current: lists.current.map(officerTicket)[0] ?? null,
      contact: current === null ? null : contactOf(current.ticket.id),
      servedToday: served,
      paused: desk.pausedAt(counter.id),
      lines: lines.map((line) => ({ group: line.group, waiting: line.waiting.length, closed: closureAt(line, clock())?.reason ?? null })),
      colleagues: await colleaguesOf(counter),
      agency: states.viewOf(counter.region, counter.agency),
    }
  }
  async function colleaguesOf(counter: CounterPlace): Promise<OfficerCounter['colleagues']> {
    const open = desk.openAt(counter.region, counter.agency).filter((other) => other.counter.id !== counter.id)
    return Promise.all(
      open.map(async ({ counter: place, officer }) => ({ counter: place.id, label: place.label, officer, name: await nameOf(officer) })),
    )
  }

  return {
    ticket,
    async ticketsOf(citizen) {
      const views: TicketView[] = []
      for (const row of await queue.rowsOf(citizen)) {
        if (malls.region(row.region) === null) continue
        const isLive = row.state === 'called' || row.state === 'serving' || row.state === 'parked'
        if (row.day >= actors.dayNow(row.region) || isLive) {
          const placed = await queue.find(row.id)
          if (placed !== null) views.push(await ticket(placed))
        } else if (row.state === 'done') {
          const view = await pastTicket(row)
          if (view.isSurveyDue) views.push(view)
        } else if (row.state === 'expired' && row.updatedAtMs > clock() - tellExpiredMs) views.push(await pastTicket(row))
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
    return holder === null ? null : nameOf(holder)
  }
  async function nameOf(officer: string): Promise<string> {
    return (await store.findOfficer(officer))?.name ?? officer
  }
}

type Held = { readonly held: Ticket; readonly group: string }

/** The tickets of the lists beside those who wait, and how many this counter has served; one look at each ticket, for this is done at every press. */
function sortOut(lines: readonly QueueDay[], counter: string): { parked: Held[]; skipped: Held[]; reserved: Held[]; served: number } {
  const found: { parked: Held[]; skipped: Held[]; reserved: Held[]; served: number } = { parked: [], skipped: [], reserved: [], served: 0 }
  for (const { tickets, group } of lines) {
    for (const held of tickets.values()) {
      const { state } = held
      if (state === 'parked' || state === 'skipped' || state === 'reserved') found[state].push({ held, group })
      else if (state === 'done' && held.counter === counter) found.served++
    }
  }
  return found
}

function checkInOf({ policy }: QueueDay, { state, slotAtMs }: Readonly<Ticket>): TicketView['checkIn'] {
  if (state !== 'reserved' || slotAtMs === null) return null
  return { from: iso(slotAtMs - policy.checkInEarlyMs), until: iso(slotAtMs + policy.checkInLateMs) }
}

function rejoinBehind({ policy, waiting }: QueueDay, { state, rejoins }: Readonly<Ticket>): number | null {
  return state === 'skipped' && rejoins < policy.mostRejoins ? Math.min(policy.rejoinBehind, waiting.length) : null
}

function sentToOf({ sentTo }: Readonly<Ticket>): TicketView['sentTo'] {
  if (sentTo === null) return null
  return 'group' in sentTo ? { group: sentTo.group, day: null } : { group: null, day: sentTo.day }
}

function counterView(malls: Malls, id: string | null): TicketView['counter'] {
  const counter = id === null ? null : malls.counter(id)
  return counter === null ? null : { id: counter.id, label: counter.label }
}

function instant(atMs: number | null): string | null {
  return atMs === null ? null : iso(atMs)
}

function iso(atMs: number): string {
  return new Date(atMs).toISOString()
}
