import type { CaseRole } from '../standard/standard.ts'
import { isEnded, type CaseState } from './case-state.ts'
import { turnOf } from './roles.ts'
import { stepInHand } from './steps.ts'
import { addWorkingDays, closingOf, dayAt, firstWorkingDay, workingDaysBetween, type WorkCalendar } from './working-days.ts'

/** Whether the promise rests: it is the citizen's turn. */
export function isPaused(state: CaseState): boolean {
  return state.pauses.at(-1)?.untilMs === null
}

/** The promised day, YYYY-MM-DD; null while the promise rests. At its end it stays what it was. */
export function promisedDay(state: CaseState, calendar: WorkCalendar): string | null {
  return isPaused(state) ? null : dueDay(state, calendar, state.steps.length - 1)
}

/** The last day on which a step is in time: the days of all steps up to it, and those of the pauses. */
export function dueDay(state: CaseState, calendar: WorkCalendar, step: number): string {
  const promised = state.steps.slice(0, step + 1).reduce((sum, { workingDays }) => sum + workingDays, 0)
  return addWorkingDays(calendar, firstWorkingDay(calendar, state.contactAtMs), promised + pausedDays(state, calendar))
}

/** When the step in hand is due; null when nobody of the office works on it. */
export function dueMs(state: CaseState, calendar: WorkCalendar): number | null {
  const step = stepInHand(state)
  return step === null ? null : closingOf(calendar, dueDay(state, calendar, step))
}

/** Whether the promised day is over and the case is not. */
export function isLate(state: CaseState, calendar: WorkCalendar, atMs: number): boolean {
  const day = promisedDay(state, calendar)
  return !isEnded(state.state) && day !== null && atMs > closingOf(calendar, day)
}

/** The role after this one: who hears of an overdue step. Above the approver there are the other approvers. */
export const roleAfter: Readonly<Record<CaseRole, CaseRole>> = { front: 'verifier', verifier: 'approver', approver: 'approver' }

/**
 * To whom the step in hand is escalated next by itself, and when: at its due time, and then a working day later to the role after that. null: it is with the
 * last one, or nobody of the office works on it.
 */
export function nextEscalation(state: CaseState, calendar: WorkCalendar): { readonly to: CaseRole; readonly atMs: number } | null {
  const turn = turnOf(state)
  const step = stepInHand(state)
  if (step === null || turn === null || turn === 'citizen' || turn === 'system') return null
  const before = state.escalations.filter((one) => one.step === step)
  const top = before.at(-1)?.to ?? turn
  if (before.length > 0 && top === 'approver') return null
  const overdue = before.filter((one) => one.basis === 'overdue').length
  return { to: roleAfter[top], atMs: closingOf(calendar, addWorkingDays(calendar, dueDay(state, calendar, step), overdue)) }
}

/** Working days of the pauses that are over: of each, those after its first day. */
function pausedDays(state: CaseState, calendar: WorkCalendar): number {
  return state.pauses.reduce(
    (sum, { fromMs, untilMs }) =>
      untilMs === null ? sum : sum + workingDaysBetween(calendar, dayAt(calendar, fromMs), dayAt(calendar, untilMs)),
    0,
  )
}
