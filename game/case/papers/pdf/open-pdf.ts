import { paperError } from '../paper-errors.ts'
import { fixedLimits } from '../paper-limits.ts'
import { broken, readValue, readWhole, skipSpace, type PdfCursor } from './pdf-lexer.ts'
import { entry, nameOf, pdfNull, wholeNumber, type PdfDict, type PdfStream, type PdfValue } from './pdf-value.ts'
import type { PdfFile } from './read-pdf-file.ts'
import { undoPredictor, unpackStream, type Inflate, type UnpackBudget } from './unpack-stream.ts'

/** A PDF whose tables hold: every object is found by its number. */
export type OpenPdf = {
  readonly trailer: PdfDict
  /** What a reference leads to; null where there is nothing, as the format has it. */
  readonly resolve: (value: PdfValue) => PdfValue
  /** Every value that lies in an object stream. */
  readonly packed: readonly PdfValue[]
}
type Place = { readonly at: number } | { readonly inside: number; readonly index: number }
type Opening = {
  readonly file: PdfFile
  readonly inflate: Inflate
  readonly budget: UnpackBudget
  readonly places: Map<number, Place | null>
}

/**
 * Follows the cross-reference tables from the end, and finds each entry's object where the entry says.
 * @throws paper-broken when one is not there, paper-encrypted, paper-bomb
 */
export function openPdf(file: PdfFile, inflate: Inflate, budget: UnpackBudget): OpenPdf {
  const opening: Opening = { file, inflate, budget, places: new Map() }
  const trailers: PdfDict[] = []
  const seen = new Set<number>()
  const starts = [file.start]
  for (let at = starts.pop(); at !== undefined; at = starts.pop()) {
    // A table that names itself as the one before it has no end.
    if (seen.has(at)) throw broken('tables in a circle')
    seen.add(at)
    const trailer = readTableAt(opening, at)
    if (trailer.entries.has('Encrypt')) throw paperError('paper-encrypted', 'Encrypt')
    trailers.push(trailer)
    const [before, hybrid] = [wholeNumber(entry(trailer, 'Prev')), wholeNumber(entry(trailer, 'XRefStm'))]
    if (before !== null) starts.push(before)
    if (hybrid !== null) starts.push(hybrid)
  }
  // Also those that no table names: what they hide is looked at too.
  const groups = new Map<PdfValue, readonly PdfValue[]>()
  for (const { value } of file.objects.values()) if (isGroup(value)) groups.set(value, readGroup(opening, value))
  const inside = new Map<number, readonly PdfValue[]>()
  for (const [number, place] of opening.places) {
    if (place !== null && 'at' in place && file.objects.get(place.at)?.number !== number) throw broken(`object ${number} is elsewhere`)
    if (place === null || !('inside' in place)) continue
    const home = opening.places.get(place.inside) ?? null
    const holder = home !== null && 'at' in home ? file.objects.get(home.at)?.value : undefined
    const group = holder === undefined ? undefined : groups.get(holder)
    if (group?.[place.index] === undefined) throw broken(`object ${number} is elsewhere`)
    inside.set(place.inside, group)
  }
  const at = (number: number): PdfValue => {
    const place = opening.places.get(number) ?? null
    if (place === null) return pdfNull
    return 'at' in place ? (file.objects.get(place.at)?.value ?? pdfNull) : (inside.get(place.inside)?.[place.index] ?? pdfNull)
  }
  return {
    trailer: trailers[0],
    packed: [...groups.values()].flat(),
    resolve(value) {
      let found = value
      for (let steps = 0; found.type === 'ref'; steps++) {
        if (steps > 8) throw broken('references in a circle')
        found = at(found.number)
      }
      return found
    },
  }
}

function readTableAt(opening: Opening, at: number): PdfDict {
  const table = opening.file.tables.get(at)
  if (table !== undefined) {
    for (const { number, place } of table.entries) put(opening, number, place === null ? null : { at: place })
    return table.trailer
  }
  const object = opening.file.objects.get(at)
  if (object?.value.type !== 'stream' || nameOf(entry(object.value.dict, 'Type')) !== 'XRef') throw broken(`no table at ${at}`)
  readXrefStream(opening, object.value)
  return object.value.dict
}

/** The newest table is read first, and has the word. */
function put({ places }: Opening, number: number, place: Place | null): void {
  if (!places.has(number)) places.set(number, place)
  if (places.size > fixedLimits.pdfObjects) throw paperError('paper-bomb', `more than ${fixedLimits.pdfObjects} objects`)
}

/** ISO 32000-2, 7.5.8. */
function readXrefStream(opening: Opening, stream: PdfStream): void {
  const unpacked = unpackStream(stream, opening.inflate, opening.budget)
  const data = undoPredictor(unpacked.data, firstOf(entry(stream.dict, 'DecodeParms')))
  const widths = numbersOf(entry(stream.dict, 'W'))
  const size = wholeNumber(entry(stream.dict, 'Size'))
  const index = entry(stream.dict, 'Index').type === 'null' ? [0, size ?? -1] : numbersOf(entry(stream.dict, 'Index'))
  if (unpacked.rest !== null || size === null || widths.length !== 3 || widths.some((width) => width > 8)) throw broken('table')
  const width = widths[0] + widths[1] + widths[2]
  let at = 0
  for (let i = 0; i < index.length; i += 2) {
    const [first, count] = [index[i], index[i + 1]]
    if (!(count >= 0) || width === 0 || at + count * width > data.length) throw broken('table')
    for (let number = first; number < first + count; number++, at += width) {
      const kind = widths[0] === 0 ? 1 : readInteger(data, at, widths[0])
      const second = readInteger(data, at + widths[0], widths[1])
      const third = readInteger(data, at + widths[0] + widths[1], widths[2])
      if (kind > 2) throw broken('table')
      put(opening, number, kind === 0 ? null : kind === 1 ? { at: second } : { inside: second, index: third })
    }
  }
  if (at !== data.length) throw broken('table')
}

function readInteger(data: Uint8Array, at: number, width: number): number {
  let value = 0
  for (let i = 0; i < width; i++) value = value * 256 + data[at + i]
  return value
}

function isGroup(value: PdfValue): value is PdfStream {
  return value.type === 'stream' && nameOf(entry(value.dict, 'Type')) === 'ObjStm'
}

/** The values in an object stream, in its order (7.5.7). */
function readGroup(opening: Opening, stream: PdfStream): readonly PdfValue[] {
  const { data, rest } = unpackStream(stream, opening.inflate, opening.budget)
  const [count, first] = [wholeNumber(entry(stream.dict, 'N')), wholeNumber(entry(stream.dict, 'First'))]
  if (rest !== null || count === null || first === null || count > fixedLimits.pdfObjects) throw broken('an object stream')
  const cursor: PdfCursor = { bytes: data, at: 0, commentBytes: 0 }
  const values: PdfValue[] = []
  for (let i = 0; i < count; i++) {
    skipSpace(cursor)
    readWhole(cursor)
    skipSpace(cursor)
    const value = readValue({ bytes: data, at: first + readWhole(cursor), commentBytes: 0 })
    values.push(value)
  }
  return values
}

const firstOf = (value: PdfValue): PdfValue => (value.type === 'array' ? (value.items[0] ?? pdfNull) : value)

function numbersOf(value: PdfValue): number[] {
  const numbers = value.type === 'array' ? value.items.map(wholeNumber) : []
  return numbers.map((number) => {
    if (number === null) throw broken('table')
    return number
  })
}
