import type { ContactErrorCode } from './contact-errors.ts'
import { lowestRung, type ContactRung } from './rung.ts'

export type ContactParty = 'citizen' | 'officer'

/** One talk between two people about one call of one ticket. Times are milliseconds since 1970 (UTC). */
export type Contact = {
  /** `contactId(ticket, call)`. */
  id: string
  ticket: string
  citizen: string
  officer: string
  counter: string
  state: 'ringing' | 'talking' | 'ended'
  /** While ringing: what the officer offers. While talking: what both ends use. */
  rung: ContactRung
  /** Whether that end is connected now. A gap does not end the talk. */
  citizenPresent: boolean
  officerPresent: boolean
  /** When the citizen answered. */
  startedAtMs: number | null
  endedAtMs: number | null
}

/** `person` is the id of the one who acts: it must be the contact's own citizen or officer, as `who` says. */
export type ContactCommand =
  | {
      type: 'ring'
      who: 'officer'
      ticket: string
      call: number
      citizen: string
      officer: string
      counter: string
      rung: ContactRung
      atMs: number
    }
  | { type: 'answer' | 'change-rung'; who: ContactParty; person: string; rung: ContactRung; atMs: number }
  | { type: 'arrive' | 'leave' | 'end'; who: ContactParty; person: string; atMs: number }

export type ContactDecision = { ok: true; contact: Contact } | { ok: false; code: ContactErrorCode; details: Record<string, unknown> }

/** The id of the contact of a ticket's nth call (`Ticket.calls`, from 1): a recall makes a new contact. */
export function contactId(ticket: string, call: number): string {
  return `${ticket}-${call}`
}

/** Decides a command by the rules of SPEC.md. Returns a new contact and never changes the one it was given. */
export function decideContact(contact: Contact | null, command: ContactCommand): ContactDecision {
  if (command.type === 'ring') return ring(contact, command)
  if (!contact) return refuse('no-contact', {})
  if (command.person !== contact[command.who]) return refuse('not-yours', {})
  if (contact.state === 'ended') return refuse('wrong-state', { state: contact.state })
  switch (command.type) {
    case 'answer':
      if (command.who !== 'citizen') return refuse('wrong-role', { who: command.who })
      if (contact.state !== 'ringing') return refuse('wrong-state', { state: contact.state })
      return accept({
        ...contact,
        state: 'talking',
        rung: lowestRung(contact.rung, command.rung),
        citizenPresent: true,
        startedAtMs: command.atMs,
      })
    case 'change-rung':
      // Until the call is taken the rung is the officer's offer; the citizen's word on it is the answer.
      if (contact.state === 'ringing' && command.who === 'citizen') return refuse('wrong-state', { state: contact.state })
      return accept({ ...contact, rung: command.rung })
    case 'arrive':
      return accept(withPresence(contact, command.who, true))
    case 'leave':
      return accept(withPresence(contact, command.who, false))
    case 'end':
      return accept({ ...contact, state: 'ended', citizenPresent: false, officerPresent: false, endedAtMs: command.atMs })
  }
}

function ring(contact: Contact | null, command: Extract<ContactCommand, { type: 'ring' }>): ContactDecision {
  const { ticket, call, citizen, officer, counter, rung } = command
  if (!Number.isInteger(call) || call < 1) throw new TypeError(`command.call must be an integer of 1 or more, got ${call}`)
  if (contact && contact.state !== 'ended') return refuse('still-open', { contact: contact.id })
  return accept({
    id: contactId(ticket, call),
    ticket,
    citizen,
    officer,
    counter,
    state: 'ringing',
    rung,
    citizenPresent: false,
    officerPresent: true,
    startedAtMs: null,
    endedAtMs: null,
  })
}

function withPresence(contact: Contact, who: ContactParty, isPresent: boolean): Contact {
  return who === 'citizen' ? { ...contact, citizenPresent: isPresent } : { ...contact, officerPresent: isPresent }
}

function accept(contact: Contact): ContactDecision {
  return { ok: true, contact }
}

function refuse(code: ContactErrorCode, details: Record<string, unknown>): ContactDecision {
  return { ok: false, code, details }
}
