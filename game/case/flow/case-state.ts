import type { CaseRole } from '../standard/standard.ts'
import type { CaseStateName, CollectionWay } from './case-names.ts'

/** Instants are milliseconds since 1970 (UTC). Of a person there are ids, hashes and paper ids only; officers' words are in here as long as they are in the hand of a program. */
export type CaseState = {
  readonly id: string
  readonly number: string
  readonly region: string
  readonly agency: string
  readonly service: string
  /** The standard under which it was submitted: its steps are kept, so that a new standard changes nothing here. */
  readonly version: number
  readonly steps: readonly CaseStep[]
  readonly citizen: string
  readonly state: CaseStateName
  readonly stepsDone: number
  readonly form: FilledForm
  /** Paper id by slug of the requirement. */
  readonly papers: Readonly<Record<string, string>>
  /** Requirements whose paper was sent anew at the latest resubmission. */
  readonly renewed: readonly string[]
  readonly submittedAtMs: number
  /** From when the promise runs. */
  readonly contactAtMs: number
  /** What the device's clock said; null without a receipt. */
  readonly deviceAtMs: number | null
  readonly receipt: string | null
  readonly fee: (FeeOfCase & { readonly state: 'none' | 'later' | 'due' | 'settled'; readonly payment: string | null }) | null
  /** When the promise rested; the last one may still run. */
  readonly pauses: readonly { readonly fromMs: number; readonly untilMs: number | null }[]
  readonly returned: Returned | null
  readonly returns: number
  readonly holder: Holder | null
  /** Officers who accepted it or did a verifier's step: they decide nothing here. */
  readonly verifiers: readonly string[]
  readonly escalations: readonly Escalation[]
  readonly decided: { readonly text: CaseText; readonly officer: string; readonly atMs: number } | null
  readonly rejected: { readonly reason: string; readonly appeal: string } | null
  readonly document: string | null
  readonly collected: { readonly how: CollectionWay; readonly atMs: number } | null
  readonly links: readonly Link[]
  readonly warnings: readonly Warning[]
  readonly updatedAtMs: number
  /** How many events it has. */
  readonly revision: number
}
export type CaseStep = { readonly slug: string; readonly role: CaseRole; readonly workingDays: number }
/** A filled form: its answers lie in a paper of the vault; what is here tells whether a field was changed, and nothing else. */
export type FilledForm = {
  /** null: the service has no form. */
  readonly paper: string | null
  /** By field: a keyed hash of the answer. */
  readonly hashes: Readonly<Record<string, string>>
}
export type FeeOfCase = {
  /** Slug of the item or exemption. */
  readonly tariff: string
  /** null: not a fixed amount, and not paid here. */
  readonly rupiah: number | null
  readonly basis: string
}
export type Holder = {
  readonly officer: string
  readonly roles: readonly CaseRole[]
  /** When they took it or last did something with it. */
  readonly actedAtMs: number
}
export type Returned = ReturnMarks & {
  readonly role: CaseRole
  readonly from: CaseStateName
  readonly atMs: number
}
export type ReturnMarks = {
  readonly fields: readonly { readonly field: string; readonly sentence: string }[]
  readonly papers: readonly { readonly requirement: string; readonly sentence: string; readonly mark: Mark | null }[]
}
/** A rectangle on a page of a paper, in fractions of it, 0 to 1. */
export type Mark = {
  readonly paper: string
  readonly page: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
export type Escalation = { readonly step: number; readonly to: CaseRole; readonly basis: 'overdue' | 'officer'; readonly atMs: number }
/** What is written on the document. */
export type CaseText = { readonly title: string; readonly lines: readonly { readonly label: string; readonly text: string }[] }
export type Link = { readonly type: 'ticket' | 'contact'; readonly id: string }
export type Warning = { readonly type: 'duplicate'; readonly case: string; readonly number: string; readonly state: CaseStateName }

/** Nothing more happens to these by an officer or the citizen. */
const ended: ReadonlySet<CaseStateName> = new Set(['rejected', 'issued', 'collected', 'withdrawn'])
export const isEnded = (state: CaseStateName): boolean => ended.has(state)
