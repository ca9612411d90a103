import { randomInt } from 'node:crypto'
import type { CaseState, CasePolicy } from '../../game/case/index.ts'
import type { CaseLog, Told } from './case-log.ts'
import { standardOf, type CaseOptions } from './case-options.ts'
import { caseKind, type CaseRow } from './case-rows.ts'
import { casesWithPlaces, settlePlaces } from './fee-quota.ts'
import type { OfficerRoles } from './officer-roles.ts'
import type { WorkCalendars } from './work-calendars.ts'

/** What follows from a case's state by itself. All of it may be done again: after a crash the next round does what is missing. */
export type FollowUp = {
  /** Right after a command: issues, asks for the fee, gives it to an officer, gives up its free place. A failure is logged and left to the next round. */
  of(told: Told): Promise<void>
  /** After a correction that was refused: what it would have cost has taken no place. */
  refused(id: string): Promise<void>
  /** Everything that is due. @returns how many cases were looked at */
  round(): Promise<number>
  /** Fees that were paid while nobody listened, and places of those who are gone. */
  catchUp(): Promise<void>
  settle(payment: { readonly case: string; readonly id: string; readonly state: string }): Promise<void>
}

const mostAtOnce = 100
const mostOpen = 1000
const paidStates: ReadonlySet<string> = new Set(['paid', 'settled', 'exempt'])
const openStates = ['submitted', 'checked', 'in-process'] as const
/** After these a case may use another place of a free quota than before, or none. */
const placeEvents: ReadonlySet<string> = new Set(['withdrawn', 'rejected', 'resubmitted'])
const goneStates: ReadonlySet<string> = new Set(['withdrawn', 'rejected'])

export function createFollowUp(
  options: CaseOptions & { policy: CasePolicy },
  parts: { cases: CaseLog; roles: OfficerRoles; calendars: WorkCalendars; regions: () => readonly string[] },
): FollowUp {
  const { store, clock, malls, documents, payments, log, random = () => randomInt(2 ** 32) / 2 ** 32 } = options
  const { cases, roles, calendars, regions } = parts

  async function issue(state: CaseState): Promise<CaseState> {
    const { id, citizen, region, agency, service, decided } = state
    if (decided === null) return state
    const kind = malls.standard(region, service, state.version)?.product.kind
    const document = await documents.issue({ case: id, citizen, region, agency, service, text: decided.text, atMs: decided.atMs, kind })
    return (await cases.tell(id, { type: 'issue', document: document.id, atMs: clock() })).state
  }

  async function askFee(state: CaseState): Promise<CaseState> {
    const { id, citizen, region, fee } = state
    if (fee === null || fee.rupiah === null) return state
    const payment = await payments.open({ case: id, citizen, region, rupiah: fee.rupiah, tariff: fee.tariff, basis: fee.basis })
    const asked = (await cases.tell(id, { type: 'fee-opened', payment: payment.id, atMs: clock() })).state
    if (!paidStates.has(payment.state)) return asked
    return (await cases.tell(id, { type: 'fee-settled', payment: payment.id, atMs: clock() })).state
  }

  /** What costs nothing has its payment too, so that a receipt can say that it is free, and by which regulation. */
  async function noteFree({ id, citizen, region, fee }: CaseState): Promise<void> {
    if (fee === null || fee.rupiah !== 0) return
    await payments.open({ case: id, citizen, region, rupiah: 0, tariff: fee.tariff, basis: fee.basis })
  }

  /** To one of those whom the administrator has named for it; where nobody is, officers take cases themselves. */
  async function assign(state: CaseState): Promise<CaseState> {
    const { id, region, agency } = state
    const named = await roles.namedAt(region, agency)
    if (named.length === 0) return state
    const open = new Map<string, number>()
    for (const name of openStates) {
      for (const row of (await store.recordsAt(caseKind, region, agency, name, mostOpen)) as CaseRow[]) {
        if (row.data.holder !== null) open.set(row.data.holder, (open.get(row.data.holder) ?? 0) + 1)
      }
    }
    const candidates = named.map((one) => ({ ...one, open: open.get(one.officer) ?? 0 }))
    return (await cases.tell(id, { type: 'assign', candidates, draw: random(), atMs: clock() })).state
  }

  async function settleFree(state: CaseState): Promise<void> {
    const standard = standardOf(malls, state)
    if (standard !== null) await settlePlaces(store, { state, standard, atMs: clock() })
  }
  async function settleFreeOf(id: string): Promise<void> {
    const full = await cases.find(id)
    if (full !== null) await settleFree(full.state)
  }

  async function follow(state: CaseState): Promise<CaseState> {
    if (state.state === 'decided') return issue(state)
    if (state.state === 'accepted' && state.fee?.payment === null) {
      const after = await askFee(state)
      return after.state === 'in-process' ? follow(after) : after
    }
    const isOffice = openStates.some((name) => name === state.state)
    return isOffice && state.holder === null ? assign(state) : state
  }

  async function settle({ case: id, id: payment, state }: { case: string; id: string; state: string }): Promise<void> {
    if (!paidStates.has(state)) return
    const told = await cases.tell(id, { type: 'fee-settled', payment, atMs: clock() })
    if (told.added.length > 0) await guarded(told.state.id, () => follow(told.state), told.state)
  }

  async function guarded<Result>(id: string, work: () => Promise<Result>, otherwise: Result): Promise<Result> {
    try {
      return await work()
    } catch (error) {
      log({ error, case: id }, 'what follows from a case could not be done; it is tried again')
      return otherwise
    }
  }

  async function escalate(row: CaseRow): Promise<void> {
    const calendar = await calendars.of(row.region)
    const { state, added } = await cases.tell(row.id, { type: 'escalate-overdue', calendar, atMs: clock() })
    // A holiday that was added meanwhile: the row says when it is due now.
    if (added.length === 0) await cases.refresh(row.id)
    else if (state.holder === null) await follow(state)
  }

  return {
    async of({ state, added }) {
      await guarded(
        state.id,
        async () => {
          if (added.some(({ type }) => placeEvents.has(type))) await settleFree(state)
          if (added.some(({ type }) => type === 'started')) await noteFree(state)
          await follow(state)
        },
        undefined,
      )
    },
    settle,
    refused: (id) => guarded(id, () => settleFreeOf(id), undefined),
    async round() {
      let count = 0
      for (const name of [...openStates, 'accepted', 'decided'] as const) {
        const rows = (await store.recordsDue(caseKind, name, clock(), mostAtOnce)) as CaseRow[]
        count += rows.length
        for (const row of rows) {
          await guarded(
            row.id,
            async () => {
              if (name !== 'accepted' && name !== 'decided') return escalate(row)
              const full = await cases.find(row.id)
              if (full !== null) await follow(full.state)
            },
            undefined,
          )
        }
      }
      return count
    },
    async catchUp() {
      for (const region of regions()) {
        for (const row of await store.recordsAt(caseKind, region, null, 'accepted', mostOpen)) {
          const payment = await payments.ofCase(row.id)
          if (payment !== null) await guarded(row.id, () => settle(payment), undefined)
        }
        for (const id of await casesWithPlaces(store, region)) {
          const row = await cases.row(id)
          if (row !== null && goneStates.has(row.state)) await guarded(id, () => settleFreeOf(id), undefined)
        }
      }
    },
  }
}
