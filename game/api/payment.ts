import type { Localized, PaymentMethod, PaymentState, RowOutcome } from '../case/index.ts'

/*
 * The fee of a case over HTTP. Nobody sends an amount: it comes from the tariff, and from the provider who received it. Instants are ISO 8601 in UTC.
 */

/** GET /api/cases/:case/payment, for the payer. POST /api/cases/:case/payment/method answers it too. */
export type PaymentView = {
  readonly case: string
  /** To say on the telephone: `K-7QF3-2M`; null where the case is not known any more. */
  readonly number: string | null
  readonly service: Localized | null
  readonly state: PaymentState['state']
  /** Whole rupiah, from the official tariff. */
  readonly rupiah: number
  /** Slug of the tariff's item or exemption, and the regulation that sets it. */
  readonly tariff: string
  readonly basis: string
  readonly provider: PaymentProviderView
  /** What was chosen and is still valid; null: nothing is. */
  readonly current: PaymentReferenceView | null
  readonly paidAt: string | null
  readonly settledAt: string | null
  readonly refunded: { readonly at: string; readonly reason: string } | null
  readonly receipt: PaymentReceiptView | null
  /** Money that came and pays nothing: another amount, or a second time. It is given back. */
  readonly strays: readonly { readonly why: 'wrong-amount' | 'double'; readonly rupiah: number; readonly at: string }[]
}
/** `isSimulator`: no money moves, and every screen says so. */
export type PaymentProviderView = { readonly name: string; readonly isSimulator: boolean }
export type PaymentReferenceView = {
  readonly method: PaymentMethod
  /** Capitals and digits; people are shown it in groups of four. */
  readonly reference: string
  readonly expiresAt: string
  /** What a QRIS code says; null for the other ways, and of the simulator. */
  readonly qr: string | null
  /** On a demonstration install: where the bank is played. */
  readonly demoPage: string | null
}
/** Bound into the fee's history: `event` is its number there, `hash` SHA-256 over it and all before. */
export type PaymentReceiptView = { readonly event: number; readonly hash: string; readonly at: string }
/** POST /api/cases/:case/payment/method. Chosen again while it is valid, the same reference is answered. */
export type PaymentMethodRequest = { readonly method: PaymentMethod }

/** GET /api/officer/cases/:case/payment: whether the fee is paid, and nothing about money. */
export type OfficerPaymentView = {
  readonly state: PaymentState['state']
  /** True when the case may go on: nothing is due. */
  readonly isCleared: boolean
  /** Whether this officer may give it back. */
  readonly mayRefund: boolean
}
/** POST /api/officer/cases/:case/payment/refund, by an approver: the whole fee, to whoever paid it. */
export type PaymentRefundRequest = { readonly reason: string }

/* POST /api/payments/notices: the provider's, as `{"id", "reference", "rupiah"}`, signed in the header X-Payment-Signature: t=MILLISECONDS,v1=HMAC. */

/** POST /api/admin/reconciliations?region=REGION; the body is the statement, text/csv. GET answers the earlier ones. */
export type ReconciliationView = {
  readonly id: string
  readonly at: string
  readonly region: string
  /** SHA-256 of the file, hexadecimal. */
  readonly sha256: string
  readonly rows: readonly ReconciliationRowView[]
  readonly missing: readonly { readonly reference: string; readonly rupiah: number; readonly day: string }[]
  readonly sums: Readonly<Record<RowOutcome, { readonly rows: number; readonly rupiah: number }>>
}
export type ReconciliationRowView = {
  /** In the file; the head is line 1. */
  readonly line: number
  readonly day: string
  readonly reference: string
  readonly rupiah: number
  readonly outcome: RowOutcome
}
export type ReconciliationsResponse = { readonly reconciliations: readonly ReconciliationView[] }

/** GET /api/demo/payments/:reference, on a demonstration install with the simulator. POST …/pay plays the bank once more. */
export type DemoPaymentView = {
  readonly reference: string
  readonly rupiah: number
  readonly basis: string
  readonly state: PaymentState['state']
  /** Where the payer goes back to. */
  readonly case: string
}

export const paymentRefusals = {
  'unknown-payment': { status: 404, id: 'Belum ada biaya untuk permohonan ini.', en: 'There is no fee for this application yet.' },
  'nothing-due': {
    status: 409,
    id: 'Tidak ada yang harus dibayar. Muat ulang halaman untuk melihat keadaannya.',
    en: 'There is nothing to pay. Load the page again to see how it stands.',
  },
  'amount-invalid': {
    status: 500,
    id: 'Tarif layanan ini keliru di katalog. Sampaikan kepada admin daerah.',
    en: "This service's tariff is wrong in the catalogue. Please tell the region's administrator.",
  },
  'provider-unavailable': {
    status: 503,
    id: 'Bank atau penyedia pembayaran sedang tidak menjawab. Tidak ada yang terbayar; coba lagi nanti.',
    en: 'The bank or payment provider does not answer. Nothing was paid; try again later.',
  },
  'signature-wrong': {
    status: 401,
    id: 'Pemberitahuan ini tidak ditandatangani dengan kunci yang disepakati. Periksa kuncinya.',
    en: 'This notice is not signed with the agreed key. Check the key.',
  },
  'notice-stale': {
    status: 401,
    id: 'Pemberitahuan ini terlalu lama. Kirim lagi dengan waktu yang baru.',
    en: 'This notice is too old. Send it again with a new time.',
  },
  'unknown-reference': {
    status: 404,
    id: 'Nomor bayar {reference} tidak dikenal. Periksa angkanya.',
    en: 'The payment number {reference} is not known. Check its digits.',
  },
  'not-refundable': {
    status: 409,
    id: 'Tidak ada uang yang dapat dikembalikan untuk permohonan ini.',
    en: 'There is no money to give back for this application.',
  },
  'not-approver': {
    status: 403,
    id: 'Pengembalian uang adalah tugas pejabat pemutus. Serahkan kepadanya.',
    en: 'Giving money back is for an approver. Leave it to one.',
  },
  'statement-head': {
    status: 422,
    id: 'Berkas ini tidak punya kolom {name}. Ekspor rekening koran dengan kolom date, reference, rupiah, dan id.',
    en: 'This file has no column {name}. Export the statement with the columns date, reference, rupiah and id.',
  },
  'statement-row': {
    status: 422,
    id: 'Baris {line} tidak terbaca: {what}. Tidak ada yang dicatat; perbaiki lalu kirim lagi berkasnya.',
    en: 'Line {line} cannot be read: {what}. Nothing was recorded; correct it and send the file again.',
  },
  'statement-empty': {
    status: 422,
    id: 'Berkas ini tidak berisi pembayaran. Pilih berkas hari yang lain.',
    en: 'This file has no payments in it. Choose the file of another day.',
  },
} as const
