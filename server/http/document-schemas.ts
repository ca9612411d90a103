import { z } from 'zod'
import type {
  AccessesResponse,
  AuditDayResponse,
  AuditDaysResponse,
  DocumentKeysResponse,
  DocumentsResponse,
  DocumentView,
  HandOverRequest,
  KioskPrintRequest,
  KioskPrintResponse,
  PickupCodeResponse,
  PickupView,
  PinRequest,
  RevokeRequest,
  VerifyResponse,
} from '../../game/api/index.ts'
import { pickupLanes, type DocumentStatement } from '../../game/case/index.ts'
import { localizedSchema } from '../mall/index.ts'

const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly()
const instant = z.iso.datetime().describe('ISO 8601, UTC')
const lane = z.enum(pickupLanes)
const state = z.enum(['active', 'superseded', 'revoked'])
const slug = z.string().min(1).max(64)
/** A code or a number as somebody typed it. */
const asked = z.string().min(1).max(40)
const about = z.object({ kind: z.string(), id: z.string() })

export const documentParams = z.object({ document: z.string().min(1).max(64) })
export const verifyParams = z.object({ code: z.string().min(1).max(40) })
export const findQuery = z.object({ find: asked })
export const auditRegionQuery = z.object({ region: slug })
export const auditDayParams = z.object({ day: z.iso.date() })
export const pdfAnswer = z.instanceof(Uint8Array).describe('PDF')

export const documentSchema = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  kind: z.enum(['digital', 'self-print', 'card']),
  state,
  case: z.string(),
  region: z.string(),
  timeZone: z.string(),
  agency: z.string(),
  service: z.string(),
  issuedAt: instant,
  prints: z.number().int(),
  checkPath: z.string(),
  hasPickupCode: z.boolean(),
  hasPin: z.boolean(),
  handedOver: z.object({ at: instant, lane, to: z.enum(['holder', 'proxy']) }).nullable(),
}) satisfies z.ZodType<DocumentView>
export const documentsSchema = z.object({ documents: list(documentSchema) }) satisfies z.ZodType<DocumentsResponse>
export const pickupCodeSchema = z.object({ code: z.string() }) satisfies z.ZodType<PickupCodeResponse>
export const pinRequest = z.object({ pin: z.string().max(12) }) satisfies z.ZodType<PinRequest>

const statement = z.object({
  format: z.literal('balai-document-1'),
  code: z.string(),
  number: z.string(),
  region: z.string(),
  agency: z.string(),
  service: z.string(),
  title: z.string(),
  holder: z.string().nullable(),
  issuedOn: z.iso.date(),
  content: z.string(),
  pdf: z.string(),
}) satisfies z.ZodType<DocumentStatement>
export const verifySchema = z.object({
  code: z.string(),
  verdict: z.enum(['active', 'superseded', 'revoked', 'not-genuine']),
  why: z.enum(['mistyped', 'unknown', 'broken-seal']).nullable(),
  seal: z.object({ statement, key: z.string(), signature: z.string() }).nullable(),
  publicKey: z.string().nullable(),
  names: z.object({ region: z.string(), agency: z.string() }).nullable(),
  isDemo: z.boolean(),
}) satisfies z.ZodType<VerifyResponse>
const key = z.object({ id: z.string(), publicKey: z.string(), from: instant, until: instant.nullable() })
export const documentKeysSchema = z.object({ keys: list(key) }) satisfies z.ZodType<DocumentKeysResponse>

export const kioskPrintRequest = z.object({ region: slug, code: asked, pin: z.string().max(12) }) satisfies z.ZodType<KioskPrintRequest>
export const kioskPrintSchema = z.object({
  number: z.string(),
  title: z.string(),
  prints: z.number().int(),
  path: z.string(),
}) satisfies z.ZodType<KioskPrintResponse>
export const printParams = z.object({ token: z.string().min(1).max(200) })
export const pickupSchema = z.object({
  document: documentSchema,
  holderNikMasked: z.string(),
  authorities: list(z.object({ paper: z.string(), createdAt: instant })),
}) satisfies z.ZodType<PickupView>
export const handOverRequest = z.object({
  find: asked,
  lane,
  shown: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('holder'), nikEnd: z.string().max(8), isNameChecked: z.boolean() }),
    z.object({ kind: z.literal('proxy'), nik: z.string().max(64), authority: z.string().max(64).nullable() }),
  ]),
}) satisfies z.ZodType<HandOverRequest>
export const revokeRequest = z.object({ reason: z.string().max(400) }) satisfies z.ZodType<RevokeRequest>

const role = z.enum(['citizen', 'officer', 'operator', 'admin', 'integrity', 'auditor', 'system', 'stranger'])
const access = z.object({
  at: instant,
  act: z.string(),
  role,
  agency: z.string().nullable(),
  about,
  why: localizedSchema,
  firstAt: instant,
  count: z.number().int(),
})
export const accessesSchema = z.object({ accesses: list(access) }) satisfies z.ZodType<AccessesResponse>
export const auditDaysSchema = z.object({ region: z.string(), days: list(z.iso.date()) }) satisfies z.ZodType<AuditDaysResponse>
const entry = z.object({
  line: z.number().int(),
  at: instant,
  act: z.string(),
  by: z.object({ role: z.string(), id: z.string().nullable(), agency: z.string().nullable() }),
  citizen: z.string().nullable(),
  about,
  why: z.string(),
  hash: z.string(),
})
export const auditDaySchema = z.object({
  region: z.string(),
  day: z.iso.date(),
  entries: list(entry),
}) satisfies z.ZodType<AuditDayResponse>
