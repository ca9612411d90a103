/**
 * Everything the server remembers. One port; `openSqliteStore` (node:sqlite, one writer thread) and
 * `openMemoryStore` keep it, and one contract suite checks both.
 *
 * A write has happened, on the disk, when its promise resolves; before that it may be lost, after that never.
 * Times are milliseconds since 1970 (UTC). Ids are made by the caller, so a repeated write is recognised.
 * A method rejects with `CodedError` of `storeErrors`.
 */
export interface Store {
  // Event streams: one a queue day, `queue/REGION/GROUP/DAY`.
  /**
   * Appends events to a stream if it still has exactly `expected` events, all or nothing, with the rows that go with them.
   * @throws `version-conflict` when somebody else appended first (details: actual); `duplicate-key` when the idempotency key exists.
   */
  append(request: AppendRequest): Promise<void>
  /** Events with a version above `after`, oldest first. Version 1 is a stream's first event. */
  readStream(stream: string, after?: number): Promise<StoredEvent[]>
  /** Names of the streams that begin with `prefix`. */
  listStreams(prefix: string): Promise<string[]>
  findIdempotent(scope: string, key: string): Promise<IdempotentRow | null>
  ticketsOf(citizen: string, sinceMs: number): Promise<TicketRow[]>
  findTicket(id: string): Promise<TicketRow | null>
  /** Tickets taken at a kiosk or an operator's desk are found by the hash of their code. */
  putCode(row: CodeRow): Promise<void>
  findCode(codeHash: string): Promise<CodeRow | null>

  // Records: what a list needs to know of a case, paper, document, payment or complaint without reading its stream.
  /** Inserts, or replaces the row of this kind and id. `append` writes rows together with the events that they come from. */
  putRecord(row: RecordRow): Promise<void>
  /** True when there was one. */
  deleteRecord(kind: string, id: string): Promise<boolean>
  findRecord(kind: string, id: string): Promise<RecordRow | null>
  /** Newest first. */
  recordsOf(kind: string, owner: string): Promise<RecordRow[]>
  /** Those of a region, by due time, then by age; `desk` and `state` null: any. At most `limit`. */
  recordsAt(kind: string, region: string, desk: string | null, state: string | null, limit: number): Promise<RecordRow[]>
  /** Of every region: in this state, due at `beforeMs` or earlier, the most overdue first. At most `limit`. */
  recordsDue(kind: string, state: string, beforeMs: number, limit: number): Promise<RecordRow[]>

  // Settings of administrators: JSON by key.
  putSetting(row: SettingRow): Promise<void>
  /** Those whose key begins with `prefix`, by key. */
  settings(prefix: string): Promise<SettingRow[]>

  // Citizens: an identity is a NIK with a telephone number.
  findCitizens(nikHash: string): Promise<CitizenRow[]>
  findCitizen(id: string): Promise<CitizenRow | null>
  /** Inserts, or returns the row that already binds this NIK and number. */
  bindCitizen(row: CitizenRow): Promise<CitizenRow>
  /** Marks one binding as checked against the card; other bindings of the NIK end, with their sessions. */
  verifyCitizen(id: string, byOfficer: string, atMs: number): Promise<void>

  // One-time codes.
  putChallenge(row: ChallengeRow): Promise<void>
  findChallenge(id: string): Promise<ChallengeRow | null>
  /** Newest challenge of this subject. */
  latestChallenge(subject: string): Promise<ChallengeRow | null>
  /** Counts one wrong code and returns the new count. */
  countWrongCode(id: string): Promise<number>
  /** True for exactly one caller. */
  consumeChallenge(id: string): Promise<boolean>
  findLock(subject: string): Promise<number | null>
  lock(subject: string, untilMs: number): Promise<void>

  // Sessions, by the hash of the cookie's secret.
  putSession(row: SessionRow): Promise<void>
  findSession(hash: string): Promise<SessionRow | null>
  deleteSession(hash: string): Promise<void>

  // Officers.
  countOfficers(): Promise<number>
  putOfficer(row: OfficerRow): Promise<void>
  findOfficer(id: string): Promise<OfficerRow | null>
  findOfficerByUsername(username: string): Promise<OfficerRow | null>
  findOfficerBySubject(issuer: string, subject: string): Promise<OfficerRow | null>

  // Counters held open, so that a restart does not send an officer's queue away.
  /** Opens the counter for the officer. @throws `counter-taken` (details: officer) when another holds it. */
  openCounter(row: CounterRow): Promise<void>
  closeCounter(counter: string, officer: string): Promise<void>
  openCounters(): Promise<CounterRow[]>

  // Talks: chat survives a reload of either side.
  putChat(row: ChatRow): Promise<void>
  chatOf(contact: string): Promise<ChatRow[]>

  // Survey: one a ticket, without the citizen.
  /** @throws `duplicate-key` when the ticket has been rated. */
  putSurvey(row: SurveyRow): Promise<void>
  hasSurvey(ticket: string): Promise<boolean>

