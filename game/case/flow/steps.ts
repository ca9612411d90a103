import type { CaseState, CaseStep } from './case-state.ts'

/**
 * How the steps of a standard lie in the flow: the front's first ones are done by checking, the approver's last run by deciding, what comes after that run
 * (the handing over) by collecting. Those between are done one by one.
 */
export type StepPlan = {
  /** How many steps checking does. */
  readonly checked: number
  /** The first step that deciding does, and the first that it does not. */
  readonly decidedFrom: number
  readonly decidedUntil: number
}

/** Without a step of an approver, deciding follows the last step. */
export function planOf(steps: readonly CaseStep[]): StepPlan {
  const last = steps.findLastIndex(({ role }) => role === 'approver')
  const decidedUntil = last === -1 ? steps.length : last + 1
  let decidedFrom = decidedUntil
  while (last !== -1 && decidedFrom > 0 && steps[decidedFrom - 1].role === 'approver') decidedFrom--
  const firstOther = steps.findIndex(({ role }) => role !== 'front')
  const checked = Math.min(firstOther === -1 ? steps.length : firstOther, decidedFrom)
  return { checked, decidedFrom, decidedUntil }
}

/** Whether a step has to be done before the decision. */
export function hasOpenSteps(state: Pick<CaseState, 'steps' | 'stepsDone'>): boolean {
  return state.stepsDone < planOf(state.steps).decidedFrom
}

/** The index of the step that is worked on; null when nobody of the office works on it. */
export function stepInHand(state: Pick<CaseState, 'steps' | 'stepsDone' | 'state'>): number | null {
  const { checked, decidedUntil } = planOf(state.steps)
  const last = state.steps.length - 1
  switch (state.state) {
    case 'submitted':
      return Math.max(checked - 1, 0)
    case 'checked':
      return Math.min(state.stepsDone, last)
    case 'in-process':
      return hasOpenSteps(state) ? state.stepsDone : Math.min(decidedUntil, state.steps.length) - 1
    default:
      return null
  }
}
