import { z } from 'zod'
import {
  officerCaseViews,
  officerRoles,
  type CaseActionRequest,
  type CaseAnswers,
  type CaseClaimRequest,
  type CaseDecideRequest,
  type CaseDocument,
  type CaseEscalateRequest,
  type CaseFee,
  type CaseHistoryLine,
  type CaseLinkRequest,
  type CaseMark,
  type CaseReceipt,
  type CaseReceiptCheck,
  type CaseReceiptKey,
  type CaseRejectRequest,
  type CaseRequest,
  type CaseResubmitRequest,
  type CaseReturn,
  type CaseReturnRequest,
  type CasesResponse,
  type CaseView,
  type CaseWarning,
  type OfficerCasePaper,
  type OfficerCaseRow,
  type OfficerCasesResponse,
  type OfficerCaseStep,
  type OfficerCaseView,
  type OfficerRolesView,
  type WorkCalendarView,
} from '../../game/api/index.ts'
import { caseActions, caseStates, collectionWays } from '../../game/case/index.ts'

/* The schemas of a case's bodies, each held to its contract type: they check what comes in and cut what goes out. */

const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly()
const instant = z.iso.datetime().describe('ISO 8601, UTC')
const day = z.iso.date().describe("YYYY-MM-DD in the region's time zone")
const slug = z.string().min(1).max(64)
const id = z.string().min(1).max(128)
/** Words of an officer. Empty ones are refused by the case, with its own sentence. */
const words = (most: number) => z.string().max(most)
const localized = z.object({ id: z.string(), en: z.string() })
const role = z.enum(['front', 'verifier', 'approver'])
const turn = z.enum(['front', 'verifier', 'approver', 'citizen', 'system']).nullable()
const state = z.enum(caseStates)
const most = 200

/** Made by a device: as much chance in it as in 16 bytes. */
const madeId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{22,64}$/)
  .describe('made by the device: 16 random bytes or more as base64url')
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const answers = z.record(z.string().max(64), z.union([z.string().max(4000), z.number(), z.boolean()])).readonly()
const papers = z.record(slug, id).readonly()

export const caseClaimRequest = z.object({ case: madeId, manifest: sha256, deviceAt: instant }) satisfies z.ZodType<CaseClaimRequest>
export const caseReceipt = z.object({
  case: madeId,
  manifest: sha256,
  deviceAt: instant,
  serverAt: instant,
  key: z.string().max(64),
  signature: z.string().max(128).describe('Ed25519, base64url'),
}) satisfies z.ZodType<CaseReceipt>
export const caseReceiptKey = z.object({ key: z.string(), publicKey: z.string() }) satisfies z.ZodType<CaseReceiptKey>
export const caseReceiptCheck = z.object({ isGenuine: z.boolean() }) satisfies z.ZodType<CaseReceiptCheck>

const consent = z.object({ text: z.string().min(1).max(64), papers: z.array(id).max(most).readonly() })
export const caseRequest = z.object({
  case: madeId,
  region: slug,
  service: slug,
  version: z.number().int().min(1),
  answers,
  papers,
  claim: z.object({ receipt: caseReceipt, papers: z.record(slug, sha256).readonly() }).nullable(),
  consent,
  viaTicket: z.string().min(1).max(64).nullable().optional(),
}) satisfies z.ZodType<CaseRequest>
export const caseResubmitRequest = z.object({ answers, papers, consent }) satisfies z.ZodType<CaseResubmitRequest>
export const caseAnswers = z.object({ answers, papers }) satisfies z.ZodType<CaseAnswers>

const fraction = z.number().min(0).max(1)
const mark = z.object({
  paper: id,
  page: z.number().int(),
  x: fraction,
  y: fraction,
  width: fraction,
  height: fraction,
}) satisfies z.ZodType<CaseMark>
const fee = z.object({
  tariff: z.string(),
  name: localized,
  basis: z.string(),
  rupiah: z.number().int().nullable(),
  note: localized.nullable(),
  state: z.enum(['none', 'later', 'due', 'settled']),
}) satisfies z.ZodType<CaseFee>
const returned = z.object({
  at: instant,
  role,
  fields: list(z.object({ field: z.string(), sentence: z.string() })),
  papers: list(z.object({ requirement: z.string(), sentence: z.string(), mark: mark.nullable() })),
}) satisfies z.ZodType<CaseReturn>
const warning = z.object({ type: z.literal('duplicate'), case: z.string(), number: z.string(), state }) satisfies z.ZodType<CaseWarning>
const historyLine = z.object({
  at: instant,
  event: z.string(),
  role: z.enum(['front', 'verifier', 'approver', 'citizen', 'system']),
  words: localized,
}) satisfies z.ZodType<CaseHistoryLine>
const document = z.object({
  id: z.string(),
  number: z.string(),
  state: z.enum(['active', 'superseded', 'revoked']),
  issuedAt: instant,
}) satisfies z.ZodType<CaseDocument>
const paused = z.enum(['returned', 'fee']).nullable()
const rejected = z.object({ reason: z.string(), appeal: z.string() }).nullable()

