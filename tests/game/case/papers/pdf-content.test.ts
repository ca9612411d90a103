import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { flateStream, joined, jpegSample, latin, pdfOf, pdfParts, pdfSample, type PdfPart } from '../../../../bench/papers/paper-samples.ts'
import { entry, type PdfDict, pdfNull, type PdfStream } from '../../../../game/case/papers/pdf/pdf-value.ts'
import { unpackStream } from '../../../../game/case/papers/pdf/unpack-stream.ts'
import { inflate, pdf, pdfCode, refused } from './refused.ts'

/** A page of one picture, or of one other stream. */
function withStream(stream: PdfPart, key = 'XObject'): Uint8Array {
  const parts = pdfParts({ page: key === 'XObject' ? '' : '/Annots[5 0 R]' })
  const page = parts[2].text.replace('/Resources<<>>', '/Resources<</XObject<</I 5 0 R>>>>')
  return pdfOf([parts[0], parts[1], { text: page }, parts[3], stream])
}
const image = (filter: string, data: Uint8Array, size = '/Width 10/Height 10'): PdfPart => ({
  text: `<</Type/XObject/Subtype/Image${size}/ColorSpace/DeviceGray/BitsPerComponent 8${filter}/Length ${data.length}>>`,
  data,
})
const packedBy = (filter: string): PdfDict => ({ type: 'dict', entries: new Map([['Filter', { type: 'name', name: filter }]]) })
const zeros = (bytes: number): Uint8Array => new Uint8Array(deflateSync(new Uint8Array(bytes)))

