import type { Localized } from '../../game/case/index.ts'

/** Who did something. Officers are known by id inside; a citizen is shown the role and the agency, never a name. */
export type Actor = {
  readonly role: 'citizen' | 'officer' | 'operator' | 'admin' | 'integrity' | 'auditor' | 'system' | 'stranger'
  /** null: the system, or a stranger. */
  readonly id: string | null
  readonly agency: string | null
}
/** One line of the audit: what was done to what, by whom, and why. It holds no personal data but ids. */
export type AuditEntry = {
  readonly atMs: number
  readonly region: string
  /** `case.read`, `paper.opened`, `document.issued`, `payment.settled`: noun and verb. */
  readonly act: string
  readonly by: Actor
  /** Whose record it was; null: nobody's. */
  readonly citizen: string | null
  readonly about: { readonly kind: string; readonly id: string }
  /** For people: "memeriksa berkas", or the state that it led to. */
  readonly why: string
}
/** What a citizen sees of an entry about them. */
export type AccessView = {
  /** ISO 8601. */
  readonly at: string
  readonly act: string
  readonly role: Actor['role']
  readonly agency: string | null
  readonly about: AuditEntry['about']
  readonly why: string
}

/** Accesses that are shown as one: the latest of them, its reason in both languages, how many, and when the first was. */
export type AccessGroupView = Omit<AccessView, 'why'> & {
  /** Of the record. */
  readonly region: string
  readonly why: Localized
  readonly firstAt: string
  readonly count: number
}

/** The audit: a hash chain for each region and day. */
export interface Audit {
  /** Resolves when the entry is on the disk, bound to all before it. Reading somebody's record waits for this: an access that cannot be written does not happen. */
  write(entry: AuditEntry): Promise<void>
  /** Every access to this citizen's records by somebody else, newest first, one by one. */
  accessesOf(citizen: string): Promise<AccessView[]>
}
