import type { ErrorTable } from '@balai/engine/core'

/** Every refusal of `decideQueue`. What `details` carries is named in SPEC.md. */
export const queueErrors = {
  'already-waiting': { meaning: 'the citizen holds a live ticket in this order', remedy: 'use or cancel the ticket {label}' },
  'already-booked': { meaning: 'the citizen holds a booking in this line', remedy: 'check in with it, or cancel it' },
  'already-here': { meaning: 'the ticket has arrived from the other line before', remedy: 'nothing is to be done' },
  'device-limit': { meaning: 'the device holds {limit} places in this line', remedy: 'use or cancel one of them' },
  'quota-spent': { meaning: 'all {limit} numbers of the day are given', remedy: 'book another day' },
  'queue-full': { meaning: 'number 9,999 was given', remedy: 'come on another day' },
  'line-closed': { meaning: 'the line is closed: {reason}', remedy: 'book another day' },
  'line-open': { meaning: 'the line is open', remedy: 'nothing is to be done' },
  'reason-missing': { meaning: 'a closure says why', remedy: 'state a reason' },
  'slot-past': { meaning: 'the time of the booking is over', remedy: 'choose a later time' },
  'slot-full': { meaning: 'the {limit} places of this time are taken', remedy: 'choose another time' },
  'too-early': { meaning: 'check-in has not begun', remedy: 'come back in {seconds} seconds' },
  'too-late': { meaning: 'check-in for this booking is over', remedy: 'take a number without a booking' },
  'day-past': { meaning: 'a booking can only be moved to a later day', remedy: 'choose a day after this one' },
  'nobody-waiting': { meaning: 'nobody waits whom this counter may call', remedy: 'wait for the next ticket' },
  'counter-busy': { meaning: 'the counter has a ticket in hand', remedy: 'finish, park or skip {label} first' },
  'wrong-counter': { meaning: 'the ticket is in hand at another counter', remedy: 'act at counter {counter}' },
  'wrong-state': { meaning: 'the ticket is in a state that does not allow this', remedy: 'read the ticket again' },
  'unknown-ticket': { meaning: 'this day has no such ticket', remedy: 'look at the ticket of the right group and day' },
  'not-yours': { meaning: 'the ticket belongs to somebody else', remedy: 'sign in as its holder' },
  'too-soon': { meaning: 'the person has not had the time to come', remedy: 'try again in {seconds} seconds' },
  'calls-spent': { meaning: 'the person was called {limit} times', remedy: 'skip {label}' },
  'rejoins-spent': { meaning: 'the ticket has rejoined {limit} times', remedy: 'take a new number' },
  'room-missing': { meaning: 'parking names the room where the person waits', remedy: 'name a room' },
  'same-line': { meaning: 'the ticket is in the line {group} already', remedy: 'transfer it to a service, a counter or an officer' },
  'note-empty': { meaning: 'the note has no text', remedy: 'write something' },
} as const satisfies ErrorTable
export type QueueErrorCode = keyof typeof queueErrors
