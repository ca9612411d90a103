import type { ErrorTable } from '@balai/engine/core'

/** Every refusal of `decideQueue`. What `details` carries is named in SPEC.md. */
export const queueErrors = {
  'already-waiting': { meaning: 'the citizen holds a live ticket in this order', remedy: 'use or cancel the ticket {label}' },
  'nobody-waiting': { meaning: 'nobody waits in this order', remedy: 'wait for the next ticket' },
  'counter-busy': { meaning: 'the counter has a ticket in hand', remedy: 'finish or miss {label} first' },
  'wrong-state': { meaning: 'the ticket is in a state that does not allow this', remedy: 'read the ticket again' },
  'unknown-ticket': { meaning: 'this day has no such ticket', remedy: 'look at the ticket of the right group and day' },
  'not-yours': { meaning: 'the ticket belongs to somebody else', remedy: 'sign in as its holder' },
  'queue-full': { meaning: 'number 9,999 was given', remedy: 'come on another day' },
  'wrong-counter': { meaning: 'the ticket is in hand at another counter', remedy: 'act at counter {counter}' },
} as const satisfies ErrorTable
export type QueueErrorCode = keyof typeof queueErrors
