import { z } from 'zod'
import type {
  ApiErrorBody,
  CatalogueResponse,
  ConfigResponse,
  ContactView,
  CounterPlace,
  CounterSummary,
  GroupSummary,
  OfficerCounter,
  OfficerSignInRequest,
  OfficerStart,
  OfficerTicket,
  OtpRequest,
  OtpResponse,
  OtpVerifyRequest,
  QueueSummary,
  RegionsResponse,
  SessionResponse,
  SurveyRequest,
  TicketRequest,
  TicketsResponse,
  TicketView,
  WaitRange,
} from '../../game/api/index.ts'
import { agencySchema, regionSchema } from '../mall/index.ts'

/*
 * The schemas of every body that crosses the HTTP interface, each held to its contract type. They check what comes in,
 * cut what goes out to what the contract names, and are the source of /openapi.json.
 */

const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly()
const ticketState = z.enum(['waiting', 'called', 'serving', 'done', 'missed', 'cancelled', 'expired'])
const contactRung = z.enum(['video', 'audio', 'chat'])
const instant = z.iso.datetime().describe('ISO 8601, UTC')
const officeDay = z.iso.date().describe("office day in the region's own time zone")
const slug = z.string().min(1).max(64)

export const errorSchema = z.object({
  error: z.object({
    code: z.string(),
    message: z.string().describe('for people, in the language of the request'),
    details: z.record(z.string(), z.unknown()).optional(),
  }),
}) satisfies z.ZodType<{ error: { code: string; message: string; details?: ApiErrorBody['error']['details'] } }>

export const regionsSchema = z.object({ regions: list(regionSchema) }) satisfies z.ZodType<RegionsResponse>

const counterPlace = z.object({
  id: z.string(),
  region: z.string(),
  label: z.string(),
  agency: z.string(),
}) satisfies z.ZodType<CounterPlace>
export const catalogueSchema = z.object({
  region: regionSchema,
  agencies: list(agencySchema),
  counters: list(counterPlace),
}) satisfies z.ZodType<CatalogueResponse>

const wait = z.object({ optimisticMinutes: z.number(), estimateMinutes: z.number() }).nullable() satisfies z.ZodType<WaitRange | null>
const groupSummary = z.object({ group: z.string(), waiting: z.number().int(), wait }) satisfies z.ZodType<GroupSummary>
const counterSummary = z.object({
  counter: z.string(),
  isOpen: z.boolean(),
  serving: z.string().nullable(),
  servingSince: instant.nullable(),
  stream: z.object({ state: z.enum(['off', 'live', 'slate']), playlist: z.string().nullable() }),
}) satisfies z.ZodType<CounterSummary>
export const queueSchema = z.object({
  region: z.string(),
  day: officeDay,
  groups: list(groupSummary),
  counters: list(counterSummary),
}) satisfies z.ZodType<QueueSummary>

export const otpRequest = z.object({ nik: z.string().max(64), phone: z.string().max(64) }) satisfies z.ZodType<OtpRequest>
export const otpResponse = z.object({
  challenge: z.string(),
  phoneMasked: z.string(),
  expiresAt: instant,
  resendAt: instant,
  demoPage: z.string().nullable(),
}) satisfies z.ZodType<OtpResponse>
export const otpVerify = z.object({ challenge: z.string().max(128), code: z.string().max(16) }) satisfies z.ZodType<OtpVerifyRequest>
export const sessionSchema = z.object({
  session: z
    .union([
      z.object({ role: z.literal('citizen'), nikMasked: z.string(), phoneMasked: z.string(), isVerified: z.boolean() }),
      z.object({ role: z.literal('officer'), name: z.string(), region: z.string().nullable(), agency: z.string().nullable() }),
    ])
    .nullable(),
}) satisfies z.ZodType<SessionResponse>

export const idempotencyHeaders = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[A-Za-z0-9_-]{8,64}$/)
    .describe('the same key with the same request gives the same ticket'),
})
export const ticketRequest = z.object({
  region: slug,
  group: slug,
  service: slug.nullable(),
}) satisfies z.ZodType<TicketRequest>
const contactSchema = z.object({
  id: z.string(),
  ticket: z.string(),
  state: z.enum(['ringing', 'talking', 'ended']),
  rung: contactRung,
  citizenPresent: z.boolean(),
  officerPresent: z.boolean(),
}) satisfies z.ZodType<ContactView>
export const ticketSchema = z.object({
  id: z.string(),
  region: z.string(),
  group: z.string(),
  service: z.string().nullable(),
  agency: z.string(),
  label: z.string(),
  state: ticketState,
  day: officeDay,
  issuedAt: instant,
  ahead: z.number().int().min(0).nullable(),
  wait,
  counter: z.object({ id: z.string(), label: z.string() }).nullable(),
  contact: contactSchema.nullable(),
  isSurveyDue: z.boolean(),
}) satisfies z.ZodType<TicketView>
export const ticketsSchema = z.object({ tickets: list(ticketSchema) }) satisfies z.ZodType<TicketsResponse>
export const surveyRequest = z.object({ answers: z.record(z.string().max(32), z.number()) }) satisfies z.ZodType<SurveyRequest>

export const officerSignIn = z.object({
  username: z.string().max(128),
  password: z.string().max(256),
}) satisfies z.ZodType<OfficerSignInRequest>
const officerTicket = z.object({
  id: z.string(),
  label: z.string(),
  group: z.string(),
  service: z.string().nullable(),
  state: ticketState,
  issuedAt: instant,
  calledAt: instant.nullable(),
  nikMasked: z.string(),
  phoneMasked: z.string(),
  isVerified: z.boolean(),
}) satisfies z.ZodType<OfficerTicket>
export const officerCounter = z.object({
  counter: counterPlace,
  day: officeDay,
  waiting: list(officerTicket),
  current: officerTicket.nullable(),
  contact: contactSchema.nullable(),
  servedToday: z.number().int().min(0),
}) satisfies z.ZodType<OfficerCounter>
export const officerStart = z.object({
  name: z.string(),
  oidc: z.boolean(),
  counters: list(counterPlace.extend({ regionName: z.string(), agencyName: z.string(), openBy: z.string().nullable() })),
  open: officerCounter.nullable(),
}) satisfies z.ZodType<OfficerStart>

export const configSchema = z.object({
  isDemo: z.boolean(),
  oidc: z.boolean(),
  iceServers: list(z.object({ urls: list(z.string()), username: z.string().optional(), credential: z.string().optional() })),
}) satisfies z.ZodType<ConfigResponse>

export const regionParams = z.object({ region: slug })
export const counterParams = z.object({ counter: z.string().min(1).max(128) })
export const ticketParams = z.object({ ticket: z.string().min(1).max(64) })
/** The refusals any route may answer with, for the OpenAPI document. */
export const refusals = { '4xx': errorSchema, '5xx': errorSchema }
