import { CodedError } from '@balai/engine/core'
import type { CaseAnswers, CaseRequest, CaseResubmitRequest } from '../../game/api/index.ts'
import { defaultCasePolicy, isEnded } from '../../game/case/index.ts'
import type { CitizenRow } from '../store/index.ts'
import { createAnswerShelf } from './answer-shelf.ts'
import { createCaseDesk, type CaseDesk } from './case-desk.ts'
import { deriveCaseKeys } from './case-keys.ts'
import { createCaseLog, type FullCase, type Told } from './case-log.ts'
import type { CaseOptions } from './case-options.ts'
import type { CaseDirectory } from './case-port.ts'
import { createCaseReceipts, type CaseReceipts } from './case-receipts.ts'
import { caseKind, summaryOf } from './case-rows.ts'
import { createCaseViews, type CaseViews } from './case-views.ts'
import { exemptionsUsed } from './fee-quota.ts'
import { createFollowUp } from './follow-up.ts'
import { createOfficerRoles, type OfficerRoles } from './officer-roles.ts'
import { createSubmitting } from './submit-case.ts'
import { createWorkCalendars, type WorkCalendars } from './work-calendars.ts'

/** Cases from the first contact to the collected product. */
export interface CaseService extends CaseDirectory {
  readonly receipts: CaseReceipts
  readonly desk: CaseDesk
  readonly views: CaseViews
  readonly roles: OfficerRoles
  readonly calendars: WorkCalendars
  /** Sent twice it is there once. @throws the refusals of `caseRefusals` */
  submit(citizen: CitizenRow['id'], request: CaseRequest, key: string): Promise<FullCase>
  resubmit(citizen: CitizenRow['id'], id: string, request: CaseResubmitRequest, key: string): Promise<FullCase>
  /** @throws unknown-case for what is not the citizen's own */
  own(citizen: CitizenRow['id'], id: string): Promise<FullCase>
  answersOf(citizen: CitizenRow['id'], id: string): Promise<CaseAnswers>
  /** How many cases each exemption of a service's tariff has lifted, by its slug. */
  exemptionsUsed(region: string, service: string): Promise<Readonly<Record<string, number>>>
  /** Does what is due by itself: escalations, documents, fees. @returns how many cases it looked at */
  tend(): Promise<number>
  /** Takes up what was left by a server that ended. */
  start(): Promise<void>
  close(): void
}

/** @param regions slugs of the install's regions */
export function createCaseService(given: CaseOptions & { readonly regions: () => readonly string[] }): CaseService {
  const options = { ...given, policy: given.policy ?? defaultCasePolicy }
  const { store, clock, secret, papers, payments, offsetOf, regions } = options
  const keys = deriveCaseKeys(secret)
  const calendars = createWorkCalendars({ store, clock, offsetOf })
  const roles = createOfficerRoles({ store, clock })
  const cases = createCaseLog({ store, calendars, wordsKey: keys.words })
  const shelf = createAnswerShelf({ papers, key: keys.answer })
  const receipts = createCaseReceipts({ keys: keys.receipt, clock })
  const followUp = createFollowUp(options, { cases, roles, calendars, regions })
  const submitting = createSubmitting(options, { cases, shelf, receipts, calendars })
  const desk = createCaseDesk(options, { cases, roles, calendars, followUp })
  const views = createCaseViews(options, { shelf, roles, calendars })
  // The payment waits for nobody: what goes wrong here is caught up with at the next start.
  const stopPayments = payments.onChange((payment) => void followUp.settle(payment).catch((error: unknown) => failed(payment.case, error)))
  const failed = (id: string, error: unknown): void => options.log({ error, case: id }, 'a payment could not be noted on its case')

  async function own(citizen: string, id: string): Promise<FullCase> {
    const full = await cases.find(id)
    if (full === null || full.state.citizen !== citizen) throw new CodedError('unknown-case', `no case ${id} of this citizen`)
    return full
  }

  async function correct(...given: Parameters<CaseService['resubmit']>): Promise<Told> {
    try {
      return await submitting.resubmit(...given)
    } catch (error) {
      const [citizen, id] = given
      await own(citizen, id)
      await followUp.refused(id)
      throw error
    }
  }

  return {
    receipts,
    desk,
    views,
    roles,
    calendars,
    own,
    async submit(citizen, request, key) {
      const told = await submitting.submit(citizen, request, key)
      await followUp.of(told)
      return own(citizen, told.state.id)
    },
    async resubmit(citizen, id, request, key) {
      await followUp.of(await correct(citizen, id, request, key))
      return own(citizen, id)
    },
    async answersOf(citizen, id) {
      const { state } = await own(citizen, id)
      const answers = await shelf.open(state, { role: 'citizen', id: citizen, agency: null }, 'membuka permohonan sendiri')
      return { answers, papers: state.papers }
    },
    async find(id) {
      const row = await cases.row(id)
      return row === null ? null : summaryOf(row)
    },
    async ofCitizen(citizen) {
      return (await store.recordsOf(caseKind, citizen)).map(summaryOf)
    },
    mayWork: desk.mayWork,
    async collected(id, how) {
      await cases.tell(id, { type: 'collect', how, atMs: clock() })
    },
    async withdraw(citizen, id) {
      await followUp.of(await cases.tell(id, { type: 'withdraw', citizen, atMs: clock() }))
      const row = await cases.row(id)
      if (row === null) throw new CodedError('unknown-case', `no case ${id}`)
      return summaryOf(row)
    },
    async papersOf(citizen) {
      const used: { paper: string; case: string; isEnded: boolean }[] = []
      for (const { id } of await store.recordsOf(caseKind, citizen)) {
        const { state } = await own(citizen, id)
        const ids = [...Object.values(state.papers), ...(state.form.paper === null ? [] : [state.form.paper])]
        used.push(...ids.map((paper) => ({ paper, case: id, isEnded: isEnded(state.state) })))
      }
      return used
    },
    async exemptionsUsed(region, service) {
      const standard = options.malls.standard(region, service)
      return standard === null ? {} : exemptionsUsed(store, { region, standard })
    },
    onChange: cases.onChange,
    tend: () => followUp.round(),
    async start() {
      await followUp.catchUp()
      await followUp.round()
    },
    close: stopPayments,
  }
}
