import { CodedError } from '@balai/engine/core'
import type { OfficerCaseFilter } from '../../game/api/index.ts'
import { decideCase, isEnded, mayWork, type CasePolicy, type CaseStateName, type DeskCommand } from '../../game/case/index.ts'
import type { Actor } from '../audit/index.ts'
import type { OfficerRow } from '../store/index.ts'
import type { CaseLog, FullCase } from './case-log.ts'
import { standardOf, type CaseOptions } from './case-options.ts'
import { caseKind, type CaseRow } from './case-rows.ts'
import type { FollowUp } from './follow-up.ts'
import type { OfficerRoles } from './officer-roles.ts'
import type { WorkCalendars } from './work-calendars.ts'

type Bare<Command> = Command extends unknown ? Omit<Command, 'by' | 'seen' | 'policy' | 'atMs' | 'calendar'> : never
/** What an officer wants with a case; who, when and by which calendar is the desk's to say. */
export type DeskAction = Bare<DeskCommand>

/** The desk of an agency's officers. */
export type CaseDesk = {
  /** Without names and answers; the most urgent first. */
  list(officer: OfficerRow, filter: { view: OfficerCaseFilter; state: CaseStateName | null; region: string | null }): Promise<CaseRow[]>
  /** Writes the audit first. @throws unknown-case also for another agency's */
  open(officer: OfficerRow, id: string): Promise<FullCase>
  /** Writes the audit first. @throws unknown-case, and the refusals of the domain */
  act(officer: OfficerRow, id: string, action: DeskAction, seen: number | null): Promise<FullCase>
  mayWork(officer: OfficerRow, id: string): Promise<boolean>
}

const most = 500
const office: readonly CaseStateName[] = ['submitted', 'checked', 'in-process']
const statesOf: Readonly<Record<OfficerCaseFilter, readonly CaseStateName[]>> = {
  inbox: office,
  mine: [...office, 'returned', 'accepted'],
  overdue: office,
  waiting: ['returned', 'accepted'],
  done: ['decided', 'issued', 'collected', 'rejected', 'withdrawn'],
}
/** What the citizen reads in "who opened my record, and why". */
const whyOf: Readonly<Record<DeskAction['type'], string>> = {
  take: 'mengambil permohonan untuk diperiksa',
  release: 'melepas permohonan',
  check: 'memeriksa kelengkapan berkas',
  return: 'mengembalikan untuk diperbaiki',
  accept: 'menerima berkas',
  step: 'menyelesaikan satu langkah',
  decide: 'memutuskan permohonan',
  reject: 'menolak permohonan',
  link: 'mencatat percakapan',
  escalate: 'meneruskan ke atasan',
}

export function createCaseDesk(
  options: CaseOptions & { policy: CasePolicy },
  parts: { cases: CaseLog; roles: OfficerRoles; calendars: WorkCalendars; followUp: FollowUp },
): CaseDesk {
  const { store, clock, audit, malls, policy } = options
  const { cases, roles, calendars, followUp } = parts

  /** @throws unknown-case: of another region or agency an officer learns nothing, not even that it is there */
  async function rowFor(officer: OfficerRow, id: string): Promise<CaseRow> {
    const row = await cases.row(id)
    if (row === null || !isOwn(officer, row)) throw new CodedError('unknown-case', `no case ${id} at this desk`)
    return row
  }
  async function note(officer: OfficerRow, row: CaseRow, verb: string, why: string): Promise<void> {
    const { id, region, owner: citizen } = row
    await audit.write({ atMs: clock(), region, act: `case.${verb}`, by: actorOf(officer), citizen, about: { kind: 'case', id }, why })
  }
  /** Only what the standard asks for can be returned: what it does not know, nobody could put right. */
  function checkMarks({ region, data }: CaseRow, { fields, papers }: Extract<DeskAction, { type: 'return' }>): void {
    const standard = standardOf(malls, { region, service: data.service, version: data.version })
    const strange = [
      ...fields.filter(({ field }) => !Object.hasOwn(standard?.form?.properties ?? {}, field)).map(({ field }) => field),
      ...papers
        .filter(({ requirement }) => !standard?.requirements.some(({ slug }) => slug === requirement))
        .map(({ requirement }) => requirement),
    ]
    if (strange.length > 0)
      throw new CodedError('bad-request', `${strange[0]} is not asked for`, { reason: `${strange[0]} is not asked for` })
  }
  async function find(id: string): Promise<FullCase> {
    const full = await cases.find(id)
    if (full === null) throw new CodedError('unknown-case', `no case ${id}`)
    return full
  }

  return {
    async list(officer, { view, state, region }) {
      const at = officer.region ?? region
      if (at === null) throw new CodedError('bad-request', 'an account of every region says which', { reason: 'region' })
      if (officer.region !== null && region !== null && region !== officer.region) throw new CodedError('forbidden', `not of ${region}`)
      const mine = await roles.deskOf(officer)
      const rows: CaseRow[] = []
      for (const name of statesOf[view].filter((one) => state === null || one === state)) {
        rows.push(...((await store.recordsAt(caseKind, at, officer.agency, name, most)) as CaseRow[]))
      }
      const nowMs = clock()
      const fitting = rows.filter(({ data }) => {
        if (view === 'mine') return data.holder === officer.id
        if (view === 'overdue') return Math.min(data.stepDueMs ?? Infinity, data.promisedMs ?? Infinity) < nowMs
        if (view !== 'inbox') return true
        const able = data.roles.filter((role) => mine.includes(role) && !(role === 'approver' && data.verifiers.includes(officer.id)))
        return data.holder === null && able.length > 0
      })
      return view === 'done' ? fitting.sort((a, b) => b.updatedAtMs - a.updatedAtMs) : fitting.sort(byDue)
    },
    async open(officer, id) {
      const row = await rowFor(officer, id)
      await note(officer, row, 'read', 'membuka permohonan')
      return find(id)
    },
    async act(officer, id, action, seen) {
      const row = await rowFor(officer, id)
      if (action.type === 'return') checkMarks(row, action)
      const calendar = await calendars.of(row.region)
      const by = { officer: officer.id, roles: await roles.deskOf(officer) }
      const command = { ...action, by, seen, policy, calendar, atMs: clock() } as DeskCommand
      // What is refused did not happen, and does not stand in the audit as if it had.
      const decision = decideCase((await find(id)).state, command)
      if (!decision.ok) throw new CodedError(decision.code, `case ${id}: ${decision.code}`, decision.details)
      await note(officer, row, action.type, whyOf[action.type])
      const told = await cases.tell(id, command)
      // Who lets go of a case does not want it back by lot at once.
      if (told.added.length > 0 && action.type !== 'release') await followUp.of(told)
      return find(id)
    },
    async mayWork(officer, id) {
      const row = await cases.row(id)
      if (row === null || !isOwn(officer, row) || row.data.holder !== officer.id) return false
      const full = await cases.find(id)
      if (full === null || isEnded(full.state.state) || full.state.holder?.officer !== officer.id) return false
      return mayWork(full.state, officer.id, await roles.deskOf(officer))
    },
  }
}

/** The officer's own region and agency; null is every one. */
const isOwn = (officer: OfficerRow, row: CaseRow): boolean =>
  (officer.region === null || officer.region === row.region) && (officer.agency === null || officer.agency === row.desk)

export const actorOf = ({ id, agency }: OfficerRow): Actor => ({ role: 'officer', id, agency })

const byDue = (a: CaseRow, b: CaseRow): number =>
  (a.data.stepDueMs ?? Infinity) - (b.data.stepDueMs ?? Infinity) || a.createdAtMs - b.createdAtMs