  /** Deletes what is past its time: challenges, sessions, locks. Returns the number of rows. */
  sweep(nowMs: number): Promise<number>
  /** Rejects when the store cannot write. */
  check(): Promise<void>
  /** Waits for writes under way, then closes. */
  close(): Promise<void>
}

export type AppendRequest = {
  readonly stream: string
  /** Number of events the stream must have. */
  readonly expected: number
  readonly events: readonly { readonly type: string; readonly atMs: number; readonly data: unknown }[]
  readonly tickets: readonly TicketRow[]
  readonly records?: readonly RecordRow[]
  readonly idempotency: IdempotentRow | null
}
export type StoredEvent = { readonly version: number; readonly type: string; readonly atMs: number; readonly data: unknown }
export type IdempotentRow = {
  readonly scope: string
  readonly key: string
  /** Hash of the request: another request under the same key is refused. */
  readonly fingerprint: string
  readonly result: string
  readonly atMs: number
}
/** Where to find a ticket's events, and what a list needs without reading them. */
export type TicketRow = {
  readonly id: string
  readonly citizen: string
  readonly region: string
  readonly group: string
  readonly day: string
  readonly label: string
  readonly service: string | null
  readonly state: string
  readonly counter: string | null
  readonly issuedAtMs: number
  readonly updatedAtMs: number
}
/** A row of a read model. Its kinds are named by the services that write them. */
export type RecordRow = {
  /** `case`, `paper`, `document`, … */
  readonly kind: string
  /** Unique within the kind. */
  readonly id: string
  readonly region: string
  /** The citizen's id; empty for what belongs to nobody. */
  readonly owner: string
  /** Who works on it: an agency's slug, or empty. */
  readonly desk: string
  readonly state: string
  /** When something has to happen; null: nothing has. */
  readonly dueMs: number | null
  readonly createdAtMs: number
  readonly updatedAtMs: number
  /** Plain data, kept as JSON. */
  readonly data: unknown
}
export type CitizenRow = {
  readonly id: string
  /** HMAC-SHA-256 of the NIK under the install's key, hex. The NIK itself is not stored. */
  readonly nikHash: string
  readonly nikMasked: string
  /** +628123456789 */
  readonly phone: string
  readonly isVerified: boolean
  readonly verifiedBy: string | null
  readonly verifiedAtMs: number | null
  readonly createdAtMs: number
}
export type ChallengeRow = {
  readonly id: string
  /** `nikHash/phone`. */
  readonly subject: string
  readonly nikHash: string
  readonly nikMasked: string
  readonly phone: string
  readonly codeHash: string
  readonly wrong: number
  readonly isConsumed: boolean
  readonly createdAtMs: number
  readonly expiresAtMs: number
}
export type SessionRow = {
  readonly hash: string
  readonly role: 'citizen' | 'officer'
  /** Citizen's or officer's id. */
  readonly holder: string
  readonly createdAtMs: number
  readonly expiresAtMs: number
}
export type OfficerRow = {
  readonly id: string
  readonly username: string | null
  /** scrypt, `salt:hash` in hex; null for an officer who signs in by OIDC. */
  readonly passwordHash: string | null
  readonly issuer: string | null
  readonly subject: string | null
  readonly name: string
  /** null: every region (the bootstrap account). */
  readonly region: string | null
  readonly agency: string | null
  readonly createdAtMs: number
}
export type CodeRow = { readonly codeHash: string; readonly ticket: string; readonly region: string; readonly atMs: number }
export type SettingRow = { readonly key: string; readonly value: unknown; readonly updatedAtMs: number; readonly updatedBy: string }
export type CounterRow = { readonly counter: string; readonly officer: string; readonly openedAtMs: number }
export type ChatRow = {
  readonly contact: string
  /** Made by the sender; a repeated message is stored once. */
  readonly key: string
  readonly from: 'citizen' | 'officer'
  readonly text: string
  readonly atMs: number
}
export type SurveyRow = {
  readonly ticket: string
  readonly region: string
  readonly group: string
  readonly service: string | null
  readonly answers: Readonly<Record<string, number>>
  readonly atMs: number
}

export const storeErrors = {
  'version-conflict': { meaning: 'somebody else appended to the stream first', remedy: 'read the stream again and decide anew' },
  'duplicate-key': { meaning: 'a row with this key exists', remedy: 'return the first result' },
  'counter-taken': { meaning: 'another officer holds the counter open', remedy: 'choose another counter' },
  'store-closed': { meaning: 'the store was closed', remedy: 'start the server again' },
  'store-broken': { meaning: 'the disk or the database refused', remedy: 'look at the log; free space or restore the file' },
  'newer-schema': { meaning: 'the database was written by a newer Balai', remedy: 'start that version or restore a backup' },
} as const
export type StoreErrorCode = keyof typeof storeErrors
