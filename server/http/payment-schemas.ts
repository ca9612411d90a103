import { z } from 'zod'
import type {
  DemoPaymentView,
  OfficerPaymentView,
  PaymentMethodRequest,
  PaymentRefundRequest,
  PaymentView,
  ReconciliationsResponse,
  ReconciliationView,
} from '../../game/api/index.ts'
import { paymentMethods } from '../../game/case/index.ts'

const instant = z.iso.datetime().describe('ISO 8601, UTC')
const rupiah = z.number().int().min(0).describe('whole rupiah')
const paymentState = z.enum(['due', 'paid', 'settled', 'refunded', 'exempt'])
const method = z.enum(paymentMethods)

export const paymentSchema = z.object({
  case: z.string(),
  number: z.string().nullable(),
  service: z.object({ id: z.string(), en: z.string() }).nullable(),
  state: paymentState,
  rupiah,
  tariff: z.string(),
  basis: z.string(),
  provider: z.object({ name: z.string(), isSimulator: z.boolean() }),
  current: z
    .object({ method, reference: z.string(), expiresAt: instant, qr: z.string().nullable(), demoPage: z.string().nullable() })
    .nullable(),
  paidAt: instant.nullable(),
  settledAt: instant.nullable(),
  refunded: z.object({ at: instant, reason: z.string() }).nullable(),
  receipt: z.object({ event: z.number().int(), hash: z.string(), at: instant }).nullable(),
  strays: z.array(z.object({ why: z.enum(['wrong-amount', 'double']), rupiah, at: instant })).readonly(),
}) satisfies z.ZodType<PaymentView>
export const methodRequest = z.object({ method }) satisfies z.ZodType<PaymentMethodRequest>
export const officerPayment = z.object({
  state: paymentState,
  isCleared: z.boolean(),
  mayRefund: z.boolean(),
}) satisfies z.ZodType<OfficerPaymentView>
export const refundRequest = z.object({ reason: z.string().max(300) }) satisfies z.ZodType<PaymentRefundRequest>

const sum = z.object({ rows: z.number().int(), rupiah })
const outcome = z.enum(['matched', 'already', 'wrong-amount', 'unknown', 'double'])
export const reconciliationSchema = z.object({
  id: z.string(),
  at: instant,
  region: z.string(),
  sha256: z.string(),
  rows: z.array(z.object({ line: z.number().int(), day: z.iso.date(), reference: z.string(), rupiah, outcome })).readonly(),
  missing: z.array(z.object({ reference: z.string(), rupiah, day: z.iso.date() })).readonly(),
  sums: z.object({ matched: sum, already: sum, 'wrong-amount': sum, unknown: sum, double: sum }),
}) satisfies z.ZodType<ReconciliationView>
export const reconciliationsSchema = z.object({
  reconciliations: z.array(reconciliationSchema).readonly(),
}) satisfies z.ZodType<ReconciliationsResponse>

export const demoPayment = z.object({
  reference: z.string(),
  rupiah,
  basis: z.string(),
  state: paymentState,
  case: z.string(),
}) satisfies z.ZodType<DemoPaymentView>

export const caseParams = z.object({ case: z.string().min(1).max(64) })
export const referenceParams = z.object({ reference: z.string().min(1).max(64) })
export const treasuryQuery = z.object({ region: z.string().min(1).max(64) })
/** Read as it came: a signature holds for bytes, and a statement is no JSON. */
export const rawText = z.string()
export const noticeHeaders = z.object({ 'x-payment-signature': z.string().max(200).optional() })
