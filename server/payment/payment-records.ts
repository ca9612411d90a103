import { createHash } from 'node:crypto'
import { foldPayment, receiptOf, type PaymentEvent, type PaymentReceipt, type PaymentState } from '../../game/case/index.ts'
import type { RecordRow } from '../store/index.ts'
import type { Payment, PaymentDetail } from './payment-port.ts'

/** The fee of a case has a name that follows from the case, so that it is made once. */
export const paymentIdOf = (caseId: string): string => `fee-${caseId}`
export const streamOf = (id: string): string => `payment/${id}`

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A fee with the events it comes from. */
export type PaymentHistory = { readonly events: readonly PaymentEvent[]; readonly payment: PaymentState | null }
export const foldHistory = (events: readonly PaymentEvent[]): PaymentHistory => ({ events, payment: foldPayment(events) })

/** The row of a fee, and one for each of its references: a notice names nothing else. */
export function paymentRows({ events, payment }: PaymentHistory): RecordRow[] {
  if (payment === null) return []
  const { id, region, citizen, state, createdAtMs, references } = payment
  const updatedAtMs = events.at(-1)?.atMs ?? createdAtMs
  const shared = { region, desk: '', dueMs: null, createdAtMs, updatedAtMs }
  const row = { ...shared, kind: 'payment', id, owner: citizen, state, data: { payment, receipt: receiptOf(events, sha256) } }
  return [
    row,
    ...references.map(({ reference }) => ({
      ...shared,
      kind: 'payment-reference',
      id: reference,
      owner: '',
      state: '',
      data: { payment: id },
    })),
  ]
}

export function detailOfRow({ data }: RecordRow): PaymentDetail {
  return data as { payment: PaymentState; receipt: PaymentReceipt | null }
}

/** What other services see of a fee. */
export function toPayment(payment: PaymentState): Payment {
  const { id, case: caseId, citizen, region, state, rupiah, tariff, basis, createdAtMs, paidAtMs } = payment
  const last = payment.references.at(-1)
  return {
    id,
    case: caseId,
    citizen,
    region,
    state,
    rupiah,
    tariff,
    basis,
    method: last?.method ?? null,
    reference: last?.reference ?? null,
    createdAtMs,
    paidAtMs,
  }
}
