import { CodedError } from '@balai/engine/core'
import { decidePayment, keptReference, type PaymentCommand, type PaymentState } from '../../game/case/index.ts'
import type { Actor, Audit } from '../audit/index.ts'
import { commandStream, type Store } from '../store/index.ts'
import type { Payment, PaymentDesk, PaymentDetail } from './payment-port.ts'
import { detailOfRow, foldHistory, paymentIdOf, paymentRows, streamOf, toPayment, type PaymentHistory } from './payment-records.ts'
import type { PaymentProvider } from './provider-port.ts'
import { createReconciler } from './reconciler.ts'

type Stored = Pick<Store, 'append' | 'readStream' | 'findRecord' | 'recordsAt' | 'putRecord'>

const nobody: Actor = { role: 'system', id: null, agency: null }

/**
 * Fees of cases, over the store and one provider. A change is on the disk, and in the audit, before anybody is told.
 * @param options.dayOf the day of an instant in a region's time zone, YYYY-MM-DD
 */
export function createPaymentService(options: {
  readonly store: Stored
  readonly provider: PaymentProvider
  readonly audit: Pick<Audit, 'write'>
  readonly clock: () => number
  readonly dayOf: (region: string, atMs: number) => string
}): PaymentDesk {
  const { store, provider, audit, clock } = options
  const listeners = new Set<(payment: Payment) => void>()

  /** Decides, writes, tells. Nothing new: nobody is told. @throws the refusals of the domain */
  async function command(id: string, wanted: PaymentCommand, by: Actor, why: string): Promise<PaymentHistory> {
    const { state, added } = await commandStream(store, {
      stream: streamOf(id),
      fold: foldHistory,
      decide: ({ payment }) => orRefuse(decidePayment(payment, wanted)),
      records: paymentRows,
    })
    const { payment } = state
    if (payment === null || added.length === 0) return state
    for (const { type } of added) {
      const { region, citizen } = payment
      await audit.write({ atMs: clock(), region, act: `payment.${type}`, by, citizen, about: { kind: 'case', id: payment.case }, why })
    }
    for (const listener of listeners) listener(toPayment(payment))
    return state
  }
  async function detail(id: string): Promise<PaymentDetail | null> {
    const row = await store.findRecord('payment', id)
    return row === null ? null : detailOfRow(row)
  }
  async function requireDetail(caseId: string): Promise<PaymentDetail> {
    const found = await detail(paymentIdOf(caseId))
    if (found === null) throw new CodedError('unknown-payment', `case ${caseId} has no fee`)
    return found
  }
  async function byReference(reference: string): Promise<PaymentDetail | null> {
    const row = await store.findRecord('payment-reference', reference)
    return row === null ? null : detail((row.data as { payment: string }).payment)
  }
  const listOf = async (region: string, state: PaymentState['state'], limit: number): Promise<PaymentState[]> =>
    (await store.recordsAt('payment', region, null, state, limit)).map((row) => detailOfRow(row).payment)

  const reconciler = createReconciler({ ...options, byReference, listOf, command })

  return {
    provider: { name: provider.name, isSimulator: provider.isSimulator },
    async open(input) {
      const id = paymentIdOf(input.case)
      const { payment } = await command(id, { type: 'open', atMs: clock(), id, ...input }, nobody, 'tarif resmi')
      if (payment === null) throw new TypeError(`the fee ${id} was opened and is not there`)
      return toPayment(payment)
    },
    async ofCase(id) {
      const found = await detail(paymentIdOf(id))
      return found === null ? null : toPayment(found.payment)
    },
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    detailOf: (caseId) => detail(paymentIdOf(caseId)),
    findByReference: byReference,
    listOf,
    async choose(caseId, method) {
      const { payment } = await requireDetail(caseId)
      const { id, rupiah, citizen, state } = payment
      if (state !== 'due') throw new CodedError('nothing-due', `the fee of case ${caseId} is ${state}`, { state })
      const atMs = clock()
      if (keptReference(payment, method, atMs) === null) {
        const order = { payment: id, attempt: payment.references.length, rupiah, method, atMs }
        const made = await askProvider(() => provider.createReference(order))
        const by: Actor = { role: 'citizen', id: citizen, agency: null }
        await command(id, { type: 'choose', atMs, method, ...made }, by, `cara bayar ${method}`)
      }
      return requireDetail(caseId)
    },
    async takeNotice(body, signature) {
      const atMs = clock()
      const notice = provider.readNotice(body, signature, atMs)
      const found = await byReference(notice.reference)
      if (found === null)
        throw new CodedError('unknown-reference', `no fee has the reference ${notice.reference}`, { reference: notice.reference })
      await command(found.payment.id, { type: 'notice', atMs, ...notice }, nobody, `pemberitahuan ${provider.name}`)
    },
    reconcile: reconciler.reconcile,
    reports: reconciler.reports,
    async refund(caseId, { by, isApprover, reason }) {
      const { payment } = await requireDetail(caseId)
      const wanted = { type: 'refund', atMs: clock(), by: by.id ?? '', isApprover, reason } as const
      orRefuse(decidePayment(payment, wanted))
      const { id, rupiah, paidBy } = payment
      // The provider first: it gives back once however often it is asked, and what it refused must not be called given back.
      await askProvider(() => provider.refund({ payment: id, providerId: paidBy ?? '', rupiah, reason }))
      await command(id, wanted, by, reason)
      return requireDetail(caseId)
    },
  }
}

/** The events of a decision. @throws CodedError with its refusal */
function orRefuse(decision: ReturnType<typeof decidePayment>) {
  if (decision.ok) return decision.events
  throw new CodedError(decision.code, `${decision.code} ${JSON.stringify(decision.details)}`, decision.details)
}

async function askProvider<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof CodedError) throw error
    throw new CodedError('provider-unavailable', `the payment provider does not answer: ${String(error)}; try again in a while`)
  }
}
