import { crc32, deflateRawSync, deflateSync } from 'node:zlib'
import type { HostileFile } from './hostile-file.ts'
import { flateStream, joined, jpegSample, latin, pdfOf, pdfParts, pdfSample, pngSample, type PdfPart } from './paper-samples.ts'

const mib = 1024 * 1024

/** Files that are small and would be large, deep or endless. */
export function* bombs(): Generator<HostileFile> {
  for (const [width, height] of [
    [65_535, 65_535],
    [2_147_483_647, 2_147_483_647],
    [0xffffffff, 1],
    [30_000, 30_000],
  ]) {
    yield { name: `png of ${width} × ${height}`, bytes: png(width, height, deflateSync(new Uint8Array(mib))) }
  }
  for (const laced of [0, 1]) yield { name: 'png that unpacks to a gigabyte', bytes: png(100, 100, manyZeros(1024), laced) }
  yield { name: 'png that unpacks to too little', bytes: png(100, 100, deflateSync(new Uint8Array(100))) }
  for (const [height, width] of [
    [65_500, 65_500],
    [65_535, 1000],
    [5000, 5000],
  ]) {
    const jpeg = Uint8Array.from(jpegSample())
    const frame = jpeg.findIndex((byte, at) => byte === 0xff && jpeg[at + 1] === 0xc0)
    jpeg.set([height >> 8, height & 255, width >> 8, width & 255], frame + 5)
    yield { name: `jpeg of ${width} × ${height}`, bytes: jpeg }
  }
  yield { name: 'jpeg of a thousand scans', bytes: manyScans(1000) }
  yield* pdfBombs()
}

function* pdfBombs(): Generator<HostileFile> {
  const parts = pdfParts()
  const gigabyte = manyZeros(1024)
  const packed = (entries: string, data: Uint8Array): PdfPart => ({ text: `<</Length ${data.length}${entries}>>`, data })
  yield { name: 'pdf whose page unpacks to a gigabyte', bytes: pdfOf([...parts.slice(0, 3), packed('/Filter/FlateDecode', gigabyte)]) }
  yield {
    name: 'pdf packed twice',
    bytes: pdfOf([...parts.slice(0, 3), packed('/Filter[/FlateDecode/FlateDecode]', new Uint8Array(deflateSync(gigabyte)))]),
  }
  const image = packed(
    '/Filter/FlateDecode/Type/XObject/Subtype/Image/Width 10/Height 10/ColorSpace/DeviceGray/BitsPerComponent 8',
    gigabyte,
  )
  const shown = { text: parts[2].text.replace('/Resources<<>>', '/Resources<</XObject<</I 5 0 R>>>>') }
  yield { name: 'pdf whose picture unpacks to a gigabyte', bytes: pdfOf([parts[0], parts[1], shown, parts[3], image]) }
  yield {
    name: 'pdf with a gigabyte of objects',
    bytes: pdfOf([...parts, packed('/Filter/FlateDecode/Type/ObjStm/N 1/First 4', gigabyte)]),
  }
  const many = Array.from({ length: 40 }, () => packed('/Filter/FlateDecode/Type/XObject/Subtype/Image/Width 10/Height 10', manyZeros(47)))
  const all = {
    text: parts[2].text.replace('/Resources<<>>', `/Resources<</XObject<<${many.map((_, i) => `/I${i} ${5 + i} 0 R`).join('')}>>>>`),
  }
  yield { name: 'pdf of forty pictures just small enough', bytes: pdfOf([parts[0], parts[1], all, parts[3], ...many]) }
  for (const pages of [41, 200, 10_000]) yield { name: `pdf of ${pages} pages`, bytes: pdfSample({ pages }) }
  const says = (count: number): Uint8Array => pdfOf([parts[0], { text: `<</Type/Pages/Count ${count}/Kids[3 0 R]>>` }, ...parts.slice(2)])
  for (const count of [0, 2, 40, 4_000_000_000]) yield { name: `pdf that says ${count} pages`, bytes: says(count) }
  for (const depth of [60, 5000, 200_000])
    yield { name: `pdf nested ${depth} deep`, bytes: pdfSample({ catalogue: `/A ${'['.repeat(depth)}${']'.repeat(depth)}` }) }
  for (const depth of [60, 5000])
    yield { name: `pdf of dictionaries ${depth} deep`, bytes: pdfSample({ page: `/A ${'<</A '.repeat(depth)}0${'>>'.repeat(depth)}` }) }
  yield { name: 'pdf of a hundred thousand objects', bytes: pdfOf([...parts, ...Array.from({ length: 100_000 }, () => ({ text: '0' }))]) }
  // Each branch has the next one ten times: 10⁹ pages of ten objects.
  const branches = Array.from({ length: 9 }, (_, i) => ({ text: `<</Type/Pages/Count 10/Kids[${`${4 + i} 0 R `.repeat(10)}]>>` }))
  yield {
    name: 'pdf with a tree that branches back',
    bytes: pdfOf([
      { text: '<</Type/Catalog/Pages 2 0 R>>' },
      { text: '<</Type/Pages/Count 10/Kids[3 0 R]>>' },
      ...branches,
      { text: '<</Type/Page/MediaBox[0 0 1 1]>>' },
    ]),
  }
  yield { name: 'pdf whose pages are their own parents', bytes: pdfOf([parts[0], { text: '<</Type/Pages/Count 1/Kids[2 0 R]>>' }]) }
  yield {
    name: 'pdf that refers to itself',
    bytes: pdfOf([{ text: '<</Type/Catalog/Pages 2 0 R>>' }, { text: '3 0 R' }, { text: '2 0 R' }]),
  }
  const own = pdfOf(parts, { trailer: '/Prev 0000000000' })
  const start = /startxref\n(\d+)/.exec(Buffer.from(own).toString('latin1'))?.[1] ?? ''
  yield {
    name: 'pdf whose table comes before itself',
    bytes: latin(
      Buffer.from(own)
        .toString('latin1')
        .replace('/Prev 0000000000', `/Prev ${start.padStart(10, '0')}`),
    ),
  }
  yield { name: 'pdf of one long comment', bytes: pdfOf(parts, { head: `%PDF-1.7\n%${'a'.repeat(mib)}\n` }) }
  yield { name: 'pdf of one long name', bytes: pdfSample({ catalogue: `/${'a'.repeat(mib)} 0` }) }
  yield {
    name: 'pdf whose table has two thousand million lines',
    bytes: latin(
      Buffer.from(pdfOf(parts))
        .toString('latin1')
        .replace(/xref\n0 \d+/, 'xref\n0 2000000000'),
    ),
  }
  yield {
    name: 'pdf of a stream two thousand million long',
    bytes: pdfOf([...parts.slice(0, 3), { ...flateStream(latin('0')), text: '<</Filter/FlateDecode/Length 2000000000>>' }]),
  }
}

