import { CodedError } from '@balai/engine/core'
import { readStatement, reconcile, type PaymentCommand, type PaymentState, type ReconciledRow } from '../../game/case/index.ts'
import type { Actor, Audit } from '../audit/index.ts'
import { newId } from '../identity/index.ts'
import type { RecordRow, Store } from '../store/index.ts'
import type { PaymentDesk, PaymentDetail, ReconciliationReport } from './payment-port.ts'
import { sha256 } from './payment-records.ts'

/** More paid and unsettled fees than a region has. */
const mostPaid = 20_000
const mostReports = 100

/** Statements of banks against fees. */
export function createReconciler(options: {
  readonly store: Pick<Store, 'recordsAt' | 'putRecord'>
  readonly audit: Pick<Audit, 'write'>
  readonly clock: () => number
  readonly dayOf: (region: string, atMs: number) => string
  readonly byReference: (reference: string) => Promise<PaymentDetail | null>
  readonly listOf: PaymentDesk['listOf']
  readonly command: (id: string, wanted: PaymentCommand, by: Actor, why: string) => Promise<unknown>
}): Pick<PaymentDesk, 'reconcile' | 'reports'> {
  const { store, audit, clock, dayOf, byReference, listOf, command } = options

  /** Every fee of the region that the file names, and those that wait for a statement. */
  async function gather(region: string, references: readonly string[]): Promise<PaymentState[]> {
    const found = new Map<string, PaymentState>()
    for (const payment of await listOf(region, 'paid', mostPaid)) found.set(payment.id, payment)
    for (const reference of new Set(references)) {
      const payment = (await byReference(reference))?.payment
      if (payment?.region === region) found.set(payment.id, payment)
    }
    return [...found.values()]
  }
  /** What a row means for its fee. Done twice it changes nothing. */
  async function act({ row, outcome, payment }: ReconciledRow, by: Actor): Promise<void> {
    if (payment === null || outcome === 'already' || outcome === 'unknown') return
    const { reference, providerId, rupiah, day } = row
    const atMs = clock()
    const wanted: PaymentCommand =
      outcome === 'wrong-amount'
        ? { type: 'notice', atMs, reference, rupiah, providerId }
        : { type: 'settle', atMs, reference, providerId, day }
    await command(payment, wanted, by, 'rekonsiliasi')
  }

  return {
    async reconcile(region, csv, by) {
      const statement = readStatement(csv)
      if (!statement.ok) throw new CodedError(statement.code, `${statement.code} ${JSON.stringify(statement.details)}`, statement.details)
      const { rows } = statement
      const payments = await gather(
        region,
        rows.map(({ reference }) => reference),
      )
      const result = reconcile(rows, { payments, dayOf: (atMs) => dayOf(region, atMs) })
      for (const row of result.rows) await act(row, by)
      const report: ReconciliationReport = { id: newId(clock()), region, atMs: clock(), sha256: sha256(csv), result }
      const about = { kind: 'reconciliation', id: report.id }
      await audit.write({ atMs: clock(), region, act: 'payment.reconciled', by, citizen: null, about, why: `${rows.length} baris` })
      await store.putRecord(rowOf(report))
      return report
    },
    reports: async (region) =>
      (await store.recordsAt('reconciliation', region, null, null, mostReports)).map(({ data }) => data as ReconciliationReport).reverse(),
  }
}

function rowOf(report: ReconciliationReport): RecordRow {
  const { id, region, atMs } = report
  return {
    kind: 'reconciliation',
    id,
    region,
    owner: '',
    desk: '',
    state: 'done',
    dueMs: null,
    createdAtMs: atMs,
    updatedAtMs: atMs,
    data: report,
  }
}
