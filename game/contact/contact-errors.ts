import type { ErrorTable } from '@balai/engine/core'

/** Every refusal of `decideContact`. What `details` carries is named in SPEC.md. */
export const contactErrors = {
  'no-contact': { meaning: 'nobody has been called yet', remedy: 'wait for the call' },
  'not-yours': { meaning: 'only the citizen and the officer of a contact may act in it', remedy: 'sign in as one of the two' },
  'wrong-state': { meaning: 'the contact is in a state that does not allow this', remedy: 'read the contact again' },
  'wrong-role': { meaning: 'the other end does this', remedy: 'the officer rings, the citizen answers' },
  'still-open': { meaning: 'the contact before this one has not ended', remedy: 'end it first' },
} as const satisfies ErrorTable
export type ContactErrorCode = keyof typeof contactErrors
