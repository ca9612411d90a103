import { paperError } from '../paper-errors.ts'
import { fixedLimits } from '../paper-limits.ts'
import { entry, pdfNull, wholeNumber, type PdfDict, type PdfRef, type PdfValue } from './pdf-value.ts'

/** A place in the bytes, which reading moves on; and how much of what was read is comment. */
export type PdfCursor = { readonly bytes: Uint8Array; at: number; commentBytes: number }

const space = new Set([0, 9, 10, 12, 13, 32])
const delimiters = new Set([...'()<>[]{}/%'].map((character) => character.charCodeAt(0)))
const code = (character: string): number => character.charCodeAt(0)

export const broken = (seen: string): Error => paperError('paper-broken', `PDF: ${seen}`)

export function isSpace(byte: number): boolean {
  return space.has(byte)
}
function isRegular(byte: number | undefined): byte is number {
  return byte !== undefined && !space.has(byte) && !delimiters.has(byte)
}

/** Passes over white space and comments. @throws paper-two-in-one for comments that are too long to be any */
export function skipSpace(cursor: PdfCursor): void {
  const { bytes } = cursor
  for (;;) {
    while (isSpace(bytes[cursor.at])) cursor.at++
    if (bytes[cursor.at] !== code('%')) return
    const from = cursor.at
    while (cursor.at < bytes.length && bytes[cursor.at] !== 10 && bytes[cursor.at] !== 13) cursor.at++
    cursor.commentBytes += cursor.at - from
    if (cursor.at - from > fixedLimits.pdfCommentBytes || cursor.commentBytes > fixedLimits.pdfCommentsBytes)
      throw paperError('paper-two-in-one', `comments of ${cursor.commentBytes} bytes`)
  }
}

/** Whether this keyword stands here; if so it is passed. */
export function takeKeyword(cursor: PdfCursor, word: string): boolean {
  for (let i = 0; i < word.length; i++) if (cursor.bytes[cursor.at + i] !== word.charCodeAt(i)) return false
  if (isRegular(cursor.bytes[cursor.at + word.length])) return false
  cursor.at += word.length
  return true
}

/** Digits without a sign. @throws paper-broken */
export function readWhole(cursor: PdfCursor): number {
  const from = cursor.at
  while (cursor.bytes[cursor.at] >= 48 && cursor.bytes[cursor.at] <= 57 && cursor.at - from < 11) cursor.at++
  if (cursor.at === from || isRegular(cursor.bytes[cursor.at])) throw broken('a whole number')
  return Number(String.fromCharCode(...cursor.bytes.subarray(from, cursor.at)))
}

/** The value that stands here. @throws paper-broken, paper-bomb for too deep a nesting */
export function readValue(cursor: PdfCursor, depth = 0): PdfValue {
  if (depth > fixedLimits.pdfDepth) throw paperError('paper-bomb', `nested deeper than ${fixedLimits.pdfDepth}`)
  skipSpace(cursor)
  const byte = cursor.bytes[cursor.at]
  if (byte === code('/')) return { type: 'name', name: readName(cursor) }
  if (byte === code('(')) return { type: 'string', bytes: readLiteral(cursor) }
  if (byte === code('[')) return readArray(cursor, depth)
  if (byte === code('<')) {
    return cursor.bytes[cursor.at + 1] === byte ? readDict(cursor, depth) : { type: 'string', bytes: readHexString(cursor) }
  }
  if (takeKeyword(cursor, 'true')) return { type: 'boolean', value: true }
  if (takeKeyword(cursor, 'false')) return { type: 'boolean', value: false }
  if (takeKeyword(cursor, 'null')) return pdfNull
  return readNumberOrRef(cursor)
}

function readNumberOrRef(cursor: PdfCursor): PdfValue {
  const from = cursor.at
  while (isRegular(cursor.bytes[cursor.at]) && cursor.at - from < 64) cursor.at++
  const text = String.fromCharCode(...cursor.bytes.subarray(from, cursor.at))
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(text)) throw broken('a value')
  if (!/^\d{1,8}$/.test(text)) return { type: 'number', text }
  const after = cursor.at
  const ref = readRestOfRef(cursor, Number(text))
  if (ref === null) cursor.at = after
  return ref ?? { type: 'number', text }
}

