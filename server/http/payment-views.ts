import type { PaymentView, ReconciliationView } from '../../game/api/index.ts'
import { currentReference, type Localized } from '../../game/case/index.ts'
import type { PaymentDesk, PaymentDetail, ReconciliationReport } from '../payment/index.ts'

const instant = (atMs: number): string => new Date(atMs).toISOString()
const instantOrNull = (atMs: number | null): string | null => (atMs === null ? null : instant(atMs))

/** A fee as the payer sees it. */
export function paymentView(
  { payment, receipt }: PaymentDetail,
  of: { readonly number: string | null; readonly service: Localized | null },
  provider: PaymentDesk['provider'],
  nowMs: number,
): PaymentView {
  const current = payment.state === 'due' ? currentReference(payment, nowMs) : null
  const { refundedAtMs, refundReason, paidAtMs } = payment
  return {
    case: payment.case,
    number: of.number,
    service: of.service,
    state: payment.state,
    rupiah: payment.rupiah,
    tariff: payment.tariff,
    basis: payment.basis,
    provider,
    current:
      current === null
        ? null
        : {
            method: current.method,
            reference: current.reference,
            expiresAt: instant(current.expiresAtMs),
            qr: current.qr,
            demoPage: provider.isSimulator ? `/demo/bayar/${current.reference}` : null,
          },
    paidAt: instantOrNull(paidAtMs),
    settledAt: instantOrNull(payment.settledAtMs),
    refunded: refundedAtMs === null ? null : { at: instant(refundedAtMs), reason: refundReason ?? '' },
    receipt: receipt === null ? null : { ...receipt, at: instant(payment.settledAtMs ?? paidAtMs ?? payment.createdAtMs) },
    strays: payment.strays.map(({ why, rupiah, atMs }) => ({ why, rupiah, at: instant(atMs) })),
  }
}

export function reconciliationView({ id, atMs, region, sha256, result }: ReconciliationReport): ReconciliationView {
  return {
    id,
    at: instant(atMs),
    region,
    sha256,
    rows: result.rows.map(({ row: { line, day, reference, rupiah }, outcome }) => ({ line, day, reference, rupiah, outcome })),
    missing: result.missing.map(({ reference, rupiah, day }) => ({ reference, rupiah, day })),
    sums: result.sums,
  }
}
