import type { CaseCommand, SubmitCommand } from './case-command.ts'
import type { CaseState } from './case-state.ts'
import { accept, refuse, type CaseDecision } from './decision.ts'
import { decideCitizen } from './decide-citizen.ts'
import { decideDesk } from './decide-desk.ts'
import { decideSystem } from './decide-system.ts'
import { duplicatesOf } from './duplicates.ts'
import { sameForm, sameParts } from './resubmission.ts'

/**
 * Decides a command by the rules of SPEC.md. Never changes the state: store the events first, then hand each to `applyCaseEvent`. No events: there is nothing to do.
 * @param state null: the case has not been submitted
 * @throws TypeError for a caller's mistake: a standard without steps, a draw outside 0 to 1
 */
export function decideCase(state: CaseState | null, command: CaseCommand): CaseDecision {
  if (command.type === 'submit') return submit(state, command)
  if (state === null) return refuse('unknown-case')
  switch (command.type) {
    case 'resubmit':
    case 'withdraw':
      return decideCitizen(state, command)
    case 'assign':
    case 'escalate-overdue':
    case 'fee-opened':
    case 'fee-settled':
    case 'issue':
    case 'collect':
      return decideSystem(state, command)
    default:
      return decideDesk(state, command)
  }
}

const hourMs = 3_600_000

function submit(state: CaseState | null, command: SubmitCommand): CaseDecision {
  if (command.steps.length === 0) throw new TypeError(`the standard of ${command.service} must have at least one step`)
  if (state !== null) return repeat(state, command)
  const { id, number, region, agency, service, version, steps, citizen, form, papers, fee, contact, ticket, others, policy, atMs } = command
  const sinceMs = contact === null ? Number.NaN : atMs - contact.serverAtMs
  const counts = contact !== null && contact.isSame && sinceMs >= 0 && sinceMs <= policy.claimHours * hourMs
  return accept({
    type: 'submitted',
    id,
    number,
    region,
    agency,
    service,
    version,
    steps,
    citizen,
    form,
    papers,
    fee,
    contactAtMs: counts ? contact.serverAtMs : atMs,
    deviceAtMs: contact?.deviceAtMs ?? null,
    receipt: contact?.signature ?? null,
    links: ticket === null ? [] : [{ type: 'ticket', id: ticket }],
    warnings: duplicatesOf(others, service, atMs, policy.duplicateDays),
    atMs,
  })
}

/** The same again is answered as it stands; the answer to the first sending may have been lost on the way. */
function repeat(state: CaseState, command: SubmitCommand): CaseDecision {
  if (state.citizen !== command.citizen) return refuse('unknown-case')
  const isSame =
    state.returns > 0 ||
    (state.service === command.service && sameForm(state.form, command.form) && sameParts(state.papers, command.papers))
  return isSame ? accept() : refuse('already-submitted', { number: state.number })
}
