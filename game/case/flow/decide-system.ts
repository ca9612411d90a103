import { drawOfficer } from './assignment.ts'
import type { SystemCommand } from './case-command.ts'
import type { CaseEvent } from './case-event.ts'
import type { CaseState } from './case-state.ts'
import { nextEscalation } from './clock.ts'
import { releaseAfter } from './decide-desk.ts'
import { accept, refuseState, type CaseDecision } from './decision.ts'
import { mayWork, rolesInTurn } from './roles.ts'
import { stepInHand } from './steps.ts'

type Of<Type extends SystemCommand['type']> = Extract<SystemCommand, { readonly type: Type }>

/** What happens to a case by itself, or by another service. Each may be told again: the second time nothing happens. */
export function decideSystem(state: CaseState, command: SystemCommand): CaseDecision {
  switch (command.type) {
    case 'assign':
      return assign(state, command)
    case 'escalate-overdue':
      return escalateOverdue(state, command)
    case 'fee-opened':
      return openFee(state, command)
    case 'fee-settled':
      return settleFee(state, command)
    case 'issue':
      return issue(state, command)
    case 'collect':
      if (state.state === 'collected') return accept()
      return state.state === 'issued' ? accept({ type: 'collected', how: command.how, atMs: command.atMs }) : refuseState(state)
  }
}

function assign(state: CaseState, { candidates, draw, atMs }: Of<'assign'>): CaseDecision {
  if (state.holder !== null) return accept()
  const able = candidates.filter(({ officer, roles }) => mayWork(state, officer, roles))
  const drawn = drawOfficer(able, draw)
  if (drawn === null) return accept()
  const { officer, roles } = drawn
  const role = rolesInTurn(state).find((one) => roles.includes(one)) ?? roles[0]
  const among = able.map((one) => ({ officer: one.officer, open: one.open }))
  return accept({ type: 'assigned', officer, roles, role, among, draw, atMs })
}

function escalateOverdue(state: CaseState, { calendar, atMs }: Of<'escalate-overdue'>): CaseDecision {
  const next = nextEscalation(state, calendar)
  if (next === null || atMs <= next.atMs) return accept()
  return accept({ type: 'escalated', step: stepInHand(state) ?? 0, to: next.to, basis: 'overdue', reason: '', officer: null, atMs })
}

function openFee(state: CaseState, { payment, atMs }: Of<'fee-opened'>): CaseDecision {
  if (state.fee === null) return refuseState(state)
  return state.fee.payment === payment ? accept() : accept({ type: 'fee-opened', payment, atMs })
}

function settleFee(state: CaseState, { payment, atMs }: Of<'fee-settled'>): CaseDecision {
  if (state.fee === null) return refuseState(state)
  if (state.fee.state === 'settled' || state.fee.state === 'none') return accept()
  const settled: CaseEvent = { type: 'fee-settled', payment, atMs }
  if (state.state !== 'accepted') return accept(settled)
  const events: CaseEvent[] = [settled, { type: 'started', atMs }]
  return accept(...events, ...releaseAfter(state, events))
}

function issue(state: CaseState, { document, atMs }: Of<'issue'>): CaseDecision {
  if (state.state === 'decided') return accept({ type: 'issued', document, atMs })
  return state.document === document ? accept() : refuseState(state)
}
