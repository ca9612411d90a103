import type { ErrorTable } from '@balai/engine/core'

/** What can be wrong with a standard that has the right shape. What `details` carries is named in SPEC.md. */
export const standardFaults = {
  'wrong-slug': { meaning: '"{slug}" is no slug', remedy: 'use lower case letters and digits, joined by single hyphens' },
  'double-slug': { meaning: '"{slug}" stands here twice', remedy: 'give each one a slug of its own' },
  'double-paper': { meaning: 'the paper "{paper}" is asked for twice', remedy: 'ask once, or use two kinds of paper' },
  'not-a-day': { meaning: '"{day}" is no day', remedy: 'write YYYY-MM-DD' },
  'wrong-order': { meaning: 'the end "{until}" is before the beginning "{from}"', remedy: 'put them in order' },
  'no-requirement': { meaning: 'nothing is required, neither a paper nor an answer', remedy: 'name a paper, or write a form' },
  'no-step': { meaning: 'the procedure has no step', remedy: 'write at least one step with its role' },
  'wrong-days': { meaning: '{days} is no promised time', remedy: 'write whole working days, 0 for the same day' },
  'no-text': { meaning: 'a text is empty', remedy: 'write it in both languages' },
  'no-basis': { meaning: 'no regulation is named', remedy: 'write it as "PP 45/2024"' },
  'no-reckoning': { meaning: 'there is neither an amount nor a note', remedy: 'say in a note how it is reckoned, or set the amount' },
  'wrong-amount': { meaning: '{rupiah} is no amount', remedy: 'write whole rupiah from 0' },
  'wrong-quota': { meaning: '{quota} is no quota', remedy: 'write a whole number from 1, or null' },
  'fee-gap': {
    meaning: 'from {day} on no row of the tariff holds for everybody',
    remedy: 'add one without a condition, valid from that day',
  },
  'unreachable-item': { meaning: 'the row never holds: "{slug}" before it always does', remedy: 'put it before that one' },
  'unknown-field': {
    meaning: 'a condition names "{field}", which the form does not ask before',
    remedy: 'name a field that is asked before',
  },
  'wrong-comparison': {
    meaning: 'the condition on "{field}" can never hold: {value} is no answer to it',
    remedy: 'compare with a value that the field can have',
  },
  'no-form': { meaning: 'it can be applied for from here, and there is no form', remedy: 'write the form, or set remote to "prepare"' },
  'body-needed': { meaning: 'all is done from here, and yet somebody has to come', remedy: 'set remote to "apply", or body to null' },
  'body-missing': { meaning: 'a card that has to be collected is not all done from here', remedy: 'say in body why somebody has to come' },
  'wrong-field': { meaning: 'the field "{field}" cannot be used: {why}', remedy: 'mend the field' },
} as const satisfies ErrorTable
export type StandardFaultCode = keyof typeof standardFaults

/** `path` as in `tariff.items.0.basis`. */
export type StandardFault = {
  readonly path: string
  readonly code: StandardFaultCode
  readonly details: Readonly<Record<string, string | number>>
}
