import { deflateSync } from 'node:zlib'
import { createRng } from '@balai/engine/core'
import { encode } from 'jpeg-js'
import { PNG } from 'pngjs'

/** Pixels of something like a photographed sheet: shades, and lines of dark strokes. */
export function drawSheet(width: number, height: number, seed = 1): Uint8Array {
  const rng = createRng(seed)
  const data = new Uint8Array(width * height * 4)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const isStroke = y % 12 < 3 && (x * 7 + y) % 23 < 12
      const shade = isStroke ? 40 : 200 + ((x + y) >> 3) * (40 / ((width + height) >> 3)) + rng() * 8
      data.set([shade, shade - 4, shade - 12, 255], (y * width + x) * 4)
    }
  }
  return data
}

export function jpegSample(
  options: { width?: number; height?: number; orientation?: number; seed?: number; quality?: number } = {},
): Uint8Array {
  const { width = 120, height = 80, orientation, seed = 1, quality = 80 } = options
  const bytes = new Uint8Array(encode({ width, height, data: drawSheet(width, height, seed) }, quality).data)
  return orientation === undefined ? bytes : insertSegment(bytes, 0xe1, exifOf(orientation))
}

/** Puts a segment right after the start of a JPEG. */
export function insertSegment(jpeg: Uint8Array, marker: number, payload: Uint8Array): Uint8Array {
  const length = payload.length + 2
  return joined(jpeg.subarray(0, 2), [0xff, marker, length >> 8, length & 255], payload, jpeg.subarray(2))
}

export function exifOf(orientation: number, isLittle = true): Uint8Array {
  const tiff = new DataView(new ArrayBuffer(26))
  tiff.setUint16(0, isLittle ? 0x4949 : 0x4d4d)
  tiff.setUint16(2, 42, isLittle)
  tiff.setUint32(4, 8, isLittle)
  tiff.setUint16(8, 1, isLittle)
  tiff.setUint16(10, 0x0112, isLittle)
  tiff.setUint16(12, 3, isLittle)
  tiff.setUint32(14, 1, isLittle)
  tiff.setUint16(18, orientation, isLittle)
  return joined(latin('Exif\0\0'), new Uint8Array(tiff.buffer))
}

export function pngSample(options: { width?: number; height?: number; seed?: number; alpha?: number } = {}): Uint8Array {
  const { width = 60, height = 40, seed = 1, alpha = 255 } = options
  const data = drawSheet(width, height, seed)
  for (let at = 3; at < data.length; at += 4) data[at] = alpha
  return new Uint8Array(PNG.sync.write({ width, height, data }, { colorType: alpha === 255 ? 2 : 6, deflateLevel: 6 }))
}

/** An object of a PDF to write: its value as text, and a stream's data. */
export type PdfPart = { readonly text: string; readonly data?: Uint8Array }

/** Writes objects 1, 2, … with a right table. The first is the catalogue. Left as they are: also what is wrong in them. */
export function pdfOf(parts: readonly PdfPart[], options: { head?: string; trailer?: string } = {}): Uint8Array {
  const { head = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', trailer = '' } = options
  const pieces: Uint8Array[] = [latin(head)]
  const places: number[] = []
  let length = pieces[0].length
  const add = (piece: Uint8Array): void => {
    pieces.push(piece)
    length += piece.length
  }
  for (const [index, { text, data }] of parts.entries()) {
    places.push(length)
    add(latin(`${index + 1} 0 obj\n${text}\n`))
    if (data !== undefined) add(joined(latin('stream\n'), data, latin('\nendstream\n')))
    add(latin('endobj\n'))
  }
  const start = length
  const lines = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  add(
    latin(
      `xref\n0 ${parts.length + 1}\n0000000000 65535 f \n${lines}trailer\n<</Size ${parts.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`,
    ),
  )
  return joinedAll(pieces)
}

/** The parts of a plain PDF: pages with a line of text each, and a stored picture of so many bytes where asked. */
export function pdfParts(
  options: { pages?: number; imageBytes?: number; seed?: number; catalogue?: string; page?: string } = {},
): PdfPart[] {
  const { pages = 1, imageBytes = 0, seed = 1, catalogue = '', page = '' } = options
  const rng = createRng(seed)
  const each = imageBytes > 0 ? 3 : 2
  const parts: PdfPart[] = [
    { text: `<</Type/Catalog/Pages 2 0 R${catalogue}>>` },
    { text: `<</Type/Pages/Count ${pages}/Kids[${Array.from({ length: pages }, (_, i) => `${3 + i * each} 0 R`).join(' ')}]>>` },
  ]
  for (let i = 0; i < pages; i++) {
    const own = 3 + i * each
    const picture = imageBytes > 0 ? `/XObject<</I ${own + 2} 0 R>>` : ''
    parts.push({ text: `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${own + 1} 0 R/Resources<<${picture}>>${page}>>` })
    parts.push(
      flateStream(latin(`0.2 0.3 0.${i % 10} rg 50 50 ${100 + i} 60 re f${imageBytes > 0 ? ' q 400 0 0 400 50 200 cm /I Do Q' : ''}`)),
    )
    if (imageBytes === 0) continue
    const [width, height] = [1024, Math.ceil(imageBytes / 1024)]
    const data = new Uint8Array(width * height)
    for (let at = 0; at < data.length; at += 4) new DataView(data.buffer).setUint32(at, rng() * 0xffffffff)
    const text = `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceGray/BitsPerComponent 8/Length ${data.length}>>`
    parts.push({ text, data })
  }
  return parts
}

export const pdfSample = (options: Parameters<typeof pdfParts>[0] = {}): Uint8Array => pdfOf(pdfParts(options))

export function flateStream(plain: Uint8Array, entries = ''): PdfPart {
  const data = new Uint8Array(deflateSync(plain))
  return { text: `<</Filter/FlateDecode/Length ${data.length}${entries}>>`, data }
}

export const latin = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))

export const joined = (...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array<ArrayBuffer> => joinedAll(parts)

function joinedAll(parts: readonly (Uint8Array | readonly number[])[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
