import { decode, encode } from 'jpeg-js'
import { PNG } from 'pngjs'
import { checkJpeg, checkPng, orientPixels, paperError, type PaperLimits } from '../../../game/case/index.ts'
import { inflateWhole } from './inflate-whole.ts'

/** Good enough to read the small print of a card; a picture that was encoded once more at it looks the same. */
const quality = 88
/** What the decoder may take, MB: more than the largest picture that may come needs. */
const mostDecoderMb = 800

/** Decodes a JPEG strictly and encodes its pixels, turned as they are to be seen. Nothing else of the file is left. @throws CodedError of paperErrors, or what the decoder throws */
export function rewriteJpeg(bytes: Uint8Array, limits: PaperLimits): Uint8Array {
  const facts = checkJpeg(bytes, limits)
  const decoded = decode(bytes, {
    useTArray: true,
    formatAsRGBA: true,
    tolerantDecoding: false,
    maxResolutionInMP: Math.ceil(limits.mostPixels / 1e6),
    maxMemoryUsageInMB: mostDecoderMb,
  })
  if (decoded.width !== facts.width || decoded.height !== facts.height) throw paperError('paper-broken', 'JPEG: another size')
  return encode(orientPixels(decoded, facts.orientation), quality).data
}

/** The same for a PNG; transparency stays. */
export function rewritePng(bytes: Uint8Array, limits: PaperLimits): Uint8Array {
  const facts = checkPng(bytes, limits)
  const packed = Buffer.concat(facts.pieces.map(([from, to]) => bytes.subarray(from, to)))
  // Before the decoder sees it: exactly as much as the header says, with a right checksum.
  const plain = inflateWhole(packed, facts.unpackedBytes)
  if (plain === 'large') throw paperError('paper-bomb', `PNG: more than ${facts.unpackedBytes} bytes`)
  if (plain === 'broken' || plain.length !== facts.unpackedBytes) throw paperError('paper-broken', 'PNG: packed data')
  const { width, height, data } = PNG.sync.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { checkCRC: true })
  if (width !== facts.width || height !== facts.height) throw paperError('paper-broken', 'PNG: another size')
  return PNG.sync.write({ width, height, data }, { colorType: isOpaque(data) ? 2 : 6, deflateLevel: 6, filterType: 4 })
}

function isOpaque(data: Uint8Array): boolean {
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return false
  return true
}
