import type { Generated } from 'kysely'
import type {
  ChallengeRow,
  ChatRow,
  CitizenRow,
  CodeRow,
  CounterRow,
  IdempotentRow,
  OfficerRow,
  RecordRow,
  SessionRow,
  SettingRow,
  SurveyRow,
  TicketRow,
} from './store-port.ts'

/** The tables as SQL sees them: a column has the name of the row's field; a boolean is 0 or 1, an object is JSON text. */
export type Tables = {
  /** The newest event of each stream. */
  event_streams: { id: Generated<number>; name: string; version: number; last: number | null }
  /**
   * Every event in the order of writing, each with the `seq` of its stream's one before. New rows all lie at the end: with a key of stream
   * and version every stream would dirty a page of its own in each commit, five times as much to write.
   */
  event_log: { seq: Generated<number> } & EventColumns
  idempotency: IdempotentRow
  tickets: TicketRow
  citizens: CitizenColumns
  challenges: ChallengeColumns
  locks: { subject: string; untilMs: number }
  sessions: SessionRow
  officers: OfficerRow
  counters: CounterRow
  chats: Omit<ChatRow, 'from'> & { seq: Generated<number>; sender: ChatRow['from'] }
  surveys: Omit<SurveyRow, 'answers'> & { answers: string }
  codes: CodeRow
  settings: SettingColumns
  records: RecordColumns
  checks: { name: string; count: number }
}
export type CitizenColumns = Omit<CitizenRow, 'isVerified'> & {
  isVerified: number
  /** Set when another binding of the NIK was verified; such a binding is no longer found by its NIK. */
  endedAtMs: number | null
}
/** `stream` is the id in `event_streams`; `previous` is null for a stream's first event. */
export type EventColumns = { stream: number; version: number; type: string; atMs: number; data: string; previous: number | null }
export type SettingColumns = Omit<SettingRow, 'value'> & { value: string }
export type RecordColumns = Omit<RecordRow, 'data'> & { data: string }
export type ChallengeColumns = Omit<ChallengeRow, 'isConsumed'> & { isConsumed: number }

export const ticketColumns = [
  'id',
  'citizen',
  'region',
  'group',
  'day',
  'label',
  'service',
  'state',
  'counter',
  'issuedAtMs',
  'updatedAtMs',
] as const satisfies readonly (keyof TicketRow)[]
export const citizenColumns = [
  'id',
  'nikHash',
  'nikMasked',
  'phone',
  'isVerified',
  'verifiedBy',
  'verifiedAtMs',
  'createdAtMs',
] as const satisfies readonly (keyof CitizenRow)[]
export const challengeColumns = [
  'id',
  'subject',
  'nikHash',
  'nikMasked',
  'phone',
  'codeHash',
  'wrong',
  'isConsumed',
  'createdAtMs',
  'expiresAtMs',
] as const satisfies readonly (keyof ChallengeRow)[]
export const sessionColumns = ['hash', 'role', 'holder', 'createdAtMs', 'expiresAtMs'] as const satisfies readonly (keyof SessionRow)[]
export const officerColumns = [
  'id',
  'username',
  'passwordHash',
  'issuer',
  'subject',
  'name',
  'region',
  'agency',
  'createdAtMs',
] as const satisfies readonly (keyof OfficerRow)[]
export const idempotencyColumns = ['scope', 'key', 'fingerprint', 'result', 'atMs'] as const satisfies readonly (keyof IdempotentRow)[]
export const eventColumns = ['stream', 'version', 'type', 'atMs', 'data', 'previous'] as const satisfies readonly (keyof EventColumns)[]
export const codeColumns = ['codeHash', 'ticket', 'region', 'atMs'] as const satisfies readonly (keyof CodeRow)[]
export const settingColumns = ['key', 'value', 'updatedAtMs', 'updatedBy'] as const satisfies readonly (keyof SettingColumns)[]
export const recordColumns = [
  'kind',
  'id',
  'region',
  'owner',
  'desk',
  'state',
  'dueMs',
  'createdAtMs',
  'updatedAtMs',
  'data',
] as const satisfies readonly (keyof RecordColumns)[]

/** The names that begin with `prefix`, as a range: it runs on the key, and nothing in a name needs escaping. */
export function prefixRange(prefix: string): { readonly from: string; readonly to: string } {
  return { from: prefix, to: `${prefix}\u{10ffff}` }
}
