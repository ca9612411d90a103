import { z } from 'zod'
import type {
  AdminOfficer,
  AdminOfficers,
  AdminStart,
  AuditBook,
  ClosedRoomsRequest,
  FirstPassword,
  HoursResponse,
  NewOfficerRequest,
  PasswordRequest,
  PasswordState,
  PolicyResponse,
  RoomsResponse,
} from '../../game/api/index.ts'
import type { OfficeHours, QueuePolicy, Span } from '../../game/queue/index.ts'
import { regionSchema } from '../mall/index.ts'
import { agencyState } from './schemas.ts'

/* The bodies of the administrator's routes, each held to its contract type. Whether hours and policies make sense is the domain's to say. */

const slug = z.string().min(1).max(64)
const span = z.object({ from: z.number().int(), to: z.number().int() }) satisfies z.ZodType<Span>
const spans = z.array(span).max(12).readonly()

export const officeHours = z.object({
  week: z.array(spans).length(7).readonly().describe('spans by weekday, 0 = Sunday; minutes after midnight'),
  exceptions: z
    .array(z.object({ day: z.iso.date(), spans, reason: z.string().max(400) }))
    .max(1000)
    .readonly(),
  slotMinutes: z.number().int(),
  slotCapacity: z.number().int(),
  quota: z.number().int().nullable(),
  lastNumberMinutes: z.number().int(),
}) satisfies z.ZodType<OfficeHours>

const roomName = z.object({ id: z.string(), en: z.string() })
export const roomsResponse = z.object({
  rooms: z.array(z.object({ zone: slug, name: roomName, isClosed: z.boolean() })).readonly(),
}) satisfies z.ZodType<RoomsResponse>
export const closedRoomsRequest = z.object({ closed: z.array(slug).max(200).readonly() }) satisfies z.ZodType<ClosedRoomsRequest>

const whole = z.number().int()
export const queuePolicy = z.object({
  turnsPerPriority: whole,
  rejoinBehind: whole,
  mostRejoins: whole,
  mostCalls: whole,
  recallAfterMs: whole,
  skipAfterMs: whole,
  readyForMs: whole,
  askReadyAhead: whole,
  mostPasses: whole,
  checkInEarlyMs: whole,
  checkInLateMs: whole,
  mostOfDevice: whole,
  headStartMs: whole,
}) satisfies z.ZodType<QueuePolicy>

export const adminStart = z.object({
  name: z.string(),
  isEverywhere: z.boolean(),
  isAuditor: z.boolean(),
  regions: z.array(regionSchema).readonly(),
}) satisfies z.ZodType<AdminStart>
export const hoursResponse = z.object({ agency: z.string(), hours: officeHours, state: agencyState }) satisfies z.ZodType<HoursResponse>
export const policyResponse = z.object({
  group: z.string(),
  today: queuePolicy,
  next: queuePolicy,
  fromDay: z.iso.date(),
}) satisfies z.ZodType<PolicyResponse>

export const adminOfficer = z.object({
  id: z.string(),
  name: z.string(),
  username: z.string().nullable(),
  region: z.string().nullable(),
  agency: z.string().nullable(),
  isPasswordFirst: z.boolean(),
  isEnded: z.boolean(),
}) satisfies z.ZodType<AdminOfficer>
export const adminOfficers = z.object({ officers: z.array(adminOfficer).readonly() }) satisfies z.ZodType<AdminOfficers>
export const newOfficer = z.object({
  name: z.string().trim().min(1).max(80),
  username: z.string().max(64),
  region: slug,
  agency: slug.nullable(),
}) satisfies z.ZodType<NewOfficerRequest>
export const firstPassword = z.object({
  officer: adminOfficer,
  password: z.string(),
  until: z.iso.datetime(),
}) satisfies z.ZodType<FirstPassword>
export const passwordState = z.object({ state: z.enum(['own', 'first', 'elsewhere']) }) satisfies z.ZodType<PasswordState>
export const passwordRequest = z.object({
  current: z.string().max(200).optional(),
  next: z.string().max(200),
}) satisfies z.ZodType<PasswordRequest>

export const auditBook = z.object({
  region: z.string(),
  days: z.array(z.object({ day: z.iso.date(), lines: whole, hash: z.string(), isClosed: z.boolean() })).readonly(),
  isMore: z.boolean(),
}) satisfies z.ZodType<AuditBook>
export const auditBookQuery = z.object({ region: slug, before: z.iso.date().optional() })

export const adminRegionQuery = z.object({ region: slug })
export const agencyParams = z.object({ agency: slug })
export const officerParams = z.object({ officer: z.string().min(1).max(64) })
