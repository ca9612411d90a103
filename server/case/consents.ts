import type { CaseConsent } from '../../game/api/index.ts'
import type { RecordRow } from '../store/index.ts'

export const consentKind = 'consent'

/** What the citizen agreed to with a submission, one row for the form and one for each paper: who, to what, in which words, when, and how. */
export function consentRows(of: {
  readonly case: string
  readonly region: string
  readonly agency: string
  readonly service: string
  readonly citizen: string
  readonly consent: CaseConsent
  /** Those that the case uses; a tick for another is nothing. */
  readonly papers: Iterable<string>
  readonly atMs: number
}): RecordRow[] {
  const { region, agency, service, citizen, consent, atMs } = of
  const rowOf = (paper: string | null): RecordRow => ({
    kind: consentKind,
    id: `${of.case}/${paper ?? 'form'}`,
    region,
    owner: citizen,
    desk: agency,
    state: 'given',
    dueMs: null,
    createdAtMs: atMs,
    updatedAtMs: atMs,
    data: { purpose: 'case', case: of.case, service, paper, text: consent.text, how: 'form' },
  })
  return [rowOf(null), ...[...of.papers].map(rowOf)]
}
