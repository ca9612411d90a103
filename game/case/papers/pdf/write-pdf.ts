import type { PdfPage } from './collect-pages.ts'
import { broken } from './pdf-lexer.ts'
import { entry, pdfNull, type PdfDict, type PdfRef, type PdfValue } from './pdf-value.ts'

/** Beside the pages only what changes how they look is taken over: which layers are shown. */
const keptOfRoot = ['OCProperties']
/** Of a page: what is drawn. Thumbnails, private data of programs, structure and threads are left behind. */
const droppedOfPage = new Set([
  'Parent',
  'Thumb',
  'PieceInfo',
  'Metadata',
  'StructParents',
  'B',
  'Tabs',
  'LastModified',
  'AF',
  'DPart',
  'Dur',
  'Trans',
])
const droppedAnywhere = new Set(['Metadata', 'PieceInfo', 'LastModified'])

/**
 * Writes a PDF of these pages: one flat tree, one plain table, objects numbered in the order in which they are met, nothing that no page leads to.
 * The same pages give the same bytes.
 * @returns the bytes, and every value written with its references as they were, for whoever has to look at each
 */
export function writePdf(from: { root: PdfDict; pages: readonly PdfPage[]; resolve: (value: PdfValue) => PdfValue }): {
  readonly bytes: Uint8Array
  readonly values: readonly PdfValue[]
} {
  const { root, pages, resolve } = from
  const numbers = new Map<number, number>()
  const queue: { number: number; value: PdfValue }[] = []
  const values: PdfValue[] = []
  const parts = startParts()
  const own = { catalogue: 1, tree: 2 }
  let next = 3
  for (const { ref } of pages) {
    if (numbers.has(ref.number)) throw broken('a page stands twice')
    numbers.set(ref.number, next++)
  }
  /** Pages are written below; everything else when it is first met. */
  const renumber = (ref: PdfRef): number | null => {
    const known = numbers.get(ref.number)
    if (known !== undefined) return known
    const value = resolve(ref)
    if (value.type === 'null') return null
    numbers.set(ref.number, next)
    queue.push({ number: next, value })
    return next++
  }
  const write = (value: PdfValue, dropped: ReadonlySet<string> = droppedAnywhere): string => writeValue(value, renumber, dropped)

  const kept = keptOfRoot.filter((key) => root.entries.has(key)).map((key) => `/${key} ${write(entry(root, key))}`)
  for (const key of keptOfRoot) values.push(entry(root, key))
  const written = new Map<number, string>()
  for (const { ref, dict } of pages) {
    values.push(withoutKeys(dict, droppedOfPage))
    const text = write(withoutKeys(dict, droppedOfPage))
    written.set(numbers.get(ref.number) ?? 0, text.replace(/^<</, `<</Parent ${own.tree} 0 R`))
  }
  parts.object(own.catalogue, `<</Type/Catalog/Pages ${own.tree} 0 R${kept.join('')}>>`)
  const kids = pages.map((_, index) => `${3 + index} 0 R`).join(' ')
  parts.object(own.tree, `<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`)
  for (const [number, text] of written) parts.object(number, text)
  // `queue` grows while it is written.
  for (const { number, value } of queue) {
    values.push(value)
    if (value.type !== 'stream') parts.object(number, write(value))
    else {
      const length: [string, PdfValue] = ['Length', { type: 'number', text: String(value.data.length) }]
      const dict: PdfDict = { type: 'dict', entries: new Map([...value.dict.entries, length]) }
      parts.object(number, write(dict), value.data)
    }
  }
  return { bytes: parts.finish(own.catalogue), values }
}

function withoutKeys(dict: PdfDict, keys: ReadonlySet<string>): PdfDict {
  return { type: 'dict', entries: new Map([...dict.entries].filter(([key]) => !keys.has(key))) }
}

function writeValue(value: PdfValue, renumber: (ref: PdfRef) => number | null, dropped: ReadonlySet<string>): string {
  const write = (inner: PdfValue): string => writeValue(inner, renumber, dropped)
  switch (value.type) {
    case 'null':
      return 'null'
    case 'boolean':
      return String(value.value)
    case 'number':
      return value.text
    case 'name':
      return writeName(value.name)
    case 'string':
      return `<${hex(value.bytes)}>`
    case 'array':
      return `[${value.items.map(write).join(' ')}]`
    case 'dict':
      return `<<${[...value.entries]
        .filter(([key]) => !dropped.has(key))
        .map(([key, inner]) => `${writeName(key)} ${write(inner)}`)
        .join('')}>>`
    case 'ref': {
      const number = renumber(value)
      return number === null ? write(pdfNull) : `${number} 0 R`
    }
    case 'stream':
      throw broken('a stream inside another value')
  }
}

function writeName(name: string): string {
  return `/${name.replace(/[^A-Za-z0-9_.+*:;@,!?$&=|^`~'"\\-]/g, (character) => `#${hex([character.charCodeAt(0)])}`)}`
}

const hex = (bytes: Iterable<number>): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** Bytes as they come, with where each object stands. */
function startParts(): {
  object: (number: number, text: string, data?: Uint8Array) => void
  finish: (catalogue: number) => Uint8Array
} {
  const parts: Uint8Array[] = []
  const places = new Map<number, number>()
  let length = 0
  const add = (part: Uint8Array | string): void => {
    const bytes = typeof part === 'string' ? Uint8Array.from(part, (character) => character.charCodeAt(0)) : part
    parts.push(bytes)
    length += bytes.length
  }
  add('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')
  return {
    object(number, text, data) {
      places.set(number, length)
      add(`${number} 0 obj\n${text}\n`)
      if (data !== undefined) {
        add('stream\n')
        add(data)
        add('\nendstream\n')
      }
      add('endobj\n')
    },
    finish(catalogue) {
      const start = length
      const lines = Array.from({ length: places.size }, (_, index) => `${String(places.get(index + 1)).padStart(10, '0')} 00000 n \n`)
      add(`xref\n0 ${places.size + 1}\n0000000000 65535 f \n${lines.join('')}`)
      add(`trailer\n<</Size ${places.size + 1}/Root ${catalogue} 0 R>>\nstartxref\n${start}\n%%EOF\n`)
      const bytes = new Uint8Array(length)
      let at = 0
      for (const part of parts) {
        bytes.set(part, at)
        at += part.length
      }
      return bytes
    },
  }
}