function readRestOfRef(cursor: PdfCursor, number: number): PdfRef | null {
  const { bytes } = cursor
  if (!isSpace(bytes[cursor.at])) return null
  while (isSpace(bytes[cursor.at])) cursor.at++
  const from = cursor.at
  while (bytes[cursor.at] >= 48 && bytes[cursor.at] <= 57 && cursor.at - from < 6) cursor.at++
  if (cursor.at === from || !isSpace(bytes[cursor.at])) return null
  const generation = Number(String.fromCharCode(...bytes.subarray(from, cursor.at)))
  while (isSpace(bytes[cursor.at])) cursor.at++
  return takeKeyword(cursor, 'R') ? { type: 'ref', number, generation } : null
}

function readName(cursor: PdfCursor): string {
  const { bytes } = cursor
  let name = ''
  cursor.at++
  while (isRegular(bytes[cursor.at])) {
    if (bytes[cursor.at] === code('#')) {
      const hex = String.fromCharCode(...bytes.subarray(cursor.at + 1, cursor.at + 3))
      if (!/^[0-9A-Fa-f]{2}$/.test(hex)) throw broken('a name')
      name += String.fromCharCode(Number.parseInt(hex, 16))
      cursor.at += 3
    } else name += String.fromCharCode(bytes[cursor.at++])
    if (name.length > 255) throw broken('a name')
  }
  return name
}

/** The bytes between the brackets, escapes undone. */
function readLiteral(cursor: PdfCursor): Uint8Array {
  const { bytes } = cursor
  const out: number[] = []
  let open = 1
  for (cursor.at++; open > 0; cursor.at++) {
    const byte = bytes[cursor.at]
    if (byte === undefined) throw broken('a string without end')
    if (byte === code('\\')) readEscape(cursor, out)
    else {
      open += byte === code('(') ? 1 : byte === code(')') ? -1 : 0
      if (open > 0) out.push(byte)
    }
  }
  return Uint8Array.from(out)
}

const escapes: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 }

function readEscape(cursor: PdfCursor, out: number[]): void {
  const { bytes } = cursor
  const next = bytes[++cursor.at]
  const octal = /^[0-7]{1,3}/.exec(String.fromCharCode(...bytes.subarray(cursor.at, cursor.at + 3)))?.[0]
  if (octal !== undefined) {
    out.push(Number.parseInt(octal, 8) & 255)
    cursor.at += octal.length - 1
  } else if (next === 13 || next === 10) {
    // A line that goes on: nothing.
    if (next === 13 && bytes[cursor.at + 1] === 10) cursor.at++
  } else if (next !== undefined) out.push(escapes[String.fromCharCode(next)] ?? next)
}

function readHexString(cursor: PdfCursor): Uint8Array {
  const { bytes } = cursor
  let digits = ''
  for (cursor.at++; bytes[cursor.at] !== code('>'); cursor.at++) {
    const byte = bytes[cursor.at]
    if (byte === undefined) throw broken('a string without end')
    if (!isSpace(byte)) digits += String.fromCharCode(byte)
  }
  cursor.at++
  if (!/^[0-9A-Fa-f]*$/.test(digits)) throw broken('a hexadecimal string')
  const pairs = digits.length % 2 === 1 ? `${digits}0` : digits
  return Uint8Array.from({ length: pairs.length / 2 }, (_, index) => Number.parseInt(pairs.slice(2 * index, 2 * index + 2), 16))
}

function readArray(cursor: PdfCursor, depth: number): PdfValue {
  const items: PdfValue[] = []
  for (cursor.at++; ; ) {
    skipSpace(cursor)
    if (cursor.bytes[cursor.at] === code(']')) break
    items.push(readValue(cursor, depth + 1))
  }
  cursor.at++
  return { type: 'array', items }
}

/** @throws paper-broken also when a key stands twice: readers differ in which one counts */
export function readDict(cursor: PdfCursor, depth = 0): PdfDict {
  const entries = new Map<string, PdfValue>()
  skipSpace(cursor)
  if (!(cursor.bytes[cursor.at] === code('<') && cursor.bytes[cursor.at + 1] === code('<'))) throw broken('no dictionary')
  for (cursor.at += 2; ; ) {
    skipSpace(cursor)
    if (cursor.bytes[cursor.at] === code('>')) break
    if (cursor.bytes[cursor.at] !== code('/')) throw broken('a key of a dictionary')
    const key = readName(cursor)
    if (entries.has(key)) throw broken('a key stands twice')
    entries.set(key, readValue(cursor, depth + 1))
  }
  if (cursor.bytes[cursor.at + 1] !== code('>')) throw broken('a dictionary without end')
  cursor.at += 2
  return { type: 'dict', entries }
}

/** `Length`, when it is written here and not in another object. */
export function directLength(dict: PdfDict): number | null {
  return wholeNumber(entry(dict, 'Length'))
}
