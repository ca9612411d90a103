import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { joined, latin, pdfOf, pdfParts, pdfSample, type PdfPart } from '../../../../bench/papers/paper-samples.ts'
import { pdf, pdfCode, textOf } from './refused.ts'

const sample = pdfSample({ pages: 2 })
const text = textOf(sample)
/** A change of the text that leaves every byte's place as it is, or not. */
const edited = (find: string | RegExp, replace: string): Uint8Array => {
  const after = text.replace(find, () => replace)
  if (after === text) throw new Error(`${find} is not there`)
  return latin(after)
}

describe('the file of a PDF', () => {
  test('P19: begins with its header', () => {
    expect(pdf(sample).pages).toBe(2)
    for (const version of ['1.0', '1.4', '2.0']) expect(pdfCode(edited('%PDF-1.7', `%PDF-${version}`))).toBeNull()
    for (const version of ['1.8', '2.1', '3.0', '1,4']) expect(pdfCode(edited('%PDF-1.7', `%PDF-${version}`))).toBe('paper-broken')
    expect(pdfCode(joined(latin('\n'), sample))).toBe('paper-broken')
    expect(pdfCode(edited('%PDF-1.7\n', '%PDF-1.7 '))).toBe('paper-broken')
  })

  test('P20: holds objects, tables and ends, and short comments', () => {
    const withBetween = (between: string): string | null => pdfCode(pdfOf(pdfParts(), { head: `%PDF-1.7\n${between}` }))
    expect(withBetween('% made by a program\n\n \t')).toBeNull()
    expect(withBetween(`%${'a'.repeat(127)}\n`)).toBeNull()
    expect(withBetween(`%${'a'.repeat(128)}\n`)).toBe('paper-two-in-one')
    expect(withBetween(`%${'a'.repeat(99)}\n`.repeat(20))).toBeNull()
    expect(withBetween(`%${'a'.repeat(99)}\n`.repeat(21))).toBe('paper-two-in-one')
    expect(withBetween('MZ\x90')).toBe('paper-broken')
    expect(pdfCode(edited('endobj\n2 0 obj', 'endobj\nhello\n2 0 obj'))).toBe('paper-broken')
    expect(pdfCode(edited('endobj\n2 0 obj', 'endob \n2 0 obj'))).toBe('paper-broken')
    expect(pdfCode(edited('%%EOF', '%%EOG'))).toBe('paper-broken')
    expect(pdfCode(edited('0000000000 65535 f ', '0000000000 65535 x '))).toBe('paper-broken')
  })

  test('P21: ends with its end', () => {
    for (const end of ['', '\n', '\r\n', '\r']) expect(pdfCode(joined(sample.subarray(0, -1), latin(end)))).toBeNull()
    for (const more of ['\n\n', 'a', '%more', ' ', '\n1 0 obj\nnull\nendobj', '\0'])
      expect([more, pdfCode(joined(sample, latin(more)))]).toEqual([more, 'paper-two-in-one'])
    expect(pdfCode(sample.subarray(0, -12))).toBe('paper-broken')
  })

  test('P22: has every stream exactly as long as it says', () => {
    const length = /\/Length (\d+)/.exec(text)?.[1] ?? ''
    for (const wrong of [2, 5, -1]) expect(pdfCode(edited(`/Length ${length}`, `/Length ${Number(length) + wrong}`))).toBe('paper-broken')
    expect(pdfCode(edited(`/Length ${length}`, '/Longth 99'))).toBe('paper-broken')
    const stored = textOf(pdfSample({ imageBytes: 2048 }))
    for (const wrong of [2040, 2030, 2051]) expect(pdfCode(latin(stored.replace('/Length 2048', `/Length ${wrong}`)))).toBe('paper-broken')
    const parts = pdfParts()
    const content = parts[3]
    const far = (value: string): Uint8Array =>
      pdfOf([...parts.slice(0, 3), { ...content, text: content.text.replace(/\/Length \d+/, '/Length 5 0 R') }, { text: value }])
    expect(pdfCode(far(String(content.data?.length)))).toBeNull()
    expect(pdfCode(far(String((content.data?.length ?? 0) + 1)))).toBeNull()
    expect(pdfCode(far(String((content.data?.length ?? 0) + 2)))).toBe('paper-broken')
    expect(pdfCode(far('(7)'))).toBe('paper-broken')
  })

  test('P23: has no key twice', () => {
    expect(pdfCode(pdfSample({ catalogue: '/Pages 2 0 R' }))).toBe('paper-broken')
    expect(pdfCode(pdfSample({ page: '/Rotate 0/R#6ftate 90' }))).toBe('paper-broken')
  })

  test('P24: is not deep and not endless', () => {
    const nested = (depth: number): Uint8Array => pdfSample({ catalogue: `/X ${'['.repeat(depth)}${']'.repeat(depth)}` })
    expect(pdfCode(nested(47))).toBeNull()
    expect(pdfCode(nested(49))).toBe('paper-bomb')
    expect(pdfCode(nested(20_000))).toBe('paper-bomb')
    const many: PdfPart[] = [...pdfParts(), ...Array.from({ length: 60_000 }, () => ({ text: '0' }))]
    expect(pdfCode(pdfOf(many.slice(0, 59_999)))).toBeNull()
    expect(pdfCode(pdfOf(many))).toBe('paper-bomb')
    expect(pdfCode(latin(`%PDF-1.7\n${'1 0 obj 0 endobj\n'.repeat(60_001)}`))).toBe('paper-bomb')
    expect(pdfCode(edited('xref\n0 7', 'xref\n0 70000'))).toBe('paper-bomb')
  })

  test('P25: leads to every object where it stands', () => {
    const start = Number(/startxref\n(\d+)/.exec(text)?.[1])
    expect(pdfCode(edited(`startxref\n${start}`, `startxref\n${start + 1}`))).toBe('paper-broken')
    expect(pdfCode(edited(`startxref\n${start}`, 'startxref\n0'))).toBe('paper-broken')
    const [, place] = /\n(\d{10}) 00000 n /.exec(text) ?? []
    expect(pdfCode(edited(`${place} 00000 n`, `${String(Number(place) + 1).padStart(10, '0')} 00000 n`))).toBe('paper-broken')
    expect(pdfCode(edited('\n2 0 obj', '\n7 0 obj'))).toBe('paper-broken')
    expect(pdfCode(edited('/Root 1 0 R', '/Root 9 0 R'))).toBe('paper-broken')
    expect(pdfCode(edited('/Root 1 0 R', '/Root 2 0 R'))).toBe('paper-broken')
    expect(pdfCode(edited('/Type/Catalog', '/Type/Katalog'))).toBe('paper-broken')
  })

  test('P26: may have been changed later, the newest table has the word', () => {
    const start = Number(/startxref\n(\d+)/.exec(text)?.[1])
    const later = (page: string, previous: number): Uint8Array => {
      const object = `3 0 obj\n${page}\nendobj\n`
      const at = sample.length
      const table = `xref\n3 1\n${String(at).padStart(10, '0')} 00000 n \ntrailer\n<</Size 7/Root 1 0 R/Prev ${previous}>>\nstartxref\n${at + object.length}\n%%EOF\n`
      return joined(sample, latin(object + table))
    }
    const page = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R>>'
    const changed = later(page, start)
    expect(textOf(pdf(changed).bytes)).toContain('/MediaBox [0 0 300 300]')
    expect(pdfCode(later(page, start + 1))).toBe('paper-broken')
    // The first table says that the second, which leads to it, came before it.
    const first = pdfOf(pdfParts({ pages: 2 }), { trailer: '/Prev 0000000000' })
    const second = first.length
    const circle = latin(textOf(first).replace('/Prev 0000000000', `/Prev ${String(second).padStart(10, '0')}`))
    const firstStart = Number(/startxref\n(\d+)/.exec(textOf(first))?.[1])
    const end = `xref\n0 0\ntrailer\n<</Size 7/Root 1 0 R/Prev ${firstStart}>>\nstartxref\n${second}\n%%EOF\n`
    expect(pdfCode(joined(circle, latin(end)))).toBe('paper-broken')
    expect(pdfCode(joined(pdfOf(pdfParts({ pages: 2 }), { trailer: '/Pre_ 0000000000' }), latin(end)))).toBeNull()
  })

  test('P27: may lie packed', () => {
    for (const predictor of [0, 10, 11, 12, 13, 14]) expect([predictor, pdfCode(packedPdf({ predictor }))]).toEqual([predictor, null])
    expect(textOf(pdf(packedPdf({ predictor: 12 })).bytes)).toContain('/MediaBox [0 0 500 500]')
    expect(pdfCode(packedPdf({ predictor: 12, shift: 1 }))).toBe('paper-broken')
    expect(pdfCode(packedPdf({ predictor: 12, index: 9 }))).toBe('paper-broken')
    expect(pdfCode(packedPdf({ predictor: 5 }))).toBe('paper-broken')
  })
})