export const caseView = z.object({
  id: z.string(),
  number: z.string(),
  region: z.string(),
  agency: z.string(),
  service: z.string(),
  version: z.number().int(),
  state,
  step: z.object({ slug: z.string(), name: localized, number: z.number().int(), of: z.number().int() }).nullable(),
  turn,
  isInHand: z.boolean(),
  submittedAt: instant,
  contactAt: instant,
  deviceAt: instant.nullable(),
  promisedOn: day.nullable(),
  isLate: z.boolean(),
  paused,
  fee: fee.nullable(),
  returned: returned.nullable(),
  rejected,
  mayWithdraw: z.boolean(),
  warnings: list(warning),
  history: list(historyLine),
  documents: list(document),
  collected: z.object({ at: instant, how: z.enum(collectionWays) }).nullable(),
}) satisfies z.ZodType<CaseView>
export const casesSchema = z.object({ cases: list(caseView) }) satisfies z.ZodType<CasesResponse>

const officerCaseRow = z.object({
  id: z.string(),
  number: z.string(),
  region: z.string(),
  agency: z.string(),
  service: z.string(),
  state,
  step: z.string().nullable(),
  turn,
  holder: z.enum(['me', 'other']).nullable(),
  submittedAt: instant,
  promisedOn: day.nullable(),
  dueAt: instant.nullable(),
  isLate: z.boolean(),
  escalatedTo: role.nullable(),
  hasWarnings: z.boolean(),
  returns: z.number().int(),
}) satisfies z.ZodType<OfficerCaseRow>
export const officerCases = z.object({ roles: list(role), cases: list(officerCaseRow) }) satisfies z.ZodType<OfficerCasesResponse>
const officerCasePaper = z.object({
  requirement: z.string(),
  name: localized,
  paper: z.string(),
  kind: z.string(),
  type: z.string(),
  pages: z.number().int(),
  expiresOn: day.nullable(),
  scan: z.enum(['clean', 'not-scanned']),
  isNew: z.boolean(),
}) satisfies z.ZodType<OfficerCasePaper>
const officerCaseStep = z.object({
  slug: z.string(),
  name: localized,
  role,
  workingDays: z.number().int(),
  isDone: z.boolean(),
  dueOn: day.nullable(),
}) satisfies z.ZodType<OfficerCaseStep>
const link = z.object({ type: z.enum(['ticket', 'contact']), id: z.string().min(1).max(64) })
export const officerCase = officerCaseRow.extend({
  version: z.number().int(),
  nikMasked: z.string(),
  isVerified: z.boolean(),
  answers: answers.nullable(),
  papers: list(officerCasePaper),
  steps: list(officerCaseStep),
  fee: fee.nullable(),
  paused,
  contactAt: instant,
  deviceAt: instant.nullable(),
  returned: returned.nullable(),
  rejected,
  warnings: list(warning),
  links: list(link),
  history: list(historyLine),
  documents: list(document),
  actions: list(z.enum(caseActions)),
  revision: z.number().int(),
}) satisfies z.ZodType<OfficerCaseView>

export const caseActionRequest = z.object({ seen: z.number().int().min(0).optional() }) satisfies z.ZodType<CaseActionRequest>
export const caseReturnRequest = caseActionRequest.extend({
  fields: z.array(z.object({ field: slug, sentence: words(500) })).max(most),
  papers: z.array(z.object({ requirement: slug, sentence: words(500), mark: mark.nullable() })).max(most),
}) satisfies z.ZodType<CaseReturnRequest>
export const caseDecideRequest = caseActionRequest.extend({
  text: z.object({
    title: words(200),
    lines: z.array(z.object({ label: words(120), text: words(1000) })).max(most),
  }),
}) satisfies z.ZodType<CaseDecideRequest>
export const caseRejectRequest = caseActionRequest.extend({
  reason: words(2000),
  appeal: words(2000),
}) satisfies z.ZodType<CaseRejectRequest>
export const caseLinkRequest = caseActionRequest.extend(link.shape) satisfies z.ZodType<CaseLinkRequest>
export const caseEscalateRequest = caseActionRequest.extend({ reason: words(500) }) satisfies z.ZodType<CaseEscalateRequest>

const time = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/)
export const workCalendar = z.object({
  weekdays: z.array(z.number().int().min(0).max(6)).min(1).max(7).readonly(),
  opens: time,
  closes: time,
  holidays: z
    .array(z.object({ day, name: z.string().min(1).max(120) }))
    .max(1000)
    .readonly(),
}) satisfies z.ZodType<WorkCalendarView>
export const officerRolesView = z.object({
  officer: z.string(),
  roles: list(z.enum(officerRoles)),
  isSet: z.boolean(),
}) satisfies z.ZodType<OfficerRolesView>
export const officerRolesRequest = z.object({ roles: z.array(z.enum(officerRoles)).max(officerRoles.length) })

export const caseParams = z.object({ case: z.string().min(1).max(64) })
export const officerParams = z.object({ officer: id })
export const holidaysQuery = z.object({ region: slug.optional() })
export const officerCasesQuery = z.object({
  view: z.enum(officerCaseViews).default('inbox'),
  state: state.optional(),
  region: slug.optional(),
})
