import {
  closingOf,
  dueMs,
  isEnded,
  nextEscalation,
  promisedDay,
  rolesInTurn,
  stepInHand,
  turnOf,
  type CaseRole,
  type CaseState,
  type Turn,
  type WorkCalendar,
} from '../../game/case/index.ts'
import type { RecordRow } from '../store/index.ts'
import type { CaseSummary } from './case-port.ts'

export const caseKind = 'case'
export const numberKind = 'case-number'

/** What a list needs of a case, kept as the data of its row. */
export type CaseRowData = {
  readonly number: string
  readonly service: string
  readonly version: number
  readonly step: string | null
  readonly turn: Turn
  /** Who may act now. */
  readonly roles: readonly CaseRole[]
  readonly verifiers: readonly string[]
  readonly holder: string | null
  readonly promisedOn: string | null
  /** When the step in hand is due. */
  readonly stepDueMs: number | null
  readonly promisedMs: number | null
  readonly escalatedTo: CaseRole | null
  readonly hasWarnings: boolean
  readonly returns: number
}
export type CaseRow = Omit<RecordRow, 'data'> & { readonly data: CaseRowData }

/** `dueMs` of the row is when something has to happen by itself: an escalation, a document to issue, a fee to ask for. */
export function caseRow(state: CaseState, calendar: WorkCalendar): CaseRow {
  const { id, region, citizen, agency, submittedAtMs, updatedAtMs } = state
  return {
    kind: caseKind,
    id,
    region,
    owner: citizen,
    desk: agency,
    state: state.state,
    dueMs: nextMs(state, calendar),
    createdAtMs: submittedAtMs,
    updatedAtMs,
    data: rowData(state, calendar),
  }
}

export function numberRow(of: Pick<CaseState, 'id' | 'number' | 'region' | 'citizen' | 'agency' | 'submittedAtMs'>): RecordRow {
  const { id, number, region, citizen, agency, submittedAtMs } = of
  const data = { case: id }
  return {
    kind: numberKind,
    id: number,
    region,
    owner: citizen,
    desk: agency,
    state: '',
    dueMs: null,
    createdAtMs: submittedAtMs,
    updatedAtMs: submittedAtMs,
    data,
  }
}

function nextMs(state: CaseState, calendar: WorkCalendar): number | null {
  if (state.state === 'decided') return state.updatedAtMs
  if (state.state === 'accepted' && state.fee?.payment === null) return state.updatedAtMs
  return nextEscalation(state, calendar)?.atMs ?? null
}

function rowData(state: CaseState, calendar: WorkCalendar): CaseRowData {
  const promisedOn = promisedDay(state, calendar)
  const step = stepInHand(state)
  return {
    number: state.number,
    service: state.service,
    version: state.version,
    step: stepOf(state),
    turn: turnOf(state),
    roles: rolesInTurn(state),
    verifiers: state.verifiers,
    holder: state.holder?.officer ?? null,
    promisedOn,
    stepDueMs: dueMs(state, calendar),
    promisedMs: promisedOn === null || isEnded(state.state) ? null : closingOf(calendar, promisedOn),
    escalatedTo: state.escalations.filter((one) => one.step === step).at(-1)?.to ?? null,
    hasWarnings: state.warnings.length > 0,
    returns: state.returns,
  }
}

/** The slug of the step in hand; null before it is accepted and after its end. */
export function stepOf(state: CaseState): string | null {
  const step = state.state === 'in-process' ? stepInHand(state) : null
  return step === null ? null : state.steps[step].slug
}

export function summaryOf(row: RecordRow): CaseSummary {
  const { number, service, version, step, promisedOn, holder } = (row as CaseRow).data
  const { id, region, desk: agency, owner: citizen, createdAtMs: submittedAtMs } = row
  const state = row.state as CaseSummary['state']
  return { id, number, region, agency, service, version, citizen, state, step, submittedAtMs, promisedOn, holder }
}
