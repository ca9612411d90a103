import type { CaseEvent, Submitted } from './case-event.ts'
import type { CaseState, FeeOfCase, Holder } from './case-state.ts'
import { changedParts } from './resubmission.ts'
import { planOf } from './steps.ts'

/**
 * The case after an event. The events are the truth and the case is what they add up to; every event was decided by `decideCase` on the state before it.
 * @throws TypeError when the first event is not `submitted`
 */
export function applyCaseEvent(state: CaseState | null, event: CaseEvent): CaseState {
  if (event.type === 'submitted') return begin(event, event.atMs)
  if (state === null) throw new TypeError(`the first event of a case must be submitted, got ${event.type}`)
  return { ...state, ...changeOf(state, event), updatedAtMs: event.atMs, revision: state.revision + 1 }
}

/** The case of a stream's events; null while it has none. */
export function caseOf(events: readonly CaseEvent[]): CaseState | null {
  return events.reduce<CaseState | null>(applyCaseEvent, null)
}

function begin(event: Submitted, atMs: number): CaseState {
  const { id, number, region, agency, service, version, steps, citizen, form, papers, contactAtMs, deviceAtMs, receipt, warnings, links } =
    event
  const { fee } = event
  return {
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
    contactAtMs,
    deviceAtMs,
    receipt,
    warnings,
    links,
    fee: feeToPay(fee),
    state: 'submitted',
    stepsDone: 0,
    renewed: [],
    submittedAtMs: atMs,
    pauses: [],
    returned: null,
    returns: 0,
    holder: null,
    verifiers: [],
    escalations: [],
    decided: null,
    rejected: null,
    document: null,
    collected: null,
    updatedAtMs: atMs,
    revision: 1,
  }
}

function changeOf(state: CaseState, event: Exclude<CaseEvent, { type: 'submitted' }>): Partial<CaseState> {
  const { atMs } = event
  switch (event.type) {
    case 'taken':
    case 'assigned':
      return { holder: { officer: event.officer, roles: event.roles, actedAtMs: atMs } }
    case 'released':
      return { holder: null }
    case 'checked':
      return { state: 'checked', stepsDone: planOf(state.steps).checked, holder: acted(state, atMs) }
    case 'accepted':
      return { ...accepted(state, atMs), verifiers: withOne(state.verifiers, event.officer), holder: acted(state, atMs) }
    case 'started':
      return { state: 'in-process', pauses: resumed(state, atMs), holder: acted(state, atMs) }
    case 'step-done':
      return {
        stepsDone: state.stepsDone + 1,
        verifiers: event.role === 'verifier' ? withOne(state.verifiers, event.officer) : state.verifiers,
        holder: acted(state, atMs),
      }
    case 'returned': {
      const { fields, papers, role } = event
      const returned = { fields, papers, role, from: state.state, atMs }
      return { state: 'returned', returned, returns: state.returns + 1, pauses: paused(state, atMs), holder: acted(state, atMs) }
    }
    case 'resubmitted': {
      const fee = feeAfter(state, event.fee)
      const from = state.returned?.from ?? state.state
      return {
        // What costs something now is accepted anew, and waits for its fee as every other does.
        state: from === 'in-process' && fee?.state === 'later' ? 'checked' : from,
        returned: null,
        form: event.form,
        papers: event.papers,
        fee,
        renewed: changedParts(state.papers, event.papers),
        pauses: resumed(state, atMs),
        holder: acted(state, atMs),
      }
    }
    case 'escalated': {
      const { step, to, basis } = event
      return { escalations: [...state.escalations, { step, to, basis, atMs }] }
    }
    case 'decided': {
      const { text, officer } = event
      return { state: 'decided', stepsDone: planOf(state.steps).decidedUntil, decided: { text, officer, atMs }, holder: null }
    }
    case 'rejected':
      return { state: 'rejected', rejected: { reason: event.reason, appeal: event.appeal }, holder: null }
    case 'withdrawn':
      return { state: 'withdrawn', returned: null, pauses: resumed(state, atMs), holder: null }
    case 'issued':
      return { state: 'issued', document: event.document }
    case 'collected':
      return { state: 'collected', stepsDone: state.steps.length, collected: { how: event.how, atMs } }
    case 'linked':
      return { links: [...state.links, event.link] }
    case 'fee-opened':
      return state.fee === null ? {} : { fee: { ...state.fee, payment: event.payment } }
    case 'fee-settled':
      return state.fee === null ? {} : { fee: { ...state.fee, state: 'settled', payment: event.payment } }
  }
}

/** What costs nothing, or no fixed amount, is not waited for. */
function feeToPay(fee: FeeOfCase | null): CaseState['fee'] {
  return fee === null ? null : { ...fee, state: fee.rupiah === null || fee.rupiah === 0 ? 'none' : 'later', payment: null }
}

/** The fee after a correction: what was asked for or paid stands. */
function feeAfter({ fee }: CaseState, corrected: FeeOfCase | null): CaseState['fee'] {
  return fee !== null && (fee.state === 'due' || fee.state === 'settled') ? fee : feeToPay(corrected)
}

function accepted(state: CaseState, atMs: number): Partial<CaseState> {
  if (state.fee?.state !== 'later') return { state: 'accepted' }
  return { state: 'accepted', fee: { ...state.fee, state: 'due' }, pauses: paused(state, atMs) }
}

const paused = (state: CaseState, fromMs: number): CaseState['pauses'] => [...state.pauses, { fromMs, untilMs: null }]

function resumed({ pauses }: CaseState, untilMs: number): CaseState['pauses'] {
  return pauses.map((pause) => (pause.untilMs === null ? { ...pause, untilMs } : pause))
}

/** The holder's silence begins anew. */
function acted({ holder }: CaseState, atMs: number): Holder | null {
  return holder === null ? null : { ...holder, actedAtMs: atMs }
}

const withOne = (list: readonly string[], one: string): readonly string[] => (list.includes(one) ? list : [...list, one])
