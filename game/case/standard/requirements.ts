import { holds, type Answers } from './condition.ts'
import type { Requirement, ServiceStandard } from './standard.ts'

/**
 * The papers that are asked for with these answers, in the standard's order; optional ones are among them.
 * @param answers those that count: of the fields that are asked
 */
export function requirementsFor(standard: Pick<ServiceStandard, 'requirements'>, answers: Answers): readonly Requirement[] {
  return standard.requirements.filter((requirement) => holds(requirement.when, answers))
}

/** The promised time: working days from the acceptance on, all steps together. 0: the same day. */
export function promisedWorkingDays(standard: Pick<ServiceStandard, 'steps'>): number {
  return standard.steps.reduce((sum, step) => sum + step.workingDays, 0)
}
