import type { ErrorTable } from '@balai/engine/core'

/** Every refusal of `decideDocument`. What `details` carries is named in SPEC.md. */
export const documentErrors = {
  'document-unknown': { meaning: 'the case has no such document', remedy: 'look at the documents of the right case' },
  'document-not-active': { meaning: 'the document is {state}', remedy: 'use the newest document of the case' },
  'document-reason': { meaning: 'a revocation says why', remedy: 'state a reason' },
  'document-collected': { meaning: 'the document was handed over before', remedy: 'issue it again if it was lost' },
  'document-is-card': { meaning: 'the product is a card, which no kiosk prints', remedy: 'collect it at a counter' },
  'pickup-code': { meaning: 'the code is wrong, replaced or used up', remedy: 'make a new code, or show an identity card at a counter' },
  'pickup-identity': {
    meaning: "the card shown is not the holder's",
    remedy: 'hand it to the holder, or to somebody with a power of attorney',
  },
  'pickup-authority': { meaning: 'no power of attorney was shown', remedy: 'keep a picture of it first' },
  'pin-form': { meaning: 'a PIN has six digits', remedy: 'write six digits' },
  'pin-weak': { meaning: 'the PIN is one of the first that anybody would try', remedy: 'choose another one' },
  'pin-missing': { meaning: 'no PIN was chosen', remedy: 'choose a PIN, or collect the document at a counter' },
  'pin-wrong': { meaning: 'the PIN is wrong; {left} tries are left', remedy: 'try again' },
  'pin-locked': { meaning: 'the PIN was wrong too often', remedy: 'choose a new PIN, or collect the document at a counter' },
} as const satisfies ErrorTable
export type DocumentErrorCode = keyof typeof documentErrors
