import { createHash, randomInt } from 'node:crypto'
import { CodedError } from '@balai/engine/core'
import type { CaseRequest, CaseResubmitRequest } from '../../game/api/index.ts'
import {
  dayAt,
  makeCaseNumber,
  requirementsFor,
  visibleFields,
  type Answers,
  type CaseBrief,
  type CasePolicy,
  type CaseState,
  type FilledForm,
  type Localized,
  type ServiceStandard,
} from '../../game/case/index.ts'
import type { CitizenRow, IdempotentRow } from '../store/index.ts'
import type { AnswerShelf } from './answer-shelf.ts'
import type { CaseLog, Told } from './case-log.ts'
import { agencyOf, standardOf, type CaseOptions } from './case-options.ts'
import type { CaseReceipts } from './case-receipts.ts'
import { caseKind, numberKind, type CaseRow } from './case-rows.ts'
import { checkFilling, readClaim, type CheckedFilling } from './check-filling.ts'
import { consentRows } from './consents.ts'
import { feeOfCase } from './fee-quota.ts'
import type { WorkCalendars } from './work-calendars.ts'

export type Submitting = {
  /** @throws what `checkFilling` does, unknown-region, unknown-service, standard-changed, unknown-ticket, idempotency-mismatch, and the domain's refusals */
  submit(citizen: CitizenRow['id'], request: CaseRequest, key: string): Promise<Told>
  resubmit(citizen: CitizenRow['id'], id: string, request: CaseResubmitRequest, key: string): Promise<Told>
}

