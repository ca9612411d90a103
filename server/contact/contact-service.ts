import { EventEmitter } from 'node:events'
import { CodedError } from '@balai/engine/core'
import type { ContactView } from '../../game/api/index.ts'
import {
  contactId,
  decideContact,
  type Contact,
  type ContactCommand,
  type ContactParty,
  type ContactRung,
} from '../../game/contact/index.ts'
import type { TicketEvent } from '../../game/queue/index.ts'
import type { Log } from '../identity/index.ts'
import type { Malls } from '../mall/index.ts'
import type { PlacedTicket, QueueService } from '../queue/index.ts'
import type { ChatRow, Store } from '../store/index.ts'
import { createChatLog, type ChatLog } from './chat-log.ts'
import { createPresence, type Presence } from './presence.ts'

export type ContactServiceEvents = {
  /** A talk began, changed or ended. */
  contact: [contact: Contact]
  /** Something new was said. */
  chat: [line: { readonly contact: Contact; readonly row: ChatRow }]
}

/** The talks between a citizen and an officer, one for each call of a ticket. Refusals are CodedError of contactErrors. */
export type ContactService = {
  readonly events: EventEmitter<ContactServiceEvents>
  readonly presence: Presence
  /** Brings back the talks about the tickets in hand, after a restart. */
  restore(): Promise<void>
  /** The talk about the ticket's latest call, as a page sees it. */
  viewOf(ticket: string): ContactView | null
  find(contact: string): Contact | null
  /** The talks of this person that have not ended. */
  openOf(party: ContactParty, person: string): Contact[]
  answer(contact: string, act: { who: ContactParty; person: string; rung: ContactRung }): Contact
  changeRung(contact: string, act: { who: ContactParty; person: string; rung: ContactRung }): Contact
  /** Keeps a line of chat and tells both. A key that was stored before (`isNew` false) is told to nobody again. */
  chat(contact: string, line: { who: ContactParty; person: string; key: string; text: string }): Promise<{ row: ChatRow; isNew: boolean }>
  chatOf(contact: string): Promise<ChatRow[]>
  /** Forgets talks that ended a while ago. */
  sweep(): void
  close(): void
}

/** What ends the talk about a ticket. */
const endings: ReadonlySet<TicketEvent['type']> = new Set(['finished', 'skipped', 'parked', 'transferred', 'cancelled', 'expired'])
const graceMs = 10_000
const keptEndedMs = 10 * 60_000
/** What an officer offers with a call; the citizen's answer can only lower it. */
const firstRung: ContactRung = 'video'
/** What a talk comes back on after a restart: no camera opens by itself. Both may climb again. */
const restoredRung: ContactRung = 'chat'

