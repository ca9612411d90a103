import type { CaseStateName, CollectionWay } from '../../game/case/index.ts'
import type { CitizenRow, OfficerRow } from '../store/index.ts'

export type { CaseStateName } from '../../game/case/index.ts'

/** Where a case stands, for other services: no answers, no papers' contents. The whole state is the domain's (`game/case/flow`). */
export type CaseSummary = {
  readonly id: string
  /** For people, to say on the telephone: `K-7QF3-2M`. */
  readonly number: string
  readonly region: string
  readonly agency: string
  readonly service: string
  /** The version of the standard that holds for it. */
  readonly version: number
  readonly citizen: string
  readonly state: CaseStateName
  /** The step of the standard in hand; null before it is accepted and after its end. */
  readonly step: string | null
  readonly submittedAtMs: number
  /** The promised day, YYYY-MM-DD; null while it is the citizen's turn. */
  readonly promisedOn: string | null
  readonly holder: string | null
}

/** What other services may ask and tell. */
export interface CaseDirectory {
  find(id: string): Promise<CaseSummary | null>
  ofCitizen(citizen: CitizenRow['id']): Promise<CaseSummary[]>
  /** Whether this officer works on this case now, by agency, region, role and assignment. */
  mayWork(officer: OfficerRow, caseId: string): Promise<boolean>
  /** The product was handed over or printed. The second time nothing happens. */
  collected(id: string, how: CollectionWay): Promise<void>
  /** In the citizen's name, also when they withdraw their consent. The second time nothing happens. @throws unknown-case, case-state */
  withdraw(citizen: CitizenRow['id'], id: string): Promise<CaseSummary>
  /** Papers that cases of this citizen use or used, with the cases: none of them may be erased while its case runs. */
  papersOf(citizen: CitizenRow['id']): Promise<readonly { readonly paper: string; readonly case: string; readonly isEnded: boolean }[]>
  /** Told after each event is on the disk. Returns how to stop listening. */
  onChange(listener: (change: { readonly summary: CaseSummary; readonly event: string }) => void): () => void
}
