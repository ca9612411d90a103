import type {
  ComplaintKind,
  ComplaintState,
  GiftState,
  GiftStateName,
  LevyFacts,
  LevyOutcome,
  LevyState,
  VoiceOfficer,
} from '../../game/case/index.ts'

/** Who sends: an account, or nobody that is known. */
export type Sender = { readonly citizen: string | null }
/** Words as they are shown. */
export type OpenWords = {
  readonly from: 'citizen' | 'office'
  readonly atMs: number
  readonly level: ComplaintState['level']
  readonly text: string
}
export type OpenComplaint = { readonly complaint: ComplaintState; readonly words: readonly OpenWords[] }

/** Complaints. Refusals are CodedError with a code of `voiceRefusals`. */
export interface ComplaintService {
  /** Sent again with the same key: the first one. `code` null for one with an account. */
  send(input: {
    readonly region: string
    readonly agency: string
    readonly kind: ComplaintKind
    readonly text: string
    readonly sender: Sender
    readonly isAnonymous: boolean
    readonly ticket: string | null
    readonly case: string | null
    readonly key: string
  }): Promise<{ readonly open: OpenComplaint; readonly code: string | null }>
  /** The sender's own: by account, or by code. @throws unknown-complaint */
  open(id: string | null, sender: Sender, code: string | null): Promise<OpenComplaint>
  ofCitizen(citizen: string): Promise<OpenComplaint[]>
  rate(id: string, sender: Sender, code: string | null, rating: number): Promise<OpenComplaint>
  reopen(id: string, sender: Sender, code: string | null, text: string): Promise<OpenComplaint>
  /** Those that the officer may handle, the most urgent first. */
  listFor(officer: VoiceOfficer, region: string): Promise<ComplaintState[]>
  /** Written to the audit first. @throws unknown-complaint for what is not theirs to see */
  readFor(officer: VoiceOfficer, id: string): Promise<OpenComplaint>
  take(officer: VoiceOfficer, id: string): Promise<OpenComplaint>
  answer(officer: VoiceOfficer, id: string, text: string): Promise<OpenComplaint>
  /** Escalates what is overdue and closes what nobody objected to. Returns how many changed. */
  tend(): Promise<number>
  /** Told after each change is on the disk. Returns how to stop listening. */
  onChange(listener: (complaint: ComplaintState) => void): () => void
}

/** What a report is about. */
export type LevyOccasion = {
  readonly region: string
  readonly agency: string | null
  readonly ticket: string | null
  readonly case: string | null
}
export type OpenLevy = { readonly levy: LevyState; readonly facts: LevyFacts; readonly finding: string | null }
export type LevyForIntegrity = OpenLevy & {
  readonly isIntact: boolean
  readonly words: readonly string[]
  readonly officerName: string | null
}

/** Reports of levies: one chain for each region, for its integrity unit alone. */
export interface LevyService {
  /** Seals what the server knows now. The same ticket or case and the same officer: the report that there is. */
  seal(
    input: LevyOccasion & { readonly text: string | null; readonly key: string },
  ): Promise<{ readonly open: OpenLevy; readonly code: string }>
  /** @throws unknown-levy */
  openByCode(code: string): Promise<OpenLevy>
  addWords(code: string, text: string): Promise<OpenLevy>
  retract(code: string): Promise<OpenLevy>
  listFor(officer: VoiceOfficer, region: string): Promise<LevyState[]>
  readFor(officer: VoiceOfficer, region: string, id: string): Promise<LevyForIntegrity>
  take(officer: VoiceOfficer, region: string, id: string): Promise<LevyForIntegrity>
  close(
    officer: VoiceOfficer,
    region: string,
    id: string,
    input: { readonly outcome: LevyOutcome; readonly text: string },
  ): Promise<LevyForIntegrity>
  /** The chain counted and checked from its beginning. */
  check(region: string): Promise<{ readonly events: number; readonly brokenAt: number | null; readonly last: string | null }>
}

/** Gifts that officers declare. */
export interface GiftService {
  declare(input: {
    readonly officer: VoiceOfficer
    readonly region: string
    readonly receivedOn: string
    readonly text: string
    readonly key: string
  }): Promise<GiftState>
  ofOfficer(officer: string): Promise<GiftState[]>
  /** Everybody's, for integrity. @throws not-for-you */
  listFor(officer: VoiceOfficer, region: string): Promise<GiftState[]>
  /** @throws unknown-gift for who neither declared it nor is integrity */
  readFor(officer: VoiceOfficer, id: string): Promise<{ readonly gift: GiftState; readonly text: string; readonly officerName: string }>
  advance(officer: VoiceOfficer, id: string, to: GiftStateName): Promise<GiftState>
  /** Where this officer may take it from here. */
  stepsFor(officer: VoiceOfficer, gift: GiftState): readonly GiftStateName[]
}
