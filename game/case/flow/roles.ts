import type { CaseRole } from '../standard/standard.ts'
import type { CaseAction } from './case-names.ts'
import type { CaseState } from './case-state.ts'
import { hasOpenSteps, stepInHand } from './steps.ts'

/** Whose task each action is. `step` belongs to the role of the step; what is empty belongs to whoever has the case in hand. */
export const roleActions: Readonly<Record<CaseRole, readonly CaseAction[]>> = {
  front: ['take', 'release', 'check', 'return', 'step', 'link', 'escalate'],
  verifier: ['take', 'release', 'accept', 'return', 'step', 'link', 'escalate'],
  approver: ['take', 'release', 'return', 'step', 'decide', 'reject', 'link', 'escalate'],
}

/** Whose turn it is; null: nobody's, it is at its end. */
export type Turn = CaseRole | 'citizen' | 'system' | null
export function turnOf(state: CaseState): Turn {
  switch (state.state) {
    case 'submitted':
      return 'front'
    case 'checked':
      return 'verifier'
    case 'returned':
    // Accepted and not begun: the fee is still to be paid.
    case 'accepted':
      return 'citizen'
    case 'in-process':
      return hasOpenSteps(state) ? state.steps[state.stepsDone].role : 'approver'
    case 'decided':
      return 'system'
    default:
      return null
  }
}

/** The roles that may act now: whose turn it is, and those to whom the step in hand was escalated. */
export function rolesInTurn(state: CaseState): readonly CaseRole[] {
  const turn = turnOf(state)
  if (turn === null || turn === 'citizen' || turn === 'system') return []
  // Above the approver are other approvers: what was escalated on the way here opens no decision to anybody else.
  if (turn === 'approver') return [turn]
  const step = stepInHand(state)
  const escalated = state.escalations.filter((one) => one.step === step).map((one) => one.to)
  return [...new Set([turn, ...escalated])]
}

/** Whether somebody with these roles may work on the case now. Four eyes: where only the approver is asked for, not who verified. */
export function mayWork(state: CaseState, officer: string, roles: readonly CaseRole[]): boolean {
  const fitting = rolesInTurn(state).filter((role) => roles.includes(role))
  if (state.verifiers.includes(officer)) return fitting.some((role) => role !== 'approver')
  return fitting.length > 0
}
