import { z } from 'zod'
import type {
  ChainView,
  ComplaintAnswerRequest,
  ComplaintRateRequest,
  ComplaintReceipt,
  ComplaintReopenRequest,
  ComplaintRequest,
  ComplaintsResponse,
  ComplaintView,
  GiftAdvanceRequest,
  GiftDetail,
  GiftRequest,
  GiftsResponse,
  GiftView,
  IntegrityStart,
  LeviesResponse,
  LevyCloseRequest,
  LevyDetail,
  LevyReceipt,
  LevyRequest,
  LevyRow,
  LevyWordsRequest,
  OfficerComplaintsResponse,
  OfficerComplaintView,
  VoiceCodeRequest,
} from '../../game/api/index.ts'
import { complaintKinds, complaintLevels, giftStates, levyOutcomes } from '../../game/case/index.ts'
import { regionSchema } from '../mall/index.ts'

const instant = z.iso.datetime().describe('ISO 8601, UTC')
const day = z.iso.date()
const slug = z.string().min(1).max(64)
const id = z.string().min(1).max(64)
/** Words of a person, for other people. What is too short is refused with its own sentence. */
const words = z.string().max(4000)
const code = z.string().min(1).max(40).describe('opens what was sent without an account')
const kind = z.enum(complaintKinds)
const level = z.enum(complaintLevels)
const complaintState = z.enum(['received', 'in-hand', 'answered', 'closed'])
const holder = z.enum(['me', 'other']).nullable()

export const complaintParams = z.object({ complaint: id })
export const levyParams = z.object({ levy: id })
export const giftParams = z.object({ gift: id })
export const placeQuery = z.object({ region: slug })

export const complaintRequest = z.object({
  region: slug,
  agency: slug,
  kind,
  text: words,
  isAnonymous: z.boolean(),
  ticket: id.nullish(),
  case: id.nullish(),
}) satisfies z.ZodType<ComplaintRequest>
const complaintWords = z.object({ from: z.enum(['citizen', 'office']), at: instant, level, text: z.string() })
export const complaintSchema = z.object({
  id: z.string(),
  number: z.string(),
  region: z.string(),
  agency: z.string(),
  kind,
  state: complaintState,
  level,
  sentAt: instant,
  dueAt: instant.nullable(),
  isLate: z.boolean(),
  words: z.array(complaintWords).readonly(),
  rating: z.number().int().nullable(),
  reopenUntil: instant.nullable(),
}) satisfies z.ZodType<ComplaintView>
export const complaintReceipt = z.object({ complaint: complaintSchema, code: z.string().nullable() }) satisfies z.ZodType<ComplaintReceipt>
export const complaintsSchema = z.object({ complaints: z.array(complaintSchema).readonly() }) satisfies z.ZodType<ComplaintsResponse>
export const codeRequest = z.object({ code }) satisfies z.ZodType<VoiceCodeRequest>
export const rateRequest = z.object({ rating: z.number(), code: code.nullish() }) satisfies z.ZodType<ComplaintRateRequest>
export const reopenRequest = z.object({ text: words, code: code.nullish() }) satisfies z.ZodType<ComplaintReopenRequest>

const officerComplaintRow = z.object({
  id: z.string(),
  number: z.string(),
  region: z.string(),
  agency: z.string(),
  kind,
  state: complaintState,
  level,
  holder,
  sentAt: instant,
  dueAt: instant.nullable(),
  isLate: z.boolean(),
  isAnonymous: z.boolean(),
  reopenings: z.number().int(),
})
export const officerComplaints = z.object({
  complaints: z.array(officerComplaintRow).readonly(),
}) satisfies z.ZodType<OfficerComplaintsResponse>
export const officerComplaint = officerComplaintRow.extend({
  words: z.array(complaintWords).readonly(),
  rating: z.number().int().nullable(),
  actions: z.array(z.enum(['take', 'answer'])).readonly(),
}) satisfies z.ZodType<OfficerComplaintView>
export const answerRequest = z.object({ text: words }) satisfies z.ZodType<ComplaintAnswerRequest>

const levyState = z.enum(['sealed', 'in-hand', 'closed', 'retracted'])
const outcome = z.enum(levyOutcomes)
const rupiah = z.number().int().min(0).nullable().describe('the official fee')
export const levyRequest = z.object({
  region: slug,
  agency: slug.nullish(),
  ticket: id.nullish(),
  slip: z.string().max(32).nullish(),
  case: id.nullish(),
  text: words.nullish(),
}) satisfies z.ZodType<LevyRequest>
export const levyReceipt = z.object({
  number: z.string(),
  code: z.string(),
  state: levyState,
  sealedAt: instant,
  hash: z.string(),
  retractUntil: instant.nullable(),
  wordsAdded: z.number().int(),
  outcome: outcome.nullable(),
  finding: z.string().nullable(),
  rupiah,
  basis: z.string().nullable(),
}) satisfies z.ZodType<LevyReceipt>
export const levyWordsRequest = z.object({ code, text: words }) satisfies z.ZodType<LevyWordsRequest>

export const integrityStart = z.object({
  name: z.string(),
  isIntegrity: z.boolean(),
  agency: z.string().nullable(),
  regions: z.array(regionSchema).readonly(),
}) satisfies z.ZodType<IntegrityStart>
const levyRow = z.object({
  id: z.string(),
  number: z.string(),
  state: levyState,
  sealedAt: instant,
  holder,
  wordsAdded: z.number().int(),
  outcome: outcome.nullable(),
}) satisfies z.ZodType<LevyRow>
export const leviesSchema = z.object({ levies: z.array(levyRow).readonly() }) satisfies z.ZodType<LeviesResponse>
export const levyDetail = levyRow.extend({
  hash: z.string(),
  facts: z.object({
    region: z.string(),
    agency: z.string().nullable(),
    service: z.string().nullable(),
    counter: z.string().nullable(),
    officerName: z.string().nullable(),
    label: z.string().nullable(),
    rupiah,
    basis: z.string().nullable(),
  }),
  isIntact: z.boolean(),
  words: z.array(z.string()).readonly(),
  finding: z.string().nullable(),
  actions: z.array(z.enum(['take', 'close'])).readonly(),
}) satisfies z.ZodType<LevyDetail>
export const levyCloseRequest = z.object({ outcome, text: words }) satisfies z.ZodType<LevyCloseRequest>
export const chainSchema = z.object({
  events: z.number().int(),
  brokenAt: z.number().int().nullable(),
  last: z.string().nullable(),
}) satisfies z.ZodType<ChainView>

const giftState = z.enum(giftStates)
const giftView = z.object({
  id: z.string(),
  number: z.string(),
  receivedOn: day,
  declaredAt: instant,
  state: giftState,
  dueAt: instant.nullable(),
  isOverdue: z.boolean(),
  isLate: z.boolean(),
  agency: z.string().nullable(),
  isMine: z.boolean(),
}) satisfies z.ZodType<GiftView>
export const giftRequest = z.object({ region: slug, receivedOn: day, text: words }) satisfies z.ZodType<GiftRequest>
export const giftsSchema = z.object({ gifts: z.array(giftView).readonly() }) satisfies z.ZodType<GiftsResponse>
export const giftDetail = giftView.extend({
  text: z.string(),
  officerName: z.string(),
  steps: z.array(giftState).readonly(),
}) satisfies z.ZodType<GiftDetail>
export const giftAdvance = z.object({ to: giftState }) satisfies z.ZodType<GiftAdvanceRequest>
