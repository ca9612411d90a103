import type {
  CaseDocument,
  CaseFee,
  CaseHistoryLine,
  CaseReturn,
  CaseView,
  OfficerCasePaper,
  OfficerCaseRow,
  OfficerCaseView,
} from '../../game/api/index.ts'
import {
  actionsOf,
  dueDay,
  historyWords,
  isEnded,
  isLate,
  isPaused,
  promisedDay,
  stepInHand,
  turnOf,
  type CasePolicy,
  type CaseState,
  type CaseStateName,
  type ServiceStandard,
  type WorkCalendar,
} from '../../game/case/index.ts'
import type { OfficerRow } from '../store/index.ts'
import type { AnswerShelf } from './answer-shelf.ts'
import { actorOf } from './case-desk.ts'
import type { FullCase } from './case-log.ts'
import { standardOf, type CaseOptions } from './case-options.ts'
import { caseRow, type CaseRow } from './case-rows.ts'
import type { OfficerRoles } from './officer-roles.ts'
import type { WorkCalendars } from './work-calendars.ts'

/** What is shown of a case, to its owner and to a desk. Nothing is read for it that the viewer may not see. */
export type CaseViews = {
  citizen(full: FullCase): Promise<CaseView>
  row(row: CaseRow, officer: OfficerRow): OfficerCaseRow
  /** Opens the answers, which the vault writes to the audit, for who has the case in hand; for others they stay closed. */
  officer(full: FullCase, officer: OfficerRow): Promise<OfficerCaseView>
}

const iso = (atMs: number): string => new Date(atMs).toISOString()
const isoOrNull = (atMs: number | null): string | null => (atMs === null ? null : iso(atMs))

export function createCaseViews(
  options: Pick<CaseOptions, 'store' | 'clock' | 'malls' | 'papers' | 'documents'> & { policy: CasePolicy },
  parts: { shelf: AnswerShelf; roles: OfficerRoles; calendars: WorkCalendars },
): CaseViews {
  const { store, clock, malls, papers, documents, policy } = options
  const { shelf, roles, calendars } = parts

  const documentsOf = async (id: string): Promise<CaseDocument[]> =>
    (await documents.ofCase(id)).map(({ id: document, number, state, issuedAtMs }) => ({
      id: document,
      number,
      state,
      issuedAt: iso(issuedAtMs),
    }))

  async function papersOf(state: CaseState, standard: ServiceStandard | null): Promise<OfficerCasePaper[]> {
    const found: OfficerCasePaper[] = []
    for (const [slug, id] of Object.entries(state.papers)) {
      const paper = await papers.find(id)
      const name = standard?.requirements.find((requirement) => requirement.slug === slug)?.name ?? { id: slug, en: slug }
      if (paper === null) continue
      const { kind, type, pages, expiresOn, scan } = paper
      found.push({ requirement: slug, name, paper: id, kind, type, pages, expiresOn, scan, isNew: state.renewed.includes(slug) })
    }
    return found
  }

  function rowOf(row: CaseRow, officer: OfficerRow, nowMs: number): OfficerCaseRow {
    const { data } = row
    const dueAtMs = Math.min(data.stepDueMs ?? Infinity, data.promisedMs ?? Infinity)
    return {
      id: row.id,
      number: data.number,
      region: row.region,
      agency: row.desk,
      service: data.service,
      state: row.state as CaseStateName,
      step: data.step,
      turn: data.turn,
      holder: data.holder === null ? null : data.holder === officer.id ? 'me' : 'other',
      submittedAt: iso(row.createdAtMs),
      promisedOn: data.promisedOn,
      dueAt: isoOrNull(data.stepDueMs),
      isLate: dueAtMs < nowMs,
      escalatedTo: data.escalatedTo,
      hasWarnings: data.hasWarnings,
      returns: data.returns,
    }
  }

  return {
    row: (row, officer) => rowOf(row, officer, clock()),
    async citizen({ state, events }) {
      const calendar = await calendars.of(state.region)
      const standard = standardOf(malls, state)
      const { id, number, region, agency, service, version, fee, collected } = state
      return {
        id,
        number,
        region,
        agency,
        service,
        version,
        state: state.state,
        step: stepView(state, standard),
        turn: turnOf(state),
        isInHand: state.holder !== null,
        submittedAt: iso(state.submittedAtMs),
        contactAt: iso(state.contactAtMs),
        deviceAt: isoOrNull(state.deviceAtMs),
        promisedOn: promisedDay(state, calendar),
        isLate: isLate(state, calendar, clock()),
        paused: pauseOf(state),
        fee: fee === null ? null : feeView(fee, standard),
        returned: returnView(state),
        rejected: state.rejected,
        mayWithdraw: !isEnded(state.state) && state.state !== 'decided',
        warnings: state.warnings,
        history: historyOf(events),
        documents: await documentsOf(id),
        collected: collected === null ? null : { at: iso(collected.atMs), how: collected.how },
      }
    },
    async officer({ state, events }, officer) {
      const [calendar, desk, citizen] = await Promise.all([
        calendars.of(state.region),
        roles.deskOf(officer),
        store.findCitizen(state.citizen),
      ])
      const standard = standardOf(malls, state)
      const nowMs = clock()
      const isMine = state.holder?.officer === officer.id
      return {
        ...rowOf(caseRow(state, calendar), officer, nowMs),
        version: state.version,
        nikMasked: citizen?.nikMasked ?? '',
        isVerified: citizen?.isVerified ?? false,
        answers: isMine ? await shelf.open(state, actorOf(officer), 'membaca isian permohonan') : null,
        papers: await papersOf(state, standard),
        steps: stepsView(state, standard, calendar),
        fee: state.fee === null ? null : feeView(state.fee, standard),
        paused: pauseOf(state),
        contactAt: iso(state.contactAtMs),
        deviceAt: isoOrNull(state.deviceAtMs),
        returned: returnView(state),
        rejected: state.rejected,
        warnings: state.warnings,
        links: state.links,
        history: historyOf(events),
        documents: await documentsOf(state.id),
        actions: actionsOf(state, { officer: officer.id, roles: desk }, { calendar, policy, atMs: nowMs }),
        revision: state.revision,
      }
    },
  }
}

