import {
  checkForm,
  rehearse,
  requirementsFor,
  type FieldError,
  type Form,
  type Requirement,
  type ServiceStandard,
} from '../../../../case/index.ts'
import type { Draft, KeptPaper } from './draft.ts'

/** What stands in the way of sending. `step` is where it is put right: a field's own screen, or the papers. */
export type Lack =
  | { readonly kind: 'field'; readonly error: FieldError }
  | { readonly kind: 'paper'; readonly requirement: Requirement; readonly state: 'missing' | 'date-missing' | 'expires' | 'not-agreed' }

/** Everything that is wanting, in the order of the form, then of the papers. Empty: it can be sent. */
export function lacking(
  draft: Draft,
  standard: Pick<ServiceStandard, 'requirements'> & { readonly form: Form },
  facts: { readonly papers: readonly KeptPaper[]; readonly today: string; readonly promisedDay: string },
): readonly Lack[] {
  const check = checkForm(standard.form, draft.answers, { day: facts.today })
  const fields = check.errors.map((error): Lack => ({ kind: 'field', error }))
  const papers = requirementsFor(standard, check.answers).flatMap((requirement): Lack[] => {
    const state = paperState(draft, requirement, facts)
    return state === 'ready' || state === 'optional' ? [] : [{ kind: 'paper', requirement, state }]
  })
  return [...fields, ...papers]
}

export type PaperState = 'ready' | 'optional' | 'missing' | 'date-missing' | 'expires' | 'not-agreed'

/** Where one requirement stands: the same judgement as the rehearsal's, for the very paper that was chosen. */
export function paperState(
  draft: Draft,
  requirement: Requirement,
  facts: { readonly papers: readonly KeptPaper[]; readonly promisedDay: string },
): PaperState {
  const attached = draft.papers[requirement.slug]
  const paper = facts.papers.find((row) => row.id === attached?.paper)
  const { state } = rehearse(
    { requirements: [{ ...requirement, when: undefined }] },
    {},
    paper ? [{ ...paper, kind: requirement.paper }] : [],
    facts.promisedDay,
  ).rows[0]
  return state === 'ready' && !attached.isAgreed ? 'not-agreed' : state
}

/** Papers that may be offered for a requirement: of its kind, and of the same person. The newest first. */
export function offers(requirement: Requirement, papers: readonly KeptPaper[]): readonly KeptPaper[] {
  const of = requirement.of?.id ?? null
  return papers
    .filter((paper) => paper.kind === requirement.paper && paper.of === of && (paper.isHere || paper.vaultId !== null))
    .toSorted((a, b) => b.takenAtMs - a.takenAtMs)
}
