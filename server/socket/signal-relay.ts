import type { Contact, ContactParty } from '../../game/contact/index.ts'
import type { People } from './people.ts'
import type { ServiceConnection } from './service-connection.ts'

/**
 * Hands WebRTC signalling from one end of a talk to the other, unread. A person may have several pages open: the one that spoke
 * last in this talk is the end; before any has, all of them hear.
 */
export type SignalRelay = {
  /** This connection has just acted in the talk: it is that side's end from now on. */
  note(contact: string, party: ContactParty, connection: ServiceConnection): void
  relay(contact: Contact, from: ContactParty, data: unknown): void
  forget(contact: string): void
  gone(connection: ServiceConnection): void
}

export function createSignalRelay(people: People): SignalRelay {
  const ends = new Map<string, Partial<Record<ContactParty, ServiceConnection>>>()
  return {
    note(contact, party, connection) {
      const pair = ends.get(contact) ?? {}
      pair[party] = connection
      ends.set(contact, pair)
    },
    relay(contact, from, data) {
      const to: ContactParty = from === 'citizen' ? 'officer' : 'citizen'
      const end = ends.get(contact.id)?.[to]
      const event = { type: 'contact.signal', contact: contact.id, data } as const
      if (end?.isOpen()) end.send(event)
      else people.tell(to, contact[to], event)
    },
    forget: (contact) => {
      ends.delete(contact)
    },
    gone(connection) {
      for (const pair of ends.values()) {
        if (pair.citizen === connection) delete pair.citizen
        if (pair.officer === connection) delete pair.officer
      }
    },
  }
}