const nameOf = (standard: ServiceStandard | null, slug: string) =>
  standard?.steps.find((step) => step.slug === slug)?.name ?? { id: slug, en: slug }

function stepView(state: CaseState, standard: ServiceStandard | null): CaseView['step'] {
  const index = state.state === 'in-process' ? stepInHand(state) : null
  if (index === null) return null
  const { slug } = state.steps[index]
  return { slug, name: nameOf(standard, slug), number: index + 1, of: state.steps.length }
}

function stepsView(state: CaseState, standard: ServiceStandard | null, calendar: WorkCalendar): OfficerCaseView['steps'] {
  return state.steps.map(({ slug, role, workingDays }, index) => {
    const dueOn = isPaused(state) ? null : dueDay(state, calendar, index)
    return { slug, name: nameOf(standard, slug), role, workingDays, isDone: index < state.stepsDone, dueOn }
  })
}

function pauseOf(state: CaseState): 'returned' | 'fee' | null {
  if (!isPaused(state)) return null
  return state.state === 'returned' ? 'returned' : 'fee'
}

function feeView({ tariff, rupiah, basis, state }: NonNullable<CaseState['fee']>, standard: ServiceStandard | null): CaseFee {
  const item = standard?.tariff.items.find(({ slug }) => slug === tariff)
  const name = item?.name ?? standard?.tariff.exemptions.find(({ slug }) => slug === tariff)?.name ?? { id: tariff, en: tariff }
  return { tariff, name, basis, rupiah, note: item?.note ?? null, state }
}

function returnView({ returned }: CaseState): CaseReturn | null {
  if (returned === null) return null
  const { fields, papers, role, atMs } = returned
  return { at: iso(atMs), role, fields, papers }
}

function historyOf(events: FullCase['events']): CaseHistoryLine[] {
  return events.map((event) => ({ at: iso(event.atMs), event: event.type, ...historyWords(event) }))
}
