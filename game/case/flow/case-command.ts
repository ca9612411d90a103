import type { CaseRole } from '../standard/standard.ts'
import type { CollectionWay } from './case-names.ts'
import type { CasePolicy } from './case-policy.ts'
import type { CaseText, FeeOfCase, FilledForm, Link, ReturnMarks, CaseStep } from './case-state.ts'
import type { CaseBrief } from './duplicates.ts'
import type { WorkCalendar } from './working-days.ts'

/** What somebody wants with a case. `atMs`: milliseconds since 1970, the server's clock. */
export type CaseCommand = SubmitCommand | CitizenCommand | DeskCommand | SystemCommand

export type SubmitCommand = {
  readonly type: 'submit'
  readonly id: string
  readonly number: string
  readonly region: string
  readonly agency: string
  readonly service: string
  readonly version: number
  readonly steps: readonly CaseStep[]
  readonly citizen: string
  readonly form: FilledForm
  readonly papers: Readonly<Record<string, string>>
  readonly fee: FeeOfCase | null
  readonly contact: Contact | null
  readonly ticket: string | null
  /** The citizen's other cases. */
  readonly others: readonly CaseBrief[]
  readonly policy: CasePolicy
  readonly atMs: number
}
/** A receipt of the first contact that the server has found to be its own. */
export type Contact = {
  readonly serverAtMs: number
  readonly deviceAtMs: number
  readonly signature: string
  /** What was sent is what was claimed. */
  readonly isSame: boolean
}

export type CitizenCommand = { readonly citizen: string; readonly atMs: number } & (
  | {
      readonly type: 'resubmit'
      readonly form: FilledForm
      readonly papers: Readonly<Record<string, string>>
      /** What these answers cost. */
      readonly fee: FeeOfCase | null
      /** Fields and requirements that are asked for now and were not, or the other way about, because of the answers. */
      readonly followed: readonly string[]
      /** Fields and requirements that are asked for with these answers. */
      readonly asked: readonly string[]
    }
  | { readonly type: 'withdraw' }
)

/** An officer of the case's agency and region; the caller has made sure of that. */
export type DeskOfficer = { readonly officer: string; readonly roles: readonly CaseRole[] }
export type DeskCommand = {
  readonly by: DeskOfficer
  /** The revision that they looked at; null: whatever it is. */
  readonly seen: number | null
  readonly policy: CasePolicy
  readonly atMs: number
} & (
  | { readonly type: 'take'; readonly calendar: WorkCalendar }
  | { readonly type: 'release' }
  | { readonly type: 'check' }
  | { readonly type: 'accept' }
  | { readonly type: 'step' }
  | ({ readonly type: 'return' } & ReturnMarks)
  | { readonly type: 'decide'; readonly text: CaseText }
  | { readonly type: 'reject'; readonly reason: string; readonly appeal: string }
  | { readonly type: 'link'; readonly link: Link }
  | { readonly type: 'escalate'; readonly reason: string }
)

export type SystemCommand = { readonly atMs: number } & (
  | { readonly type: 'assign'; readonly candidates: readonly Candidate[]; readonly draw: number }
  | { readonly type: 'escalate-overdue'; readonly calendar: WorkCalendar }
  | { readonly type: 'fee-opened'; readonly payment: string }
  | { readonly type: 'fee-settled'; readonly payment: string }
  | { readonly type: 'issue'; readonly document: string }
  | { readonly type: 'collect'; readonly how: CollectionWay }
)
export type Candidate = DeskOfficer & {
  /** Cases that this officer has in hand. */
  readonly open: number
}
