import type { ErrorTable } from '@balai/engine/core'

/** Every refusal of the fee and its statement. What `details` carries is named in SPEC.md. */
export const paymentErrors = {
  'amount-invalid': { meaning: 'a fee of {rupiah} rupiah is no whole amount', remedy: 'correct the tariff in the catalogue' },
  'nothing-due': { meaning: 'the fee is {state}', remedy: 'nothing is to be paid' },
  'unknown-reference': { meaning: 'the reference {reference} is not of this fee', remedy: 'ask the provider what it stands for' },
  'not-refundable': { meaning: 'the fee is {state}: nothing can be given back', remedy: 'nothing is to be done' },
  'not-approver': { meaning: 'only an approver gives money back', remedy: 'hand the case to an approver' },
  'reason-missing': { meaning: 'a refund says why', remedy: 'state the reason' },
  'statement-head': { meaning: 'the statement has no column {name}', remedy: 'export it with date, reference, rupiah and id' },
  'statement-row': { meaning: 'line {line} cannot be read: {what}', remedy: 'correct the line and send the file again' },
  'statement-empty': { meaning: 'the statement has no rows', remedy: 'choose the file of a day with payments' },
} as const satisfies ErrorTable
export type PaymentErrorCode = keyof typeof paymentErrors
