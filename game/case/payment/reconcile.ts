import type { PaymentState } from './payment-state.ts'
import type { StatementRow } from './statement.ts'

export type RowOutcome = 'matched' | 'already' | 'wrong-amount' | 'unknown' | 'double'
/** A row of the statement and what it turned out to be; `payment` null: of nobody. */
export type ReconciledRow = { readonly row: StatementRow; readonly outcome: RowOutcome; readonly payment: string | null }
/** A fee that the provider called paid and of which the statement says nothing. */
export type MissingPayment = {
  readonly payment: string
  readonly reference: string
  readonly rupiah: number
  /** The day it was paid, in the region's time zone, YYYY-MM-DD. */
  readonly day: string
}
export type Reconciliation = {
  readonly rows: readonly ReconciledRow[]
  readonly missing: readonly MissingPayment[]
  readonly sums: Readonly<Record<RowOutcome, { readonly rows: number; readonly rupiah: number }>>
}

export const rowOutcomes: readonly RowOutcome[] = ['matched', 'already', 'wrong-amount', 'unknown', 'double']

/**
 * Compares a statement with the fees. Pure: whoever calls settles what matched.
 * @param options.payments every fee that the rows' references are of, and every fee that is paid and not settled
 * @param options.dayOf the day of an instant in the region's time zone, YYYY-MM-DD
 */
export function reconcile(
  rows: readonly StatementRow[],
  { payments, dayOf }: { readonly payments: readonly PaymentState[]; readonly dayOf: (atMs: number) => string },
): Reconciliation {
  const byReference = new Map(payments.flatMap((payment) => payment.references.map(({ reference }) => [reference, payment] as const)))
  const settledBy = new Map<string, string>()
  for (const { id, settledBy: providerId } of payments) if (providerId !== null) settledBy.set(id, providerId)
  // A file may have the double before the row that the notice named.
  for (const row of rows) {
    const payment = byReference.get(row.reference)
    if (payment?.state === 'paid' && payment.paidBy === row.providerId && row.rupiah === payment.rupiah)
      settledBy.set(payment.id, row.providerId)
  }
  const seen = new Set<string>()
  const done = rows.map((row): ReconciledRow => {
    const payment = byReference.get(row.reference) ?? null
    return { row, payment: payment?.id ?? null, outcome: outcomeOf(row, payment, settledBy, seen) }
  })
  return { rows: done, missing: findMissing(rows, payments, dayOf), sums: addUp(done) }
}

function outcomeOf(row: StatementRow, payment: PaymentState | null, settledBy: Map<string, string>, seen: Set<string>): RowOutcome {
  if (payment === null) return 'unknown'
  if (payment.settledBy === row.providerId) return 'already'
  if (row.rupiah !== payment.rupiah) return 'wrong-amount'
  const first = settledBy.get(payment.id)
  const mayBeFirst = payment.state === 'due' || (payment.state === 'paid' && payment.paidBy === row.providerId)
  if (!mayBeFirst || seen.has(payment.id) || (first !== undefined && first !== row.providerId)) return 'double'
  seen.add(payment.id)
  settledBy.set(payment.id, row.providerId)
  return 'matched'
}

function findMissing(rows: readonly StatementRow[], payments: readonly PaymentState[], dayOf: (atMs: number) => string): MissingPayment[] {
  const days = rows.map(({ day }) => day).sort()
  const [first, last] = [days[0], days[days.length - 1]]
  const named = new Set(rows.map(({ reference }) => reference))
  const missing: MissingPayment[] = []
  for (const { id, state, paidAtMs, references, rupiah } of payments) {
    if (state !== 'paid' || paidAtMs === null) continue
    const day = dayOf(paidAtMs)
    if (day < first || day > last || references.some(({ reference }) => named.has(reference))) continue
    missing.push({ payment: id, reference: references[references.length - 1].reference, rupiah, day })
  }
  return missing
}

function addUp(rows: readonly ReconciledRow[]): Reconciliation['sums'] {
  const sums = Object.fromEntries(rowOutcomes.map((outcome) => [outcome, { rows: 0, rupiah: 0 }])) as Record<
    RowOutcome,
    { rows: number; rupiah: number }
  >
  for (const { row, outcome } of rows) {
    sums[outcome].rows += 1
    sums[outcome].rupiah += row.rupiah
  }
  return sums
}
