import { describe, expect, test } from 'vitest'
import { readStatement, reconcile, type PaymentState, type StatementRow } from '../../../../game/case/index.ts'
import { feeStory, t0 } from './fee-story.ts'

const rowsOf = (text: string): readonly StatementRow[] => {
  const result = readStatement(text)
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.details)}`)
  return result.rows
}
const head = 'date,reference,rupiah,id'

describe('the statement', () => {
  test('M20: four columns in any order and both languages; others are passed over', () => {
    const row = { line: 2, day: '2026-11-23', reference: 'REF1', rupiah: 30_000, providerId: 'b1' }
    expect(rowsOf(`${head}\n2026-11-23,REF1,30000,b1`)).toEqual([row])
    expect(rowsOf('ID;Cabang;Jumlah;Referensi;Tanggal\nb1;Tenggarong;30000;REF1;2026-11-23\n')).toEqual([row])
    for (const name of ['date', 'reference', 'rupiah', 'id']) {
      expect(readStatement(head.replace(name, 'x'))).toEqual({ ok: false, code: 'statement-head', details: { name } })
    }
  })

  test('M21: separators, line ends, BOM and quotes as banks write them', () => {
    const text = `\uFEFF"date";"reference";"rupiah";"id"\r\n"2026-11-23";"REF ""1""";"30000";"a;b\r\nc"\r\n`
    expect(() => rowsOf(text)).toThrow(/statement-row.*"line":2/)
    expect(rowsOf(text.replace(' ""1""', '1'))).toEqual([
      { line: 2, day: '2026-11-23', reference: 'REF1', rupiah: 30_000, providerId: 'a;b\r\nc' },
    ])
    expect(rowsOf(`\uFEFF${head}\r\n\r\n2026-11-23,REF1,1,b1\r\n2026-11-23,REF2,2,b2`).map(({ line }) => line)).toEqual([3, 4])
    expect(rowsOf(`${head}\n2026-11-23,REF1,1,"say ""x"", y"`)[0].providerId).toBe('say "x", y')
  })

  test('M22: rupiah are plain digits or dots in threes; nobody guesses', () => {
    const amount = (written: string) => rowsOf(`date;reference;rupiah;id\n2026-11-23;REF1;${written};b1`)[0].rupiah
    expect(amount('30000')).toBe(30_000)
    expect(amount('30.000')).toBe(30_000)
    expect(amount('1.350.000')).toBe(1_350_000)
    for (const wrong of ['30,000', '30000.50', '30.00', '3.0000', 'Rp 30.000', '-30000', '', '1e5', '9007199254740993']) {
      expect(() => amount(wrong), wrong).toThrow(/statement-row/)
    }
  })

  test('M23: one unreadable row refuses the file, with its line', () => {
    const result = readStatement(`${head}\n2026-11-23,REF1,1,b1\n2026-11-23,REF2,zwei,b2\n2026-11-23,REF3,3,b3`)
    expect(result).toEqual({ ok: false, code: 'statement-row', details: { line: 3, what: 'zwei' } })
    // 30,000 between commas would be 30 rupiah with the id 000.
    expect(readStatement(`${head}\n2026-11-23,REF1,30,000,b1`)).toMatchObject({ ok: false, code: 'statement-row', details: { line: 2 } })
    expect(readStatement(`${head}\n`)).toMatchObject({ ok: false, code: 'statement-empty' })
    expect(() => rowsOf(`${head}\n2026-11-23,REF1,1,`)).toThrow(/statement-row/)
  })

  test('M24: days are of the calendar; references lose spaces, hyphens and case', () => {
    expect(rowsOf(`${head}\n2024-02-29, sim-12 34 ,1,b1`)[0]).toMatchObject({ day: '2024-02-29', reference: 'SIM1234' })
    for (const day of ['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '23/11/2026', '2026-1-2', '2100-02-29', '2026-11-00']) {
      expect(() => rowsOf(`${head}\n${day},REF1,1,b1`), day).toThrow(/statement-row/)
    }
    expect(() => rowsOf(`${head}\n2026-11-23,REF/1,1,b1`)).toThrow(/statement-row/)
  })
})

/** A fee with its own reference `R-ID`, brought as far as is said. */
function fee(id: string, until: 'due' | 'paid' | 'settled', rupiah = 1000): PaymentState {
  const story = feeStory(rupiah, id)
  story.open()
  story.choose(`R${id}`)
  if (until !== 'due') story.notice(`bank-${id}`, rupiah, `R${id}`)
  if (until === 'settled') story.settle(`bank-${id}`, `R${id}`)
  return story.state
}
let line = 1
const row = (id: string, over: Partial<StatementRow> = {}): StatementRow => ({
  line: ++line,
  day: '2026-11-23',
  reference: `R${id}`,
  rupiah: 1000,
  providerId: `bank-${id}`,
  ...over,
})
const dayOf = (atMs: number): string => new Date(atMs + 8 * 3_600_000).toISOString().slice(0, 10)
const outcomes = (rows: StatementRow[], payments: PaymentState[]): string[] =>
  reconcile(rows, { payments, dayOf }).rows.map(({ outcome }) => outcome)

describe('comparing', () => {
  test('M25: every row has one outcome, in the order of the file', () => {
    const payments = [fee('a', 'due'), fee('b', 'paid'), fee('c', 'settled')]
    const rows = [row('a'), row('b'), row('c'), row('a', { rupiah: 5, providerId: 'q' }), row('z')]
    const result = reconcile(rows, { payments, dayOf })
    expect(result.rows.map(({ row, outcome, payment }) => [row.line, outcome, payment])).toEqual([
      [rows[0].line, 'matched', 'a'],
      [rows[1].line, 'matched', 'b'],
      [rows[2].line, 'already', 'c'],
      [rows[3].line, 'wrong-amount', 'a'],
      [rows[4].line, 'unknown', null],
    ])
  })

  test('M26: matched is a due or paid fee with its own amount', () => {
    expect(outcomes([row('a'), row('b')], [fee('a', 'due'), fee('b', 'paid')])).toEqual(['matched', 'matched'])
  })

  test('M27: what settled the fee before is told as such', () => {
    expect(outcomes([row('c'), row('c')], [fee('c', 'settled')])).toEqual(['already', 'already'])
  })

  test('M28: wrong amount and unknown settle nothing, and leave the fee to the right row', () => {
    expect(outcomes([row('a', { rupiah: 999, providerId: 'q' }), row('a'), row('x')], [fee('a', 'due')])).toEqual([
      'wrong-amount',
      'matched',
      'unknown',
    ])
  })

  test('M29: second money is a double; the row that the notice named settles, wherever it stands', () => {
    expect(outcomes([row('a'), row('a', { providerId: 'q' })], [fee('a', 'due')])).toEqual(['matched', 'double'])
    expect(outcomes([row('b', { providerId: 'q' }), row('b')], [fee('b', 'paid')])).toEqual(['double', 'matched'])
    expect(outcomes([row('b', { providerId: 'q' })], [fee('b', 'paid')])).toEqual(['double'])
    expect(outcomes([row('c', { providerId: 'q' })], [fee('c', 'settled')])).toEqual(['double'])
    expect(outcomes([row('a'), row('a')], [fee('a', 'due')])).toEqual(['matched', 'double'])
  })

  test('M30: missing is what was paid within the days of the statement and is not in it', () => {
    const payments = [fee('a', 'paid'), fee('b', 'paid'), fee('c', 'due'), fee('d', 'settled')]
    const missing = (rows: StatementRow[]) => reconcile(rows, { payments, dayOf }).missing.map(({ payment }) => payment)
    expect(missing([row('a')])).toEqual(['b'])
    expect(missing([row('a'), row('b')])).toEqual([])
    expect(missing([row('x', { day: '2026-11-22' })])).toEqual([])
    expect(missing([row('x', { day: '2026-11-24' })])).toEqual([])
    expect(missing([row('x', { day: '2026-11-22' }), row('x', { day: '2026-11-24' })])).toEqual(['a', 'b'])
    expect(reconcile([row('a')], { payments, dayOf }).missing).toEqual([
      { payment: 'b', reference: 'Rb', rupiah: 1000, day: dayOf(t0 + 1000) },
    ])
  })

  test('M31: the sums add up to the file', () => {
    const payments = [fee('a', 'due'), fee('b', 'paid'), fee('c', 'settled')]
    const rows = [
      row('a'),
      row('b'),
      row('c'),
      row('a', { providerId: 'q' }),
      row('a', { rupiah: 7, providerId: 'r' }),
      row('z', { rupiah: 3 }),
    ]
    const { sums } = reconcile(rows, { payments, dayOf })
    expect(sums).toEqual({
      matched: { rows: 2, rupiah: 2000 },
      already: { rows: 1, rupiah: 1000 },
      'wrong-amount': { rows: 1, rupiah: 7 },
      unknown: { rows: 1, rupiah: 3 },
      double: { rows: 1, rupiah: 1000 },
    })
    const whole = Object.values(sums).reduce((sum, { rupiah }) => sum + rupiah, 0)
    expect(whole).toBe(rows.reduce((sum, { rupiah }) => sum + rupiah, 0))
  })
})
