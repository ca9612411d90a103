import type { Answers } from './condition.ts'
import { requirementsFor } from './requirements.ts'
import type { Requirement, ServiceStandard } from './standard.ts'

/** A paper that somebody has on their device or in the vault. */
export type HeldPaper = {
  readonly id: string
  /** As in `Requirement.paper`. */
  readonly kind: string
  /** YYYY-MM-DD, the last day on which it holds; null: it does not end, or nobody said. */
  readonly expiresOn: string | null
}

/**
 * `ready`: there and good until the promised day. `date-missing`: there, but the day on which it ends was not said. `expires`: there, but it ends before
 * the promised day. `missing`: not there. `optional`: not there, and not needed.
 */
export type RehearsalState = 'ready' | 'date-missing' | 'expires' | 'missing' | 'optional'
export type RehearsalRow = {
  readonly requirement: Requirement
  readonly state: RehearsalState
  /** The paper that would be handed in; null when there is none. */
  readonly paper: HeldPaper | null
}
export type Rehearsal = {
  /** In the order of the standard. */
  readonly rows: readonly RehearsalRow[]
  /** Nothing that is needed is wanting. */
  readonly isReady: boolean
}

/**
 * What would happen if the case were submitted now.
 * @param papersHeld any number of each kind; the one that holds longest is chosen, and none for two requirements
 * @param promisedDay YYYY-MM-DD: the day until which papers have to hold
 */
export function rehearse(
  standard: Pick<ServiceStandard, 'requirements'>,
  answers: Answers,
  papersHeld: readonly HeldPaper[],
  promisedDay: string,
): Rehearsal {
  const left = [...papersHeld]
  const rows = requirementsFor(standard, answers).map((requirement): RehearsalRow => {
    const paper = takeBest(left, requirement)
    const state = paper === null ? (requirement.isOptional ? 'optional' : 'missing') : stateOf(requirement, paper, promisedDay)
    return { requirement, state, paper }
  })
  return { rows, isReady: rows.every(({ state, requirement }) => state === 'ready' || requirement.isOptional === true) }
}

function stateOf({ hasExpiry }: Requirement, { expiresOn }: HeldPaper, promisedDay: string): RehearsalState {
  if (expiresOn !== null && expiresOn < promisedDay) return 'expires'
  return hasExpiry && expiresOn === null ? 'date-missing' : 'ready'
}

function takeBest(left: HeldPaper[], { paper: kind, hasExpiry }: Requirement): HeldPaper | null {
  let best = -1
  for (const [index, paper] of left.entries()) {
    if (paper.kind === kind && (best < 0 || lastDay(paper, hasExpiry) > lastDay(left[best], hasExpiry))) best = index
  }
  return best < 0 ? null : left.splice(best, 1)[0]
}

/** Where an end is asked for, a paper without one is worth less than any with one; elsewhere it never ends. */
function lastDay({ expiresOn }: HeldPaper, hasExpiry: boolean | undefined): string {
  return expiresOn ?? (hasExpiry ? '' : '9999-12-31')
}