/** So many MiB of zeros, packed as zlib data without ever being there: the same packed megabyte over and over. */
function manyZeros(megabytes: number): Uint8Array {
  const zeros = new Uint8Array(mib)
  // A raw block that ends on a byte and is not the last can be repeated.
  const block = deflateRawSync(zeros, { level: 9, finishFlush: 2 })
  const adler = (): number[] => {
    // Of zeros: a stays 1, b is their number.
    const b = (megabytes * mib) % 65_521
    return [b >> 8, b & 255, 0, 1]
  }
  return joined([0x78, 0xda], ...Array.from({ length: megabytes }, () => new Uint8Array(block)), [0x03, 0x00], adler())
}

function png(width: number, height: number, packed: Uint8Array, laced = 0): Uint8Array {
  const header = new DataView(new ArrayBuffer(13))
  header.setUint32(0, width)
  header.setUint32(4, height)
  for (const [at, value] of [8, 2, 0, 0, laced].entries()) header.setUint8(8 + at, value)
  const chunk = (name: string, data: Uint8Array): Uint8Array => {
    const body = joined(latin(name), data)
    const ends = new DataView(new ArrayBuffer(8))
    ends.setUint32(0, data.length)
    ends.setUint32(4, crc32(body))
    return joined(new Uint8Array(ends.buffer, 0, 4), body, new Uint8Array(ends.buffer, 4))
  }
  return joined(
    pngSample().subarray(0, 8),
    chunk('IHDR', new Uint8Array(header.buffer)),
    chunk('IDAT', packed),
    chunk('IEND', new Uint8Array(0)),
  )
}

function manyScans(count: number): Uint8Array {
  const jpeg = jpegSample()
  const scan = jpeg.findIndex((byte, at) => byte === 0xff && jpeg[at + 1] === 0xda)
  const one = jpeg.subarray(scan, jpeg.length - 2)
  return joined(jpeg.subarray(0, scan), ...Array.from({ length: count }, () => one), jpeg.subarray(-2))
}
