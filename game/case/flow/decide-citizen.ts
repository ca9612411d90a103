import type { CitizenCommand } from './case-command.ts'
import type { CaseEvent } from './case-event.ts'
import { isEnded, type CaseState } from './case-state.ts'
import { releaseAfter } from './decide-desk.ts'
import { accept, refuse, refuseState, type CaseDecision } from './decision.ts'
import { sameForm, sameParts, whyNotResubmit } from './resubmission.ts'

/** What a citizen does with their case after it was sent: SPEC.md, "The citizen's turn". */
export function decideCitizen(state: CaseState, command: CitizenCommand): CaseDecision {
  if (command.citizen !== state.citizen) return refuse('unknown-case')
  return command.type === 'withdraw' ? withdraw(state, command.atMs) : resubmit(state, command)
}

function withdraw(state: CaseState, atMs: number): CaseDecision {
  if (state.state === 'withdrawn') return accept()
  return isEnded(state.state) || state.state === 'decided' ? refuseState(state) : accept({ type: 'withdrawn', atMs })
}

function resubmit(state: CaseState, command: Extract<CitizenCommand, { readonly type: 'resubmit' }>): CaseDecision {
  const { form, papers, fee, atMs } = command
  if (state.state !== 'returned') {
    const isRepeated = state.returns > 0 && sameForm(state.form, form) && sameParts(state.papers, papers)
    return isRepeated ? accept() : refuseState(state)
  }
  const why = whyNotResubmit(state, command)
  if (why !== null) return refuse(why.code, { part: why.part })
  const event: CaseEvent = { type: 'resubmitted', form, papers, fee, atMs }
  return accept(event, ...releaseAfter(state, [event]))
}
