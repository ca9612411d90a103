import type { OfficeHours, QueuePolicy } from '../queue/index.ts'
import type { Localized, Region } from './catalogue.ts'
import type { AgencyStateView } from './http.ts'

/** GET /api/admin: what the administrator's page needs to start. */
export type AdminStart = {
  readonly name: string
  /** True for the account that belongs to no region. */
  readonly isEverywhere: boolean
  /** An auditor who administers nothing: the audit alone is shown. */
  readonly isAuditor: boolean
  /** The regions that this officer may administer, or audit; at least one. */
  readonly regions: readonly Region[]
}

/** GET /api/admin/audit?region=REGION&before=DAY: the audit's days, newest first; `before` (left out: the newest) goes on where a page ended. */
export type AuditBook = {
  readonly region: string
  readonly days: readonly AuditBookDay[]
  /** The audit has days before these. */
  readonly isMore: boolean
}
export type AuditBookDay = {
  /** YYYY-MM-DD in the region's time zone. */
  readonly day: string
  readonly lines: number
  /** SHA-256 of the last line, hexadecimal: it binds all before it. */
  readonly hash: string
  /** Closed by the first line of a later day: nothing can be added. */
  readonly isClosed: boolean
}

/** GET, PUT /api/admin/agencies/:agency/hours?region=REGION; the body of PUT is the hours alone. */
export type HoursResponse = {
  readonly agency: string
  readonly hours: OfficeHours
  /** What people see of it now. */
  readonly state: AgencyStateView
}

/** GET, PUT /api/admin/lines/:group/policy?region=REGION; the body of PUT is the policy alone. */
export type PolicyResponse = {
  readonly group: string
  /** The one that today's line keeps. */
  readonly today: QueuePolicy
  /** The one set last, which holds from the office day `fromDay` on; a day that has begun keeps its own. */
  readonly next: QueuePolicy
  /** YYYY-MM-DD */
  readonly fromDay: string
}

/** GET, PUT /api/admin/rooms?region=REGION: who walks is turned back from a closed room. */
export type RoomsResponse = {
  readonly rooms: readonly { readonly zone: string; readonly name: Localized; readonly isClosed: boolean }[]
}
/** The zones that are closed from now on; all others are open. */
export type ClosedRoomsRequest = { readonly closed: readonly string[] }

/** GET /api/admin/officers?region=REGION */
export type AdminOfficers = { readonly officers: readonly AdminOfficer[] }
export type AdminOfficer = {
  readonly id: string
  readonly name: string
  /** null: signs in with the region's own account (OIDC). */
  readonly username: string | null
  /** null: every region. */
  readonly region: string | null
  /** null: every agency of the region. */
  readonly agency: string | null
  /** Has a first password that was not used yet, or has not chosen their own. */
  readonly isPasswordFirst: boolean
  /** Their access was ended: they cannot sign in. */
  readonly isEnded: boolean
}
/** POST /api/admin/officers */
export type NewOfficerRequest = {
  readonly name: string
  readonly username: string
  readonly region: string
  readonly agency: string | null
}
/** POST /api/admin/officers and /api/admin/officers/:officer/password: the password is told here once and nowhere else. */
export type FirstPassword = {
  readonly officer: AdminOfficer
  readonly password: string
  /** ISO 8601: until when it opens the first session. */
  readonly until: string
}

/** GET /api/officer/password: whether this officer still has to choose a password of their own. `elsewhere`: signs in by OIDC. */
export type PasswordState = { readonly state: 'own' | 'first' | 'elsewhere' }
/** PUT /api/officer/password. `current` is left out by who has come in with a first password. */
export type PasswordRequest = { readonly current?: string; readonly next: string }
