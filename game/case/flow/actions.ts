import { caseActions, type CaseAction } from './case-names.ts'
import type { DeskCommand, DeskOfficer } from './case-command.ts'
import type { CasePolicy } from './case-policy.ts'
import type { CaseState } from './case-state.ts'
import { decideDesk } from './decide-desk.ts'
import type { WorkCalendar } from './working-days.ts'

/** What an officer may do with a case now: what would not be refused if it were said in full. */
export function actionsOf(
  state: CaseState,
  by: DeskOfficer,
  at: { readonly calendar: WorkCalendar; readonly policy: CasePolicy; readonly atMs: number },
): CaseAction[] {
  const base = { by, seen: null, policy: at.policy, atMs: at.atMs }
  const commands: Readonly<Record<CaseAction, DeskCommand>> = {
    take: { type: 'take', calendar: at.calendar, ...base },
    release: { type: 'release', ...base },
    check: { type: 'check', ...base },
    return: { type: 'return', fields: [{ field: said, sentence: said }], papers: [], ...base },
    accept: { type: 'accept', ...base },
    step: { type: 'step', ...base },
    decide: { type: 'decide', text: { title: said, lines: [{ label: said, text: said }] }, ...base },
    reject: { type: 'reject', reason: said, appeal: said, ...base },
    link: { type: 'link', link: { type: 'contact', id: said }, ...base },
    escalate: { type: 'escalate', reason: said, ...base },
  }
  const isMine = state.holder?.officer === by.officer
  // Taking what one has is no refusal, and nothing to do either.
  return caseActions.filter((action) => !(action === 'take' && isMine) && decideDesk(state, commands[action]).ok)
}
const said = '…'