export function createContactService(options: {
  queue: QueueService
  store: Store
  malls: Malls
  clock: () => number
  log: Log
  /** For tests; 10 s. */
  presenceGraceMs?: number
}): ContactService {
  const { queue, store, malls, clock, log } = options
  const events = new EventEmitter<ContactServiceEvents>()
  const byTicket = new Map<string, Contact>()
  const chatLog: ChatLog = createChatLog(store)

  function apply(contact: Contact | null, command: ContactCommand): Contact {
    const decision = decideContact(contact, command)
    if (!decision.ok) throw new CodedError(decision.code, `the contact refused ${command.type}: ${decision.code}`, decision.details)
    byTicket.set(decision.contact.ticket, decision.contact)
    events.emit('contact', decision.contact)
    return decision.contact
  }
  function find(id: string): Contact | null {
    const contact = byTicket.get(id.slice(0, id.lastIndexOf('-')))
    return contact?.id === id ? contact : null
  }
  function openOf(party: ContactParty, person: string): Contact[] {
    return [...byTicket.values()].filter((contact) => contact.state !== 'ended' && contact[party] === person)
  }
  const presence = createPresence({
    graceMs: options.presenceGraceMs ?? graceMs,
    onArrive: (who, person) => openOf(who, person).forEach((contact) => apply(contact, { type: 'arrive', who, person, atMs: clock() })),
    onLeave: (who, person) => openOf(who, person).forEach((contact) => apply(contact, { type: 'leave', who, person, atMs: clock() })),
  })

  function end(ticket: string): void {
    const contact = byTicket.get(ticket)
    if (contact === undefined || contact.state === 'ended') return
    apply(contact, { type: 'end', who: 'officer', person: contact.officer, atMs: clock() })
  }
  function ring({ ticket }: PlacedTicket, rung: ContactRung): void {
    const { id, calls: call, citizen, officer, counter } = ticket
    if (officer === null || counter === null || byTicket.get(id)?.id === contactId(id, call)) return
    end(id)
    const contact = apply(null, { type: 'ring', who: 'officer', ticket: id, call, citizen, officer, counter, rung, atMs: clock() })
    if (presence.isHere('citizen', citizen)) apply(contact, { type: 'arrive', who: 'citizen', person: citizen, atMs: clock() })
  }
  queue.events.on('ticket', ({ event, placed }) => {
    if (event.type === 'called' || event.type === 'recalled') ring(placed, firstRung)
    else if (endings.has(event.type)) end(event.ticket)
  })

  return {
    events,
    presence,
    find,
    openOf,
    async restore() {
      for (const { slug } of malls.regions) {
        for (const counter of malls.counters(slug)) {
          if (queue.desk.officerAt(counter.id) === null) continue
          const placed = await queue.desk.inHand(counter)
          if (placed === null) continue
          ring(placed, placed.ticket.state === 'serving' ? restoredRung : firstRung)
          const contact = byTicket.get(placed.ticket.id)
          if (contact === undefined) continue
          const { citizen, officer } = contact
          const rung = restoredRung
          let now = contact
          if (placed.ticket.state === 'serving') now = apply(now, { type: 'answer', who: 'citizen', person: citizen, rung, atMs: clock() })
          for (const [who, person] of [
            ['citizen', citizen],
            ['officer', officer],
          ] as const) {
            if (!presence.isHere(who, person)) now = apply(now, { type: 'leave', who, person, atMs: clock() })
          }
        }
      }
    },
    viewOf(ticket) {
      const contact = byTicket.get(ticket)
      return contact === undefined ? null : contactView(contact)
    },
    answer(id, { who, person, rung }) {
      const contact = apply(find(id), { type: 'answer', who, person, rung, atMs: clock() })
      // Whoever has taken the call is being served; the officer need not say so too.
      queue.desk
        .act(contact.ticket, { id: contact.officer }, { type: 'serve' })
        .catch((error: unknown) => log({ contact: id, error }, 'the answered ticket could not be set to serving'))
      return contact
    },
    changeRung: (id, { who, person, rung }) => apply(find(id), { type: 'change-rung', who, person, rung, atMs: clock() }),
    async chat(id, { who, person, key, text }) {
      const contact = find(id)
      if (contact === null) throw new CodedError('no-contact', `no contact ${id}`)
      if (contact[who] !== person) throw new CodedError('not-yours', `contact ${id} is between two others`)
      if (contact.state === 'ended') throw new CodedError('wrong-state', `contact ${id} has ended`, { state: contact.state })
      const { row, isNew } = await chatLog.put({ contact: id, key, from: who, text, atMs: clock() })
      if (isNew) events.emit('chat', { contact, row })
      return { row, isNew }
    },
    chatOf: (id) => chatLog.of(id),
    sweep() {
      for (const [ticket, contact] of byTicket) {
        if (contact.endedAtMs === null || contact.endedAtMs > clock() - keptEndedMs) continue
        byTicket.delete(ticket)
        chatLog.forget(contact.id)
      }
    },
    close() {
      presence.close()
      events.removeAllListeners()
    },
  }
}

export function contactView(contact: Contact): ContactView {
  const { id, ticket, state, rung, citizenPresent, officerPresent } = contact
  return { id, ticket, state, rung, citizenPresent, officerPresent }
}
