import type { CaseRole } from '../standard/standard.ts'
import type { CollectionWay } from './case-names.ts'
import type { CaseState, CaseText, Escalation, FeeOfCase, FilledForm, Link, ReturnMarks } from './case-state.ts'

/** What happened to a case. Plain data; `atMs` is milliseconds since 1970. */
export type CaseEvent = { readonly atMs: number } & (
  | ({ readonly type: 'submitted' } & Submitted)
  | {
      readonly type: 'resubmitted'
      readonly form: FilledForm
      readonly papers: Readonly<Record<string, string>>
      readonly fee: FeeOfCase | null
    }
  | { readonly type: 'withdrawn' }
  | {
      readonly type: 'taken'
      readonly officer: string
      readonly roles: readonly CaseRole[]
      /** As what it was taken. */
      readonly role: CaseRole
      readonly basis: 'free' | 'silent' | 'escalated'
    }
  | {
      readonly type: 'assigned'
      readonly officer: string
      readonly roles: readonly CaseRole[]
      readonly role: CaseRole
      /** Who could have been drawn, and how many cases each had in hand: with `draw` anybody can repeat it. */
      readonly among: readonly { readonly officer: string; readonly open: number }[]
      readonly draw: number
    }
  | { readonly type: 'released'; readonly officer: string; readonly why: 'own' | 'handed-on' }
  | { readonly type: 'checked' | 'accepted'; readonly officer: string }
  | { readonly type: 'started' }
  | ({ readonly type: 'returned'; readonly officer: string; readonly role: CaseRole } & ReturnMarks)
  | { readonly type: 'step-done'; readonly officer: string; readonly role: CaseRole; readonly step: string }
  | { readonly type: 'decided'; readonly officer: string; readonly text: CaseText }
  | { readonly type: 'rejected'; readonly officer: string; readonly reason: string; readonly appeal: string }
  | ({ readonly type: 'escalated'; readonly reason: string; readonly officer: string | null } & Pick<Escalation, 'step' | 'to' | 'basis'>)
  | { readonly type: 'linked'; readonly link: Link; readonly officer: string | null }
  | { readonly type: 'fee-opened' | 'fee-settled'; readonly payment: string }
  | { readonly type: 'issued'; readonly document: string }
  | { readonly type: 'collected'; readonly how: CollectionWay }
)

export type Submitted = Pick<
  CaseState,
  | 'id'
  | 'number'
  | 'region'
  | 'agency'
  | 'service'
  | 'version'
  | 'steps'
  | 'citizen'
  | 'form'
  | 'papers'
  | 'contactAtMs'
  | 'deviceAtMs'
  | 'receipt'
  | 'warnings'
> & {
  readonly fee: FeeOfCase | null
  readonly links: readonly Link[]
}
