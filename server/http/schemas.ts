import { z } from 'zod'
import { callReasons, channels, priorityReasons, type Stop, type TransferTarget } from '../../game/queue/index.ts'
import type {
  AgenciesResponse,
  AgencyStateRequest,
  AgencyStateView,
  ApiErrorBody,
  CallRequest,
  CatalogueResponse,
  ClaimRequest,
  CloseLineRequest,
  ConfigResponse,
  ContactView,
  CounterPlace,
  CounterSummary,
  EmergencyRequest,
  GroupSummary,
  KioskPairing,
  KioskRequest,
  KioskTicket,
  NoteRequest,
  OfficerCounter,
  OfficerSignInRequest,
  OfficerStart,
  OfficerTicket,
  OtpRequest,
  OtpResponse,
  OtpVerifyRequest,
  ParkRequest,
  NextRequest,
  PauseRequest,
  PrioritiseRequest,
  ProofDays,
  QueueSummary,
  RebookRequest,
  RebookResponse,
  RegionsResponse,
  SessionResponse,
  SlotsResponse,
  StatisticsResponse,
  TicketRequest,
  TicketsResponse,
  TicketView,
  TransferRequest,
  VisitFigures,
  WaitRange,
} from '../../game/api/index.ts'
import { agencySchema, regionSchema } from '../mall/index.ts'

/*
 * The schemas of every body that crosses the HTTP interface, each held to its contract type. They check what comes in,
 * cut what goes out to what the contract names, and are the source of /openapi.json.
 */

const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly()
const ticketState = z.enum(['reserved', 'waiting', 'called', 'serving', 'parked', 'transferred', 'skipped', 'done', 'cancelled', 'expired'])
const priority = z.enum(priorityReasons)
const channel = z.enum(channels)
const contactRung = z.enum(['video', 'audio', 'chat'])
const instant = z.iso.datetime().describe('ISO 8601, UTC')
const officeDay = z.iso.date().describe("office day in the region's own time zone")
const slug = z.string().min(1).max(64)
/** Words of an officer: a reason, a room, a note. Empty ones are refused by the queue, with its own sentence. */
const words = (most: number) => z.string().max(most)
const stop = z.object({ group: slug, service: slug.nullable() }) satisfies z.ZodType<Stop>

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

const wait = z
  .object({ optimisticMinutes: z.number(), estimateMinutes: z.number(), latestMinutes: z.number() })
  .nullable() satisfies z.ZodType<WaitRange | null>
const groupSummary = z.object({
  group: z.string(),
  waiting: z.number().int(),
  closed: z.string().nullable(),
  wait,
}) satisfies z.ZodType<GroupSummary>
const counterSummary = z.object({
  counter: z.string(),
  isOpen: z.boolean(),
  paused: z.string().nullable(),
  serving: z.string().nullable(),
  servingSince: instant.nullable(),
  stream: z.object({ state: z.enum(['off', 'live', 'slate']), playlist: z.string().nullable() }),
}) satisfies z.ZodType<CounterSummary>
export const queueSchema = z.object({
  region: z.string(),
  day: officeDay,
  groups: list(groupSummary),
  counters: list(counterSummary),
  skipped: list(z.string()),
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
export const kioskRequest = z.object({
  region: slug,
  group: slug,
  service: slug.nullable(),
  route: list(stop).optional(),
  priority: priority.nullable().optional(),
}) satisfies z.ZodType<KioskRequest>
export const ticketRequest = kioskRequest.extend({ slotAt: instant.nullable().optional() }) satisfies z.ZodType<TicketRequest>
export const claimRequest = z.object({ code: z.string().max(32) }) satisfies z.ZodType<ClaimRequest>
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
  priority: priority.nullable(),
  slotAt: instant.nullable(),
  checkIn: z.object({ from: instant, until: instant }).nullable(),
  isReadyAsked: z.boolean(),
  room: z.string().nullable(),
  rejoinBehind: z.number().int().nullable(),
  sentTo: z.object({ group: z.string().nullable(), day: z.string().nullable() }).nullable(),
  route: list(stop),
  receipt: z.object({ line: z.number().int(), hash: z.string() }).nullable(),
}) satisfies z.ZodType<TicketView>
export const kioskTicket = z.object({ ticket: ticketSchema, code: z.string() }) satisfies z.ZodType<KioskTicket>
export const kioskPairing = z.object({ path: z.string() }) satisfies z.ZodType<KioskPairing>
export const ticketsSchema = z.object({ tickets: list(ticketSchema) }) satisfies z.ZodType<TicketsResponse>

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
  servedAt: instant.nullable(),
  calls: z.number().int(),
  channel,
  priority: priority.nullable(),
  isReady: z.boolean(),
  room: z.string().nullable(),
  slotAt: instant.nullable(),
  route: list(stop),
  notes: list(z.object({ at: instant, text: z.string() })),
  isGuest: z.boolean(),
  nikMasked: z.string(),
  phoneMasked: z.string(),
  isVerified: z.boolean(),
}) satisfies z.ZodType<OfficerTicket>
export const agencyState = z.object({
  agency: z.string(),
  opening: z.object({
    type: z.enum(['open', 'break', 'before', 'after', 'closed']),
    at: z.string().nullable(),
    reason: z.string().nullable(),
  }),
  givesNumbers: z.boolean(),
  nextDays: list(officeDay),
  isCentralUp: z.boolean(),
  hasBlanks: z.boolean(),
  note: z.string(),
  saidAt: instant.nullable(),
}) satisfies z.ZodType<AgencyStateView>
export const agenciesSchema = z.object({ agencies: list(agencyState) }) satisfies z.ZodType<AgenciesResponse>
export const slotsSchema = z.object({
  day: officeDay,
  slots: list(z.object({ at: instant, free: z.number().int() })),
}) satisfies z.ZodType<SlotsResponse>
export const proofDays = z.object({
  day: officeDay,
  lines: list(z.object({ group: z.string(), events: z.number().int() })),
}) satisfies z.ZodType<ProofDays>

