import type { PaymentMethod, PaymentReceipt, PaymentState, Reconciliation } from '../../game/case/index.ts'
import type { Actor } from '../audit/index.ts'

/** A fee of a case. Amount and basis come from the tariff alone; nobody types them. */
export type Payment = {
  readonly id: string
  readonly case: string
  readonly citizen: string
  readonly region: string
  readonly state: 'due' | 'paid' | 'settled' | 'refunded' | 'exempt'
  readonly rupiah: number
  /** Item or exemption of the tariff, and its regulation. */
  readonly tariff: string
  readonly basis: string
  /** Of the provider: billing code, number of a virtual account, or text of a QRIS code; null: nothing to pay. */
  readonly method: 'billing' | 'va' | 'qris' | null
  readonly reference: string | null
  readonly createdAtMs: number
  readonly paidAtMs: number | null
}

export interface PaymentService {
  /** The fee of a case, made once; the same case gives the same payment. 0 rupiah or an exemption: `exempt` at once. */
  open(input: {
    readonly case: string
    readonly citizen: string
    readonly region: string
    readonly rupiah: number
    readonly tariff: string
    readonly basis: string
  }): Promise<Payment>
  ofCase(id: string): Promise<Payment | null>
  /** Told after each change is on the disk. Returns how to stop listening. */
  onChange(listener: (payment: Payment) => void): () => void
}

/** All that is known of a fee, with the receipt once money has come. */
export type PaymentDetail = { readonly payment: PaymentState; readonly receipt: PaymentReceipt | null }
/** A statement that was compared with what is due. */
export type ReconciliationReport = {
  readonly id: string
  readonly region: string
  readonly atMs: number
  /** SHA-256 of the file, hexadecimal: the same file is known again. */
  readonly sha256: string
  readonly result: Reconciliation
}

/** What the payer, the provider and the treasury do with fees. Refusals are CodedError with a code of `paymentRefusals`. */
export interface PaymentDesk extends PaymentService {
  /** The provider's name, and whether no money moves. */
  readonly provider: { readonly name: string; readonly isSimulator: boolean }
  detailOf(caseId: string): Promise<PaymentDetail | null>
  findByReference(reference: string): Promise<PaymentDetail | null>
  /** Those of a region in one state, the oldest first. */
  listOf(region: string, state: PaymentState['state'], limit: number): Promise<PaymentState[]>
  /** Chooses a way to pay, or gives the reference that is still valid. @throws unknown-payment, nothing-due, provider-unavailable */
  choose(caseId: string, method: PaymentMethod): Promise<PaymentDetail>
  /** What the provider says, as it came. @throws signature-wrong, notice-stale, unknown-reference, bad-request */
  takeNotice(body: string, signature: string | undefined): Promise<void>
  /** Compares a statement with what is due and settles what matched. @throws statement-head, statement-row, statement-empty */
  reconcile(region: string, csv: string, by: Actor): Promise<ReconciliationReport>
  /** Newest first. */
  reports(region: string): Promise<ReconciliationReport[]>
  /** Gives the whole fee back. @throws not-approver, not-refundable, reason-missing, provider-unavailable */
  refund(caseId: string, input: { readonly by: Actor; readonly isApprover: boolean; readonly reason: string }): Promise<PaymentDetail>
}
