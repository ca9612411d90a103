export {
  caseActions,
  caseStates,
  collectionWays,
  type CaseAction,
  type CaseStateName,
  type CollectionWay,
} from './case-names.ts'
export { actionsOf } from './actions.ts'
export { applyCaseEvent, caseOf } from './apply-case-event.ts'
export type { CaseCommand, Candidate, Contact, DeskCommand, DeskOfficer, SubmitCommand } from './case-command.ts'
export { caseErrors, type CaseErrorCode } from './case-errors.ts'
export type { CaseEvent } from './case-event.ts'
export { makeCaseNumber, readCaseNumber } from './case-number.ts'
export { defaultCasePolicy, type CasePolicy } from './case-policy.ts'
export { isEnded, type CaseState, type CaseText, type FeeOfCase, type FilledForm, type Mark, type ReturnMarks } from './case-state.ts'
export { dueDay, dueMs, isLate, isPaused, nextEscalation, promisedDay } from './clock.ts'
export { decideCase } from './decide-case.ts'
export type { CaseDecision } from './decision.ts'
export { duplicatesOf, type CaseBrief } from './duplicates.ts'
export { keepsPlace } from './exemption-place.ts'
export { historyWords } from './history-words.ts'
export { caseManifestText, caseReceiptText, type CaseManifest } from './manifest.ts'
export { mayWork, roleActions, rolesInTurn, turnOf, type Turn } from './roles.ts'
export { planOf, stepInHand } from './steps.ts'
export {
  addWorkingDays,
  closingOf,
  dayAt,
  firstWorkingDay,
  isWorkingDay,
  subtractWorkingDays,
  workingDaysBetween,
  workingMsBetween,
  type WorkCalendar,
} from './working-days.ts'