describe('what is in a PDF', () => {
  test('P28: is not locked', () => {
    expect(pdfCode(pdfOf(pdfParts(), { trailer: '/Encrypt 9 0 R' }))).toBe('paper-encrypted')
    expect(pdfCode(pdfOf([...pdfParts(), { text: '<</Filter/Standard/V 2>>' }], { trailer: '/Encrypt 5 0 R/ID[<00><00>]' }))).toBe(
      'paper-encrypted',
    )
  })

  test('P29: does nothing', () => {
    const actions = [
      'JavaScript',
      'Launch',
      'URI',
      'SubmitForm',
      'ImportData',
      'GoToR',
      'GoToE',
      'Rendition',
      'Movie',
      'Sound',
      'Hide',
      'SetOCGState',
      'J#61vaScript',
      '#4caunch',
    ]
    for (const action of actions) {
      expect([action, pdfCode(pdfSample({ page: `/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 1 1]/A<</S/${action}>>>>]` }))]).toEqual([
        action,
        'paper-active',
      ])
      expect(pdfCode(pdfSample({ catalogue: `/OpenAction<</Type/Action/S/${action}>>` }))).toBe('paper-active')
      expect(pdfCode(pdfOf([...pdfParts(), { text: `[[<</S/${action}>>]]` }]))).toBe('paper-active')
    }
    const hidden = latin('9 0 <</S/Launch/F(cmd.exe)>>')
    const packed = (entries: string): Uint8Array => pdfOf([...pdfParts(), flateStream(hidden, `/Type/ObjStm/N 1/First 4${entries}`)])
    expect(pdfCode(packed(''))).toBe('paper-active')
    expect(pdfCode(pdfSample({ page: '/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 1 1]/A<</S/GoTo/D[3 0 R/Fit]>>>>]' }))).toBeNull()
  })

  test('P30: plays nothing and reckons nothing', () => {
    for (const entries of ['/AA<</O 9 0 R>>', '/Names<</JavaScript<<>>>>', '/AcroForm<</XFA[]>>', '/Names<</A<</JS(1)>>>>']) {
      expect([entries, pdfCode(pdfSample({ catalogue: entries }))]).toEqual([entries, 'paper-active'])
    }
    for (const kind of ['RichMedia', 'Screen', 'Movie', 'Sound', '3D'])
      expect(pdfCode(pdfSample({ page: `/Annots[<</Subtype/${kind}>>]` }))).toBe('paper-active')
    expect(pdfCode(pdfSample({ page: '/Annots[<</Subtype/Widget/Rect[0 0 1 1]>>]' }))).toBeNull()
  })

  test('P31: carries no other file', () => {
    for (const entries of ['/Names<</EmbeddedFiles<<>>>>', '/AF[<</Type/Filespec/F(a)>>]', '/X<</EF<<>>>>']) {
      expect([entries, pdfCode(pdfSample({ catalogue: entries }))]).toEqual([entries, 'paper-embedded'])
    }
    expect(pdfCode(pdfSample({ page: '/Annots[<</Subtype/FileAttachment>>]' }))).toBe('paper-embedded')
    expect(pdfCode(pdfOf([...pdfParts(), { text: '<</Type/EmbeddedFile/Length 1>>', data: latin('a') }]))).toBe('paper-embedded')
    expect(pdfCode(withStream(image('/F(other.bin)', new Uint8Array(100))))).toBe('paper-embedded')
  })

  test('P32: is packed in ways that are known', () => {
    const good = ['', '/Filter/LZWDecode', '/Filter/RunLengthDecode', '/Filter/CCITTFaxDecode', '/Filter[]']
    for (const filter of good) expect([filter, pdfCode(withStream(image(filter, new Uint8Array(100))))]).toEqual([filter, null])
    const bad = ['JBIG2Decode', 'JPXDecode', 'Crypt', 'FlateDecoder', 'flatedecode']
    for (const filter of bad)
      expect([filter, pdfCode(withStream(image(`/Filter/${filter}`, new Uint8Array(100))))]).toEqual([filter, 'paper-filter'])
    expect(pdfCode(withStream(image('/Filter[/LZWDecode/FlateDecode]', new Uint8Array(100))))).toBe('paper-filter')
    expect(pdfCode(withStream(image('/Filter[/FlateDecode/FlateDecode/FlateDecode/FlateDecode/FlateDecode]', zeros(9))))).toBe(
      'paper-broken',
    )
  })

  test('P33: does not grow beyond measure', () => {
    const mib = 1024 * 1024
    expect(pdfCode(withStream(image('/Filter/FlateDecode', zeros(48 * mib))))).toBeNull()
    expect(pdfCode(withStream(image('/Filter/FlateDecode', zeros(48 * mib + 1))))).toBe('paper-bomb')
    const content = (bytes: number): Uint8Array => pdfOf([...pdfParts().slice(0, 3), flateStream(new Uint8Array(bytes))])
    expect(pdfCode(content(12 * mib))).toBeNull()
    expect(pdfCode(content(12 * mib + 1))).toBe('paper-bomb')
    const twice = new Uint8Array(deflateSync(zeros(13 * mib)))
    expect(pdfCode(withStream({ text: `<</Filter[/FlateDecode/FlateDecode]/Length ${twice.length}>>`, data: twice }))).toBe('paper-bomb')
    const stream: PdfStream = { type: 'stream', dict: packedBy('FlateDecode'), data: zeros(600) }
    const budget = { leftBytes: 1000 }
    expect(refused(() => unpackStream(stream, inflate, budget))).toBeNull()
    expect(budget.leftBytes).toBe(400)
    expect(refused(() => unpackStream(stream, inflate, budget))).toBe('paper-bomb')
    expect(entry(stream.dict, 'Length')).toBe(pdfNull)
  })

  test('P34: is whole', () => {
    const whole = zeros(5000)
    expect(pdfCode(withStream(image('/Filter/FlateDecode', whole.subarray(0, -1))))).toBe('paper-broken')
    const wrong = Uint8Array.from(whole)
    wrong[wrong.length - 1] ^= 1
    expect(pdfCode(withStream(image('/Filter/FlateDecode', wrong)))).toBe('paper-broken')
    const hex = (data: Uint8Array): Uint8Array => latin(`${Buffer.from(data).toString('hex')}>`)
    expect(pdfCode(withStream(image('/Filter[/ASCIIHexDecode/FlateDecode]', hex(whole))))).toBeNull()
    expect(pdfCode(withStream(image('/Filter[/ASCIIHexDecode/FlateDecode]', joined(latin('xx'), hex(whole)))))).toBe('paper-broken')
    // "Balai" and what it packs to, by hand from ISO 32000-2, 7.4.3.
    const ascii85 = (text: string): string => {
      const dict = packedBy('ASCII85Decode')
      return Buffer.from(unpackStream({ type: 'stream', dict, data: latin(text) }, inflate, { leftBytes: 1000 }).data).toString('latin1')
    }
    expect([ascii85('87cURD]~>'), ascii85('9jqo^~>'), ascii85('9 jq\no^~>'), ascii85('z~>')]).toEqual(['Hello', 'Man ', 'Man ', '\0\0\0\0'])
    expect([refused(() => ascii85('{~>')), refused(() => ascii85('a~>')), refused(() => ascii85('uuuuu~>'))]).toEqual([
      'paper-broken',
      'paper-broken',
      'paper-broken',
    ])
  })

  test('P10: holds no picture of more pixels than may be decoded', () => {
    expect(pdfCode(withStream(image('', new Uint8Array(10), '/Width 400/Height 250')))).toBeNull()
    expect(pdfCode(withStream(image('', new Uint8Array(10), '/Width 401/Height 250')))).toBe('paper-pixels')
    expect(pdfCode(withStream(image('', new Uint8Array(10), '/Width 400')))).toBe('paper-broken')
  })

  test('P35: has its pages in a tree', () => {
    expect([1, 5].map((pages) => pdf(pdfSample({ pages })).pages)).toEqual([1, 5])
    expect(pdfCode(pdfSample({ pages: 6 }))).toBe('paper-pages')
    const tree = (count: number, kids: string, more: PdfPart[] = []): string | null => {
      const parts = pdfParts()
      return pdfCode(pdfOf([parts[0], { text: `<</Type/Pages/Count ${count}/Kids[${kids}]>>` }, parts[2], parts[3], ...more]))
    }
    expect(tree(1, '3 0 R')).toBeNull()
    expect(tree(2, '3 0 R')).toBe('paper-broken')
    expect(tree(0, '')).toBe('paper-pages')
    expect(tree(10_000, '3 0 R')).toBe('paper-pages')
    expect(tree(2, '3 0 R 3 0 R')).toBe('paper-broken')
    expect(tree(1, '2 0 R')).toBe('paper-broken')
    expect(tree(1, '4 0 R')).toBe('paper-broken')
    expect(tree(1, '9 0 R')).toBe('paper-broken')
    expect(tree(1, '<</Type/Page/MediaBox[0 0 1 1]>>')).toBe('paper-broken')
    const branch = (text: string): string | null => tree(1, '5 0 R', [{ text }, { text: '<</Type/Page/Parent 5 0 R>>' }])
    expect(branch('<</Type/Pages/Count 1/Kids[6 0 R]/MediaBox[0 0 100 100]>>')).toBeNull()
    expect(branch('<</Type/Pages/Count 1/Kids[6 0 R]>>')).toBe('paper-broken')
    const lying = Array.from({ length: 6 }, () => ({ text: '<</Type/Page/MediaBox[0 0 1 1]>>' }))
    expect(tree(5, [5, 6, 7, 8, 9, 10].map((number) => `${number} 0 R`).join(' '), lying)).toBe('paper-pages')
  })

  test('P36: has JPEGs that are JPEGs', () => {
    const jpeg = jpegSample({ width: 10, height: 10 })
    const inside = (data: Uint8Array, filter = '/Filter/DCTDecode'): string | null => pdfCode(withStream(image(filter, data)))
    expect(inside(jpeg)).toBeNull()
    expect(inside(joined(jpeg, latin('\r\n')))).toBeNull()
    expect(inside(joined(jpeg, latin('\n\n\n')))).toBe('paper-two-in-one')
    expect(inside(jpeg.subarray(0, -5))).toBe('paper-broken')
    expect(inside(new Uint8Array(deflateSync(jpeg)), '/Filter[/FlateDecode/DCTDecode]')).toBeNull()
    expect(inside(new Uint8Array(deflateSync(latin('<html>'))), '/Filter[/FlateDecode/DCTDecode]')).toBe('paper-broken')
    expect(inside(jpegSample({ width: 500, height: 500 }))).toBe('paper-pixels')
  })
})
