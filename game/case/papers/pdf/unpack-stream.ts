import { paperError } from '../paper-errors.ts'
import { fixedLimits } from '../paper-limits.ts'
import { broken, isSpace } from './pdf-lexer.ts'
import { entry, nameOf, wholeNumber, type PdfDict, type PdfStream, type PdfValue } from './pdf-value.ts'

/** Unpacks zlib data whole (RFC 1950), or says why not: `broken`, or `large` when it would be more than `mostBytes`. */
export type Inflate = (packed: Uint8Array, mostBytes: number) => Uint8Array | 'broken' | 'large'
/** What is left to unpack in one file; every stream takes of it. */
export type UnpackBudget = { leftBytes: number }

/** A stream after as many of its filters as are undone here. */
export type Unpacked = {
  readonly data: Uint8Array
  /** The filter that `data` is still packed in; null: none, it is plain. */
  readonly rest: 'DCTDecode' | 'CCITTFaxDecode' | 'LZWDecode' | 'RunLengthDecode' | null
}
const lastFilters = ['DCTDecode', 'CCITTFaxDecode', 'LZWDecode', 'RunLengthDecode'] as const

/**
 * Undoes the filters of a stream. The list is closed: pictures in JBIG2 and JPX come from readers with a history of faults, and no phone makes them.
 * @throws paper-filter {filter}, paper-broken, paper-bomb
 */
export function unpackStream(stream: PdfStream, inflate: Inflate, budget: UnpackBudget): Unpacked {
  const names = filtersOf(stream.dict)
  const isPicture = nameOf(entry(stream.dict, 'Subtype')) === 'Image'
  const mostBytes = isPicture ? fixedLimits.pdfImageBytes : fixedLimits.pdfStreamBytes
  let { data } = stream
  for (const [index, name] of names.entries()) {
    const last = lastFilters.find((known) => known === name)
    if (last !== undefined && index === names.length - 1) return { data, rest: last }
    if (name === 'FlateDecode') data = inflateWithin(data, inflate, mostBytes, budget)
    else if (name === 'ASCII85Decode') data = decodeAscii85(data)
    else if (name === 'ASCIIHexDecode') data = decodeHex(data)
    else throw paperError('paper-filter', name, { filter: last === undefined ? shown(name) : `${name} …` })
  }
  return { data, rest: null }
}

/** The file chose the name: only a plain one is repeated. */
const shown = (name: string): string => (/^[A-Za-z0-9]{1,24}$/.test(name) ? name : '?')

export function filtersOf(dict: PdfDict): string[] {
  if (dict.entries.has('F') || dict.entries.has('FFilter')) throw paperError('paper-embedded', 'a stream of another file')
  const filter = entry(dict, 'Filter')
  const names = filter.type === 'array' ? filter.items.map(nameOf) : filter.type === 'null' ? [] : [nameOf(filter)]
  if (names.length > 4) throw broken('filters')
  return names.map((name) => {
    if (name === null) throw broken('a filter')
    return name
  })
}

function inflateWithin(packed: Uint8Array, inflate: Inflate, mostBytes: number, budget: UnpackBudget): Uint8Array {
  const plain = inflate(packed, Math.min(mostBytes, budget.leftBytes))
  if (plain === 'broken') throw broken('packed data')
  if (plain === 'large') throw paperError('paper-bomb', `a stream of more than ${mostBytes} bytes`)
  budget.leftBytes -= plain.length
  return plain
}

function decodeHex(data: Uint8Array): Uint8Array {
  const digits: number[] = []
  for (const byte of data) {
    if (byte === 0x3e) break
    if (isSpace(byte)) continue
    const digit = Number.parseInt(String.fromCharCode(byte), 16)
    if (Number.isNaN(digit)) throw broken('hexadecimal data')
    digits.push(digit)
  }
  return Uint8Array.from({ length: Math.ceil(digits.length / 2) }, (_, i) => (digits[2 * i] << 4) | (digits[2 * i + 1] ?? 0))
}

function decodeAscii85(data: Uint8Array): Uint8Array {
  const out = new Uint8Array(Math.ceil((data.length * 4) / 5) + 4 * data.length)
  let [length, value, count] = [0, 0, 0]
  const flush = (bytes: number): void => {
    if (value > 0xffffffff) throw broken('ASCII85 data')
    for (let i = 0; i < bytes; i++) out[length++] = Math.floor(value / 256 ** (3 - i)) & 255
    ;[value, count] = [0, 0]
  }
  for (const byte of data) {
    if (byte === 0x7e) break
    if (isSpace(byte)) continue
    if (byte === 0x7a && count === 0) flush(4)
    else if (byte < 33 || byte > 117) throw broken('ASCII85 data')
    else {
      value = value * 85 + byte - 33
      if (++count === 5) flush(4)
    }
  }
  if (count === 1) throw broken('ASCII85 data')
  const left = count - 1
  for (; count > 0 && count < 5; count++) value = value * 85 + 84
  if (left > 0) flush(left)
  return out.slice(0, length)
}

/** Undoes the row predictors of a packed table (PNG filters 0 to 4, one byte a sample). */
export function undoPredictor(data: Uint8Array, parameters: PdfValue): Uint8Array {
  if (parameters.type !== 'dict') return data
  const predictor = wholeNumber(entry(parameters, 'Predictor')) ?? 1
  if (predictor === 1) return data
  const columns = wholeNumber(entry(parameters, 'Columns')) ?? 1
  if (predictor < 10 || columns < 1 || data.length % (columns + 1) !== 0) throw broken('predictor')
  const rows = data.length / (columns + 1)
  const out = new Uint8Array(rows * columns)
  for (let row = 0; row < rows; row++) {
    const filter = data[row * (columns + 1)]
    for (let x = 0; x < columns; x++) {
      const at = row * columns + x
      const left = x > 0 ? out[at - 1] : 0
      const up = row > 0 ? out[at - columns] : 0
      const corner = x > 0 && row > 0 ? out[at - columns - 1] : 0
      out[at] = data[row * (columns + 1) + 1 + x] + predicted(filter, left, up, corner)
    }
  }
  return out
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 0) return 0
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  if (filter !== 4) throw broken('predictor')
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}