export const callRequest = z.object({ reason: z.enum(callReasons) }) satisfies z.ZodType<CallRequest>
export const parkRequest = z.object({ room: words(60) }) satisfies z.ZodType<ParkRequest>
const transferTarget = z.discriminatedUnion('type', [
  z.object({ type: z.literal('service'), service: slug }),
  z.object({ type: z.literal('counter'), counter: z.string().min(1).max(128) }),
  z.object({ type: z.literal('officer'), officer: z.string().min(1).max(128) }),
  z.object({ type: z.literal('group'), group: slug, service: slug.nullable() }),
]) satisfies z.ZodType<TransferTarget>
export const transferRequest = z.object({ to: transferTarget }) satisfies z.ZodType<TransferRequest>
export const prioritiseRequest = z.object({ priority }) satisfies z.ZodType<PrioritiseRequest>
export const noteRequest = z.object({ text: words(500) }) satisfies z.ZodType<NoteRequest>
const endOfTurn = z.union([z.object({ type: z.enum(['finish', 'skip']) }), z.object({ type: z.literal('park'), room: words(60) })])
export const nextRequest = z.object({ after: endOfTurn.optional() }).nullish() satisfies z.ZodType<NextRequest | null | undefined>
export const pauseRequest = z.object({ reason: words(120).nullable() }) satisfies z.ZodType<PauseRequest>
export const closeLineRequest = z.object({ reason: words(120), until: instant.nullable() }) satisfies z.ZodType<CloseLineRequest>
export const rebookRequest = z.object({ reason: words(120), day: officeDay }) satisfies z.ZodType<RebookRequest>
export const rebookResponse = z.object({ moved: z.number().int(), left: z.number().int() }) satisfies z.ZodType<RebookResponse>
export const agencyStateRequest = z.object({
  isCentralUp: z.boolean(),
  hasBlanks: z.boolean(),
  note: words(200),
}) satisfies z.ZodType<AgencyStateRequest>
export const emergencyRequest = z.object({ text: words(200) }) satisfies z.ZodType<EmergencyRequest>

const visitFigures = z.object({
  key: z.string(),
  count: z.number().int(),
  served: z.number().int(),
  noShow: z.number().int(),
  waitMedianMs: z.number().nullable(),
  waitP90Ms: z.number().nullable(),
  serviceMedianMs: z.number().nullable(),
  serviceP90Ms: z.number().nullable(),
}) satisfies z.ZodType<VisitFigures>
export const statisticsSchema = z.object({
  day: officeDay,
  whole: visitFigures,
  byService: list(visitFigures),
  byCounter: list(visitFigures),
  byHour: list(visitFigures),
  byChannel: list(visitFigures),
  plannedMinutes: z.number().int(),
  usedMinutes: z.number().int(),
}) satisfies z.ZodType<StatisticsResponse>

export const officerCounter = z.object({
  counter: counterPlace,
  day: officeDay,
  waiting: list(officerTicket),
  parked: list(officerTicket),
  skipped: list(officerTicket),
  reserved: list(officerTicket),
  current: officerTicket.nullable(),
  contact: contactSchema.nullable(),
  servedToday: z.number().int().min(0),
  paused: z.string().nullable(),
  lines: list(z.object({ group: z.string(), waiting: z.number().int(), closed: z.string().nullable() })),
  colleagues: list(z.object({ counter: z.string(), label: z.string(), officer: z.string(), name: z.string() })),
  agency: agencyState,
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
export const groupParams = z.object({ group: slug })
export const slotsParams = z.object({ region: slug, group: slug })
export const dayQuery = z.object({ day: officeDay.optional() })
export const regionQuery = z.object({ region: slug.optional() })
export const regionDayParams = z.object({ region: slug, day: officeDay })
export const proofParams = z.object({ region: slug, day: officeDay, group: slug })
export const codeParams = z.object({ code: z.string().min(1).max(32) })
export const kioskHeaders = z.object({ 'x-kiosk-key': z.string().max(128).optional() })
export const ticketParams = z.object({ ticket: z.string().min(1).max(64) })
/** An answer that is no JSON. */
export const textAnswer = z.string()
/** The refusals any route may answer with, for the OpenAPI document. */
export const refusals = { '4xx': errorSchema, '5xx': errorSchema }
