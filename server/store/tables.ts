import type { Generated } from 'kysely'
import type {
  ChallengeRow,
  ChatRow,
  CitizenRow,
  CounterRow,
  IdempotentRow,
  OfficerRow,
  SessionRow,
  SurveyRow,
  TicketRow,
} from './store-port.ts'

/** The tables as SQL sees them: a column has the name of the row's field; a boolean is 0 or 1, an object is JSON text. */
export type Tables = {
  streams: { name: string; version: number }
  events: { stream: string; version: number; type: string; atMs: number; data: string }
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
  checks: { name: string; count: number }
}
export type CitizenColumns = Omit<CitizenRow, 'isVerified'> & {
  isVerified: number
  /** Set when another binding of the NIK was verified; such a binding is no longer found by its NIK. */
  endedAtMs: number | null
}
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
