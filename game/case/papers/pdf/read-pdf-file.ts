import { findBytes } from '../foreign-traces.ts'
import { paperError } from '../paper-errors.ts'
import { fixedLimits } from '../paper-limits.ts'
import { broken, directLength, isSpace, readDict, readValue, readWhole, skipSpace, takeKeyword, type PdfCursor } from './pdf-lexer.ts'
import { entry, wholeNumber, type PdfDict, type PdfValue } from './pdf-value.ts'

/** An object of the file, where it stands. */
export type PdfObject = { readonly number: number; readonly generation: number; readonly at: number; readonly value: PdfValue }
/** A cross-reference table with its trailer; an entry's place is null for a free one. */
export type PdfTable = {
  readonly at: number
  readonly entries: readonly { readonly number: number; readonly generation: number; readonly place: number | null }[]
  readonly trailer: PdfDict
}
/** A file cut into what it consists of; every byte of it belongs to one of these or lies as white space between them. */
export type PdfFile = {
  /** By the place where they stand. */
  readonly objects: ReadonlyMap<number, PdfObject>
  readonly tables: ReadonlyMap<number, PdfTable>
  /** What the last `startxref` says. */
  readonly start: number
}
type Reading = {
  readonly objects: Map<number, PdfObject>
  readonly tables: Map<number, PdfTable>
  /** Streams whose length stands in another object, with the lengths that would fit. */
  readonly pending: { readonly at: number; readonly from: number; readonly fitting: readonly number[] }[]
}

/**
 * Reads a PDF from its first byte to its last, one thing after the other, as it was written: header, objects, tables, and the end. Whatever stands
 * elsewhere (before the header, between two objects, after the end) is refused, so nothing can hide from one reader and be seen by another.
 * @throws paper-broken, paper-two-in-one, paper-bomb
 */
export function readPdfFile(bytes: Uint8Array): PdfFile {
  const head = String.fromCharCode(...bytes.subarray(0, 9))
  if (!/^%PDF-(1\.[0-7]|2\.0)[\r\n]$/.test(head)) throw broken('header')
  const cursor: PdfCursor = { bytes, at: 9, commentBytes: 0 }
  const reading: Reading = { objects: new Map(), tables: new Map(), pending: [] }
  let start: number | null = null
  let end = 0
  for (;;) {
    skipSpace(cursor)
    const at = cursor.at
    if (at >= bytes.length) break
    if (takeKeyword(cursor, 'xref')) reading.tables.set(at, readTable(cursor, at))
    else if (takeKeyword(cursor, 'startxref')) {
      start = readStart(cursor)
      end = cursor.at
    } else if (bytes[at] >= 48 && bytes[at] <= 57) readObject(cursor, reading)
    else throw start === null ? broken(`something else at ${at}`) : paperError('paper-two-in-one', `something else at ${at}`)
  }
  if (start === null) throw broken('no end')
  if (!isOver(bytes, end)) throw paperError('paper-two-in-one', `${bytes.length - end} bytes after the end`)
  settlePending(bytes, reading)
  return { objects: reading.objects, tables: reading.tables, start }
}

/** At most one end of line stands after the end. */
function isOver(bytes: Uint8Array, at: number): boolean {
  return bytes.length - at <= 2 && bytes.subarray(at).every((byte) => byte === 10 || byte === 13)
}

function readStart(cursor: PdfCursor): number {
  while (isSpace(cursor.bytes[cursor.at])) cursor.at++
  const start = readWhole(cursor)
  while (isSpace(cursor.bytes[cursor.at])) cursor.at++
  const end = String.fromCharCode(...cursor.bytes.subarray(cursor.at, cursor.at + 5))
  if (end !== '%%EOF') throw broken('no %%EOF')
  cursor.at += 5
  return start
}

