import { z } from 'zod'
import type {
  BreachesResponse,
  BreachNotice,
  BreachRequest,
  BreachView,
  DataAnswerRequest,
  DataRequestOpen,
  DataRequestRequest,
  DataRequestsResponse,
  DataRequestView,
  ErasureRequest,
  ErasureResponse,
  NewBreachRequest,
  RightsView,
} from '../../game/api/index.ts'
import { purposes, retentionClasses, type PurposeSlug, type RetentionSlug } from '../../game/case/index.ts'

const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly()
const instant = z.iso.datetime()
const localized = z.object({ id: z.string(), en: z.string() })
const id = z.string().min(1).max(80)
const slug = z.string().min(1).max(64)
const retention = z.enum(Object.keys(retentionClasses) as [RetentionSlug, ...RetentionSlug[]])
const thing = z.object({ kind: z.string(), id: z.string() })

export const consentSchema = z.object({
  id: z.string(),
  purpose: z.enum(Object.keys(purposes) as [PurposeSlug, ...PurposeSlug[]]),
  name: localized,
  words: localized,
  stops: localized,
  textVersion: z.string(),
  textSha256: z.string(),
  how: z.string(),
  about: thing.nullable(),
  givenAt: instant,
  withdrawnAt: instant.nullable(),
  stoppedAt: instant.nullable(),
  stopBy: instant.nullable(),
})
const holding = z.object({
  class: retention,
  name: localized,
  count: z.number().int(),
  days: z.number().int().nullable(),
  basis: z.string(),
  keeps: localized.nullable(),
})
export const dataRequestSchema = z.object({
  id: z.string(),
  kind: z.enum(['correction', 'objection']),
  about: thing,
  state: z.enum(['received', 'done', 'refused']),
  askedAt: instant,
  answerBy: instant,
  answeredAt: instant.nullable(),
  isLate: z.boolean(),
}) satisfies z.ZodType<DataRequestView>
export const dataRequestOpen = dataRequestSchema.extend({
  words: z.string(),
  answer: z.string().nullable(),
}) satisfies z.ZodType<DataRequestOpen>
export const dataRequestsSchema = z.object({ requests: list(dataRequestOpen) }) satisfies z.ZodType<DataRequestsResponse>
const facts = z.object({ data: z.string(), when: z.string(), how: z.string(), handling: z.string(), recovery: z.string() })
const breachNotice = z.object({ id: z.string(), facts, foundAt: instant, notifiedAt: instant.nullable() }) satisfies z.ZodType<BreachNotice>
export const rightsSchema = z.object({
  consents: list(consentSchema),
  holdings: list(holding),
  requests: list(dataRequestSchema),
  breaches: list(breachNotice),
}) satisfies z.ZodType<RightsView>

export const erasureRequest = z.object({ class: retention.nullable() }) satisfies z.ZodType<ErasureRequest>
export const erasureResponse = z.object({
  erased: z.number().int(),
  kept: list(
    z.object({
      class: retention,
      count: z.number().int(),
      why: z.enum(['open', 'needed', 'law']),
      until: z.iso.date().nullable(),
      basis: z.string(),
      keeps: localized.nullable(),
    }),
  ),
}) satisfies z.ZodType<ErasureResponse>

const words = z.string().trim().min(1).max(2000)
export const dataRequestRequest = z.object({
  kind: z.enum(['correction', 'objection']),
  about: z.object({ kind: z.enum(['account', 'case', 'document', 'paper']), id }),
  words,
}) satisfies z.ZodType<DataRequestRequest>
/** An empty refusal is refused with a sentence of its own. */
export const dataAnswerRequest = z.object({
  type: z.enum(['done', 'refused']),
  words: z.string().max(2000),
}) satisfies z.ZodType<DataAnswerRequest>

export const breachSchema = breachNotice.extend({
  region: z.string(),
  people: z.number().int(),
  isPublic: z.boolean(),
  state: z.enum(['found', 'notified', 'closed']),
  notifyBy: instant,
  isInTime: z.boolean().nullable(),
  closedAt: instant.nullable(),
}) satisfies z.ZodType<BreachView>
export const breachesSchema = z.object({ breaches: list(breachSchema) }) satisfies z.ZodType<BreachesResponse>
export const newBreachRequest = z.object({ region: slug, foundAt: instant }) satisfies z.ZodType<NewBreachRequest>
const fact = z.string().max(2000).optional()
export const breachRequest = z.object({
  facts: z.object({ data: fact, when: fact, how: fact, handling: fact, recovery: fact }).optional(),
  people: z.array(id).max(5000).optional(),
  isPublic: z.boolean().optional(),
}) satisfies z.ZodType<BreachRequest>

export const consentParams = z.object({ consent: id })
export const requestParams = z.object({ request: id })
export const breachParams = z.object({ breach: id })
export const breachQuery = z.object({ region: slug })
/** A zip. */
export const zipAnswer = z.any().describe('a zip: data.json, and papers as they lie in the vault')