/** What a citizen sends: checked, its answers put into the vault, and its consents recorded with the first event. */
export function createSubmitting(
  options: CaseOptions & { policy: CasePolicy },
  parts: { cases: CaseLog; shelf: AnswerShelf; receipts: CaseReceipts; calendars: WorkCalendars },
): Submitting {
  const { store, clock, malls, papers: vault, policy } = options
  const { cases, shelf, receipts, calendars } = parts

  async function begin(citizen: string, request: CaseRequest, idempotency: IdempotentRow): Promise<Told> {
    const { case: id, region, service, version } = request
    const { agency, standard } = findService(region, service)
    if (standard.version !== version)
      throw new CodedError('standard-changed', `version ${standard.version} holds`, { version: standard.version })
    const atMs = clock()
    const day = dayAt(await calendars.of(region), atMs)
    const checked = await checkFilling(standard, request, { citizen, day, papers: vault })
    await checkTicket(citizen, request.viaTicket ?? null)
    const fee = await feeOfCase(store, { case: id, region, standard, answers: checked.answers, day, atMs })
    const form = await shelf.keep({ case: id, region, citizen }, checked.answers)
    const papers = idsOf(checked)
    const { consent, claim } = request
    await useAll(id, form, Object.values(papers))
    const number = await freeNumber()
    const others = (await othersOf(citizen)).filter((other) => other.id !== id)
    return keepingOne(form, () =>
      cases.begin(
        {
          type: 'submit',
          id,
          number,
          region,
          agency,
          service,
          version,
          steps: standard.steps.map(({ slug, role, workingDays }) => ({ slug, role, workingDays })),
          citizen,
          form,
          papers,
          fee,
          contact: readClaim(receipts, claim, request, checked.papers),
          ticket: request.viaTicket ?? null,
          others,
          policy,
          atMs,
        },
        consentRows({ case: id, region, agency, service, citizen, consent, papers: Object.values(papers), atMs }),
        idempotency,
      ),
    )
  }

  /** The same case once more: what it holds is compared with what came, and nothing is checked or kept anew. */
  async function again(citizen: string, row: CaseRow, request: CaseRequest): Promise<Told> {
    const full = await cases.find(row.id)
    if (full === null || full.state.citizen !== citizen) throw new CodedError('unknown-case', `case ${row.id} is somebody else's`)
    const { state } = full
    const standard = standardOf(malls, state)
    if (standard === null || state.returns > 0) return { state, added: [] }
    const day = dayAt(await calendars.of(state.region), state.submittedAtMs)
    const checked = await checkFilling(standard, request, { citizen, day, papers: vault })
    const form: FilledForm = { paper: state.form.paper, hashes: shelf.hashesOf(state.id, checked.answers) }
    const { id, steps, number, region, agency, version } = state
    const same = { id, number, region, agency, service: request.service, version, steps, citizen }
    const rest = { fee: null, contact: null, ticket: null, others: [], policy, atMs: clock() }
    return cases.begin({ type: 'submit', ...same, form, papers: idsOf(checked), ...rest }, [], null)
  }

  async function resubmit(citizen: string, id: string, request: CaseResubmitRequest, idempotency: IdempotentRow): Promise<Told> {
    const full = await cases.find(id)
    if (full === null || full.state.citizen !== citizen) throw new CodedError('unknown-case', `no case ${id} of this citizen`)
    const { state } = full
    const standard = standardOf(malls, state)
    if (standard === null) throw new CodedError('unknown-service', `no service ${state.service}`, { service: state.service })
    const atMs = clock()
    // What had to be in the future when it was sent may be over by now.
    const day = dayAt(await calendars.of(state.region), state.submittedAtMs)
    const checked = await checkFilling(standard, agreed(state, request), { citizen, day, papers: vault })
    const before = await shelf.open(state, { role: 'citizen', id: citizen, agency: null }, 'memperbaiki permohonan sendiri')
    const asked = askedWith(standard, checked.answers)
    const followed = followedBy(askedWith(standard, before), asked)
    const fee = await feeOfCase(store, { case: id, region: state.region, standard, answers: checked.answers, day, atMs })
    const hashes = shelf.hashesOf(id, checked.answers)
    const isChanged = JSON.stringify(hashes) !== JSON.stringify(state.form.hashes)
    const form = isChanged ? await shelf.keep({ case: id, region: state.region, citizen }, checked.answers) : state.form
    const papers = idsOf(checked)
    await useAll(id, form, Object.values(papers))
    const tell = () => cases.tell(id, { type: 'resubmit', citizen, form, papers, fee, followed, asked, atMs }, idempotency)
    const told = await namingPart(standard, () => (isChanged ? keepingOne(form, tell) : tell()))
    const { region, agency, service } = state
    const fresh = Object.values(papers).filter((paper) => !Object.values(state.papers).includes(paper))
    for (const row of consentRows({ case: id, region, agency, service, citizen, consent: request.consent, papers: fresh, atMs })) {
      if (row.id !== `${id}/form`) await store.putRecord(row)
    }
    return told
  }

  /** From then on the case's officers may open them, and none is erased for want of use. */
  async function useAll(id: string, form: FilledForm, papers: readonly string[]): Promise<void> {
    for (const paper of form.paper === null ? papers : [...papers, form.paper]) await vault.use(paper, id)
  }
  /** Answers that were put into the vault for nothing are taken out again. */
  async function keepingOne(form: FilledForm, work: () => Promise<Told>): Promise<Told> {
    let kept: string | null = null
    try {
      const told = await work()
      kept = told.state.form.paper
      return told
    } finally {
      if (form.paper !== null && form.paper !== kept) await vault.erase(form.paper)
    }
  }
  function findService(region: string, service: string): { agency: string; standard: ServiceStandard } {
    if (malls.region(region) === null) throw new CodedError('unknown-region', `no region ${region}`, { region })
    const agency = agencyOf(malls, region, service)
    const standard = malls.standard(region, service)
    if (agency === null || standard === null) throw new CodedError('unknown-service', `no service ${service}`, { service })
    return { agency, standard }
  }
  async function checkTicket(citizen: string, ticket: string | null): Promise<void> {
    if (ticket !== null && (await store.findTicket(ticket))?.citizen !== citizen)
      throw new CodedError('unknown-ticket', `no ticket ${ticket}`)
  }
  async function freeNumber(): Promise<string> {
    for (;;) {
      const number = makeCaseNumber([draw(), draw(), draw(), draw(), draw()])
      if ((await store.findRecord(numberKind, number)) === null) return number
    }
  }
  async function othersOf(citizen: string): Promise<CaseBrief[]> {
    const rows = (await store.recordsOf(caseKind, citizen)) as CaseRow[]
    return rows.map((row) => {
      const { id, state, updatedAtMs, data } = row
      return { id, number: data.number, service: data.service, state: state as CaseState['state'], updatedAtMs }
    })
  }
  /** Once for each key; another request under it is refused. */
  async function once(
    scope: string,
    key: string,
    request: unknown,
    id: string,
    work: (row: IdempotentRow) => Promise<Told>,
  ): Promise<Told> {
    const fingerprint = createHash('sha256').update(JSON.stringify(request)).digest('base64url')
    const check = async (): Promise<Told | null> => {
      const earlier = await store.findIdempotent(scope, key)
      if (earlier === null) return null
      if (earlier.fingerprint !== fingerprint) throw new CodedError('idempotency-mismatch', 'this key was used for another request')
      const full = await cases.find(earlier.result)
      return full === null ? null : { state: full.state, added: [] }
    }
    const done = await check()
    if (done !== null) return done
    try {
      return await work({ scope, key, fingerprint, result: id, atMs: clock() })
    } catch (error) {
      const other = error instanceof CodedError && error.code === 'duplicate-key' ? await check() : null
      if (other === null) throw error
      return other
    }
  }

  return {
    submit: (citizen, request, key) =>
      once(`cases/${citizen}`, key, request, request.case, async (row) => {
        const known = await cases.row(request.case)
        return known === null ? begin(citizen, request, row) : again(citizen, known, request)
      }),
    resubmit: (citizen, id, request, key) => once(`cases/${citizen}/${id}`, key, request, id, (row) => resubmit(citizen, id, request, row)),
  }
}