function readTable(cursor: PdfCursor, at: number): PdfTable {
  const entries: { number: number; generation: number; place: number | null }[] = []
  for (;;) {
    skipSpace(cursor)
    if (takeKeyword(cursor, 'trailer')) return { at, entries, trailer: readDict(cursor) }
    const first = readWhole(cursor)
    skipSpace(cursor)
    const count = readWhole(cursor)
    if (first + count > fixedLimits.pdfObjects) throw paperError('paper-bomb', `more than ${fixedLimits.pdfObjects} objects`)
    skipSpace(cursor)
    for (let i = 0; i < count; i++, cursor.at += 20) {
      const line = String.fromCharCode(...cursor.bytes.subarray(cursor.at, cursor.at + 20))
      const [, place, generation, kind] = /^(\d{10}) (\d{5}) ([nf])(?: \r| \n|\r\n)$/.exec(line) ?? []
      if (kind === undefined) throw broken('a line of the table')
      entries.push({ number: first + i, generation: Number(generation), place: kind === 'n' ? Number(place) : null })
    }
  }
}

function readObject(cursor: PdfCursor, reading: Reading): void {
  const at = cursor.at
  const number = readWhole(cursor)
  skipSpace(cursor)
  const generation = readWhole(cursor)
  skipSpace(cursor)
  if (!takeKeyword(cursor, 'obj')) throw broken(`something else at ${at}`)
  let value = readValue(cursor)
  skipSpace(cursor)
  if (value.type === 'dict' && takeKeyword(cursor, 'stream')) {
    value = { type: 'stream', dict: value, data: readStreamData(cursor, value, { reading, at }) }
    skipSpace(cursor)
  }
  if (!takeKeyword(cursor, 'endobj')) throw broken(`object ${number} has no end`)
  reading.objects.set(at, { number, generation, at, value })
  if (reading.objects.size > fixedLimits.pdfObjects) throw paperError('paper-bomb', `more than ${fixedLimits.pdfObjects} objects`)
}

const endstream = [...'endstream'].map((character) => character.charCodeAt(0))

function readStreamData(cursor: PdfCursor, dict: PdfDict, { reading, at }: { reading: Reading; at: number }): Uint8Array {
  const { bytes } = cursor
  if (bytes[cursor.at] === 13) cursor.at++
  if (bytes[cursor.at] !== 10) throw broken('a stream begins on a line of its own')
  const from = ++cursor.at
  const length = directLength(dict)
  if (length !== null) {
    cursor.at = from + length
    while (isSpace(bytes[cursor.at]) && cursor.at < from + length + 2) cursor.at++
    if (!takeKeyword(cursor, 'endstream')) throw broken('a stream is not as long as it says')
    return bytes.subarray(from, from + length)
  }
  // The length stands in an object that may come later: where the word stands is where it ends, and the length has to agree.
  const end = findBytes(bytes, endstream, from)
  if (entry(dict, 'Length').type !== 'ref' || end < 0) throw broken('a stream without length')
  cursor.at = end
  takeKeyword(cursor, 'endstream')
  const line = bytes[end - 1] === 10 ? (bytes[end - 2] === 13 ? [end - 1, end - 2] : [end - 1]) : bytes[end - 1] === 13 ? [end - 1] : []
  reading.pending.push({ at, from, fitting: [end, ...line].map((one) => one - from).filter((length) => length >= 0) })
  return bytes.subarray(from, end)
}

/** Once every object is known, so is the length of every stream. */
function settlePending(bytes: Uint8Array, { objects, pending }: Reading): void {
  const lengths = new Map<string, number>()
  for (const { number, generation, value } of pending.length === 0 ? [] : objects.values()) {
    const length = wholeNumber(value)
    if (length !== null) lengths.set(`${number} ${generation}`, length)
  }
  for (const { at, from, fitting } of pending) {
    const object = objects.get(at)
    if (object?.value.type !== 'stream') continue
    const ref = entry(object.value.dict, 'Length')
    const length = ref.type === 'ref' ? lengths.get(`${ref.number} ${ref.generation}`) : undefined
    if (length === undefined || !fitting.includes(length)) throw broken('a stream is not as long as it says')
    objects.set(at, { ...object, value: { ...object.value, data: bytes.subarray(from, from + length) } })
  }
}
