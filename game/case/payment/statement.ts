import type { PaymentErrorCode } from './payment-errors.ts'

/** One row of a bank's statement. */
export type StatementRow = {
  /** In the file, from 1; the head counts. */
  readonly line: number
  /** YYYY-MM-DD */
  readonly day: string
  /** Capitals and digits. */
  readonly reference: string
  /** Whole rupiah. */
  readonly rupiah: number
  /** The provider's own id of this money. */
  readonly providerId: string
}
export type StatementResult =
  | { readonly ok: true; readonly rows: readonly StatementRow[] }
  | { readonly ok: false; readonly code: PaymentErrorCode; readonly details: Readonly<Record<string, unknown>> }

const columnNames = {
  day: ['date', 'tanggal'],
  reference: ['reference', 'referensi'],
  rupiah: ['rupiah', 'jumlah'],
  providerId: ['id'],
} as const
type Column = keyof typeof columnNames

/** Reads a statement as CSV (RFC 4180, also with semicolons). One row that cannot be read refuses the file. */
export function readStatement(text: string): StatementResult {
  const lines = readCsv(text)
  // Trimming takes a mark at the beginning (BOM) away as well.
  const head = (lines[0]?.cells ?? []).map((name) => name.trim().toLowerCase())
  const at = {} as Record<Column, number>
  for (const [column, names] of Object.entries(columnNames) as [Column, readonly string[]][]) {
    at[column] = head.findIndex((name) => names.includes(name))
    if (at[column] < 0) return { ok: false, code: 'statement-head', details: { name: names[0] } }
  }
  const rows: StatementRow[] = []
  for (const { line, cells } of lines.slice(1)) {
    if (cells.every((cell) => cell.trim() === '')) continue
    // An amount with a comma in it falls apart into two cells.
    if (cells.length > head.length) return { ok: false, code: 'statement-row', details: { line, what: cells.join(' | ') } }
    const row = readRow(line, (column) => cells[at[column]]?.trim() ?? '')
    if ('what' in row) return { ok: false, code: 'statement-row', details: { line, what: row.what } }
    rows.push(row)
  }
  return rows.length === 0 ? { ok: false, code: 'statement-empty', details: {} } : { ok: true, rows }
}

function readRow(line: number, cell: (column: Column) => string): StatementRow | { readonly what: string } {
  const day = cell('day')
  if (!isDay(day)) return { what: day }
  const reference = plainReference(cell('reference'))
  if (!/^[A-Z0-9]+$/.test(reference)) return { what: cell('reference') }
  const written = cell('rupiah')
  if (!/^(\d+|\d{1,3}(\.\d{3})+)$/.test(written)) return { what: written }
  const rupiah = Number(written.replaceAll('.', ''))
  if (!Number.isSafeInteger(rupiah)) return { what: written }
  const providerId = cell('providerId')
  return providerId === '' ? { what: 'id' } : { line, day, reference, rupiah, providerId }
}

/** A reference as people and banks write it, to what is compared. */
export function plainReference(written: string): string {
  return written.replace(/[\s-]/g, '').toUpperCase()
}

/** Whether it is a day of the Gregorian calendar as YYYY-MM-DD. */
export function isDay(text: string): boolean {
  const [, years, months, days] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  const [year, month, day] = [Number(years), Number(months), Number(days)]
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const length = month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
  return month >= 1 && month <= 12 && day >= 1 && day <= length
}

/** Rows of cells with the line where each begins. The separator is what the head has more of. */
function readCsv(text: string): { readonly line: number; readonly cells: string[] }[] {
  const head = text.slice(0, text.search(/[\r\n]|$/))
  const separator = head.split(';').length > head.split(',').length ? ';' : ','
  const rows: { line: number; cells: string[] }[] = []
  let cells: string[] = []
  let cell = ''
  let isQuoted = false
  let line = 1
  let begin = 1
  const endRow = (): void => {
    rows.push({ line: begin, cells: [...cells, cell] })
    cells = []
    cell = ''
  }
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (sign === '\n') line++
    if (isQuoted) {
      if (sign !== '"') cell += sign
      else if (text[at + 1] === '"') cell += text[++at]
      else isQuoted = false
    } else if (sign === '"' && cell.trim() === '') {
      isQuoted = true
      cell = ''
    } else if (sign === separator) {
      cells.push(cell)
      cell = ''
    } else if (sign === '\n') {
      endRow()
      begin = line
    } else if (sign !== '\r') cell += sign
  }
  if (cell !== '' || cells.length > 0) endRow()
  return rows
}