/** What was agreed to with the case holds for its papers; new ones are ticked anew. */
function agreed(state: CaseState, request: CaseResubmitRequest): CaseResubmitRequest {
  return { ...request, consent: { ...request.consent, papers: [...Object.values(state.papers), ...request.consent.papers] } }
}

/** Fields and requirements that are asked for after a change of answers and were not before, or the other way about. */
function followedBy(before: readonly string[], after: readonly string[]): string[] {
  const [old, now] = [new Set(before), new Set(after)]
  return [...old, ...now].filter((name) => old.has(name) !== now.has(name))
}

/** Fields and requirements that are asked for with these answers. */
function askedWith(standard: ServiceStandard, answers: Answers): string[] {
  const fields = standard.form === null ? [] : visibleFields(standard.form, answers)
  return [...fields, ...requirementsFor(standard, answers).map(({ slug }) => slug)]
}

/** A refusal that is about a part says what the citizen knows it by. */
async function namingPart(standard: ServiceStandard, work: () => Promise<Told>): Promise<Told> {
  try {
    return await work()
  } catch (error) {
    const part =
      error instanceof CodedError && (error.code === 'part-unanswered' || error.code === 'not-returned') ? error.details.part : null
    if (!(error instanceof CodedError) || typeof part !== 'string') throw error
    throw new CodedError(error.code, error.message, { ...error.details, name: nameOfPart(standard, part) })
  }
}

function nameOfPart({ form, requirements }: ServiceStandard, part: string): Localized {
  const field = form !== null && Object.hasOwn(form.properties, part) ? form.properties[part]['x-title'] : null
  return field ?? requirements.find(({ slug }) => slug === part)?.name ?? { id: part, en: part }
}

const idsOf = ({ papers }: CheckedFilling): Record<string, string> => Object.fromEntries([...papers].map(([slug, { id }]) => [slug, id]))

/** From 0 to below 1, not to be foreseen: a number must not tell how many there are. */
const draw = (): number => randomInt(2 ** 32) / 2 ** 32