/** Catalogue, tree and page in an object stream, found by a packed table. */
function packedPdf({ predictor, shift = 0, index = 2 }: { predictor: number; shift?: number; index?: number }): Uint8Array {
  const values = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 500]>>',
  ]
  const places = values.map((_, i) => values.slice(0, i).join(' ').length + (i > 0 ? 1 : 0))
  const front = `${places.map((place, i) => `${i + 1} ${place}`).join(' ')} `
  const group = deflateSync(latin(front + values.join(' ')))
  const head = latin('%PDF-1.7\n')
  const four = joined(
    latin(`4 0 obj\n<</Type/ObjStm/N 3/First ${front.length}/Filter/FlateDecode/Length ${group.length}>>\nstream\n`),
    group,
    latin('\nendstream\nendobj\n'),
  )
  const at = head.length + four.length
  const rows = [
    [0, 0, 0],
    [2, 4, 0],
    [2, 4, 1],
    [2, 4, index],
    [1, head.length + shift, 0],
    [1, at, 0],
  ].map(([kind, place, extra]) => [kind, place >> 8, place & 255, extra])
  const filter = predictor < 10 ? null : predictor - 10
  const table = deflateSync(
    filter === null
      ? Uint8Array.from(rows.flat())
      : joined(...rows.map((row, y) => [filter, ...row.map((byte, x) => (byte - guess(rows, x, y, filter)) & 255)])),
  )
  const parameters = predictor === 0 ? '' : `/DecodeParms<</Predictor ${predictor}/Columns 4>>`
  const five = `5 0 obj\n<</Type/XRef/Size 6/W[1 2 1]/Root 1 0 R/Filter/FlateDecode${parameters}/Length ${table.length}>>\nstream\n`
  return joined(head, four, latin(five), table, latin(`\nendstream\nendobj\nstartxref\n${at}\n%%EOF\n`))
}

function guess(rows: readonly number[][], x: number, y: number, filter: number): number {
  const [left, up, corner] = [rows[y][x - 1] ?? 0, rows[y - 1]?.[x] ?? 0, rows[y - 1]?.[x - 1] ?? 0]
  if (filter === 4) {
    const distances = [left, up, corner].map((value) => [Math.abs(left + up - corner - value), value])
    return distances.reduce((best, one) => (one[0] < best[0] ? one : best))[1]
  }
  return [0, left, up, (left + up) >> 1][filter]
}
