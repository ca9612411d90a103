import type { ServiceEvent, TicketView } from '../../game/api/index.ts'
import type { Contact } from '../../game/contact/index.ts'
import { contactView, type ContactService } from '../contact/index.ts'
import type { QueueService, TicketViews } from '../queue/index.ts'
import type { ChatRow } from '../store/index.ts'
import type { People } from './people.ts'
import { createRefresher } from './refresher.ts'
import { partyOf, type ServiceConnection } from './service-connection.ts'

/** Tells each person of their own tickets, counter and talks; all of it at the start of a connection. */
export type PersonalFeed = {
  start(connection: ServiceConnection): Promise<void>
  stop(connection: ServiceConnection): void
}

type Feed = {
  /** Everything anew. */
  readonly refresh: () => void
  /** Something moved in the region: what depends on it anew. */
  readonly tick: () => void
  /** The citizen's tickets that wait. */
  waiting: readonly TicketView[]
  /** The region of the officer's counter. */
  region: string | null
}

export function createPersonalFeed(options: {
  queue: QueueService
  views: TicketViews
  contact: ContactService
  people: People
  onError: (error: unknown) => void
}): PersonalFeed {
  const { queue, views, contact, people, onError } = options
  const feeds = new Map<ServiceConnection, Feed>()

  async function tellTickets(connection: ServiceConnection, citizen: string): Promise<void> {
    const tickets = await views.ticketsOf(citizen)
    const feed = feeds.get(connection)
    if (feed !== undefined) feed.waiting = tickets.filter(({ state }) => state === 'waiting')
    for (const ticket of tickets) connection.sendState(`ticket/${ticket.id}`, { type: 'ticket', ticket })
  }
  async function tellWaiting(connection: ServiceConnection): Promise<void> {
    for (const view of feeds.get(connection)?.waiting ?? []) {
      const ticket = await views.renew(view)
      connection.sendState(`ticket/${ticket.id}`, { type: 'ticket', ticket })
    }
  }
  async function tellConsole(connection: ServiceConnection, officer: string): Promise<void> {
    const counter = await views.counterOf(officer)
    const feed = feeds.get(connection)
    if (feed !== undefined) feed.region = counter?.counter.region ?? null
    connection.sendState('console', { type: 'console', counter })
  }
  function refreshPerson(party: 'citizen' | 'officer', person: string | null): void {
    if (person === null) return
    for (const connection of people.of(party, person)) feeds.get(connection)?.refresh()
  }

  queue.events.on('region', (region) => {
    for (const feed of feeds.values()) {
      if (feed.region === region || feed.waiting.some((view) => view.region === region)) feed.tick()
    }
  })
  queue.events.on('ticket', ({ placed }) => {
    refreshPerson('citizen', placed.ticket.citizen)
    refreshPerson('officer', placed.ticket.officer)
  })
  queue.events.on('counter', ({ region, officer }) => {
    refreshPerson('officer', officer)
    // An officer who has just closed is no longer named by the counter.
    for (const feed of feeds.values()) if (feed.region === region) feed.refresh()
  })
  contact.events.on('contact', (talk) => {
    const event: ServiceEvent = { type: 'contact', contact: contactView(talk) }
    people.tell('citizen', talk.citizen, event)
    people.tell('officer', talk.officer, event)
    refreshPerson('citizen', talk.citizen)
    refreshPerson('officer', talk.officer)
  })
  contact.events.on('chat', ({ contact: talk, row }) => {
    people.tell('citizen', talk.citizen, chatEvent(row))
    people.tell('officer', talk.officer, chatEvent(row))
  })

  async function tellTalk(connection: ServiceConnection, talk: Contact): Promise<void> {
    connection.send({ type: 'contact', contact: contactView(talk) })
    for (const row of await contact.chatOf(talk.id)) connection.send(chatEvent(row))
  }

  return {
    async start(connection) {
      const { who } = connection
      connection.send({ type: 'hello', role: who.role })
      const side = partyOf(who)
      if (side === null) return
      const isOfficer = who.role === 'officer'
      const tell = () => (isOfficer ? tellConsole : tellTickets)(connection, side.person)
      const refresh = createRefresher(tell, onError)
      const tick = isOfficer ? refresh : createRefresher(() => tellWaiting(connection), onError)
      feeds.set(connection, { refresh, tick, waiting: [], region: null })
      await tell()
      for (const talk of contact.openOf(side.party, side.person)) await tellTalk(connection, talk)
    },
    stop: (connection) => {
      feeds.delete(connection)
    },
  }
}

export function chatEvent(row: ChatRow): ServiceEvent {
  return { type: 'contact.chat', contact: row.contact, key: row.key, from: row.from, text: row.text, at: new Date(row.atMs).toISOString() }
}
