import { readExifOrientation } from './exif-orientation.ts'
import { paperError } from './paper-errors.ts'
import { fixedLimits, type PaperLimits } from './paper-limits.ts'
import { refusePixels } from './refuse-pixels.ts'

export type JpegFacts = {
  readonly width: number
  readonly height: number
  /** 1 to 8, as EXIF counts them; 1: as it lies. */
  readonly orientation: number
}
type Frame = {
  readonly width: number
  readonly height: number
  /** The quantisation table of each component, by the component's id. */
  readonly tables: ReadonlyMap<number, number>
  readonly isProgressive: boolean
}
type Walk = {
  readonly bytes: Uint8Array
  readonly quantisers: Set<number>
  readonly huffman: Set<number>
  frame: Frame | null
  scans: number
  orientation: number
}

/**
 * Walks the markers of a JPEG (ITU-T T.81 annex B) from its first byte to its last without decoding it.
 * @throws paper-broken, paper-pixels, paper-two-in-one for bytes after the end
 */
export function checkJpeg(bytes: Uint8Array, limits: Pick<PaperLimits, 'mostPixels'>): JpegFacts {
  const walk: Walk = { bytes, quantisers: new Set(), huffman: new Set(), frame: null, scans: 0, orientation: 1 }
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) throw broken('no start')
  let at = 2
  for (;;) {
    if (bytes[at] !== 0xff) throw broken(`no marker at ${at}`)
    // Any number of 0xff may stand before a marker.
    while (bytes[at + 1] === 0xff) at++
    const marker = bytes[at + 1]
    if (marker === undefined) throw broken('no end')
    at += 2
    if (marker === 0xd9) return finish(walk, at)
    const length = (bytes[at] << 8) | bytes[at + 1]
    const end = at + length
    if (!(length >= 2) || end > bytes.length) throw broken(`segment ${marker.toString(16)} is not whole`)
    at = readSegment(walk, marker, at + 2, end, limits)
  }
}

/** @returns where the next marker stands */
function readSegment(walk: Walk, marker: number, from: number, end: number, limits: Pick<PaperLimits, 'mostPixels'>): number {
  if (marker === 0xdb) readQuantisers(walk, from, end)
  else if (marker === 0xc4) readHuffman(walk, from, end)
  else if (marker === 0xc0 || marker === 0xc1 || marker === 0xc2) readFrame(walk, marker, from, end, limits)
  else if (marker === 0xda) return readScan(walk, from, end)
  else if (marker === 0xe1 && walk.orientation === 1) walk.orientation = readExifOrientation(walk.bytes.subarray(from, end))
  // Application data, comment, restart interval; the other frames are lossless, hierarchical or arithmetic, which no camera makes.
  else if (!((marker >= 0xe0 && marker <= 0xef) || marker === 0xfe || marker === 0xdd)) throw broken(`marker ${marker.toString(16)}`)
  return end
}

function readQuantisers({ bytes, quantisers }: Walk, from: number, end: number): void {
  let at = from
  while (at < end) {
    const [precision, id] = [bytes[at] >> 4, bytes[at] & 15]
    if (precision > 1 || id > 3) throw broken('quantisation table')
    quantisers.add(id)
    at += 1 + 64 * (precision + 1)
  }
  if (at !== end) throw broken('quantisation table')
}

function readHuffman({ bytes, huffman }: Walk, from: number, end: number): void {
  let at = from
  while (at < end) {
    if ((bytes[at] & 0xef) > 3) throw broken('Huffman table')
    huffman.add(bytes[at])
    const codes = bytes.subarray(at + 1, at + 17).reduce((sum, count) => sum + count, 0)
    if (codes === 0 || codes > 256) throw broken('Huffman table')
    at += 17 + codes
  }
  if (at !== end) throw broken('Huffman table')
}

function readFrame(walk: Walk, marker: number, from: number, end: number, limits: Pick<PaperLimits, 'mostPixels'>): void {
  const { bytes } = walk
  const count = bytes[from + 5]
  if (walk.frame !== null || end - from !== 6 + 3 * count) throw broken('frame')
  if (bytes[from] !== 8 || ![1, 3, 4].includes(count)) throw broken('precision or components')
  const [height, width] = [(bytes[from + 1] << 8) | bytes[from + 2], (bytes[from + 3] << 8) | bytes[from + 4]]
  if (width === 0 || height === 0) throw broken('no pixels')
  refusePixels(width, height, limits)
  const tables = new Map<number, number>()
  for (let at = from + 6; at < end; at += 3) {
    const [across, down] = [bytes[at + 1] >> 4, bytes[at + 1] & 15]
    if (across < 1 || across > 4 || down < 1 || down > 4 || tables.has(bytes[at])) throw broken('component')
    tables.set(bytes[at], bytes[at + 2])
  }
  walk.frame = { width, height, tables, isProgressive: marker === 0xc2 }
}

/** Passes over the entropy-coded data of a scan. @returns where the marker after it stands */
function readScan(walk: Walk, from: number, end: number): number {
  const { bytes, frame, quantisers, huffman } = walk
  const count = bytes[from]
  if (frame === null || count < 1 || count > frame.tables.size || end - from !== 4 + 2 * count) throw broken('scan')
  for (let at = from + 1; at < from + 1 + 2 * count; at += 2) {
    const quantiser = frame.tables.get(bytes[at])
    if (quantiser === undefined || !quantisers.has(quantiser)) throw broken('component of a scan')
    const [dc, ac] = [bytes[at + 1] >> 4, 0x10 | (bytes[at + 1] & 15)]
    // A progressive scan uses one kind of table or none.
    if (!frame.isProgressive && !(huffman.has(dc) && huffman.has(ac))) throw broken('Huffman table of a scan')
  }
  if (++walk.scans > fixedLimits.jpegScans) throw paperError('paper-bomb', `more than ${fixedLimits.jpegScans} scans`)
  let at = bytes.indexOf(0xff, end)
  if (at === end) throw broken('empty scan')
  while (at >= 0 && (bytes[at + 1] === 0 || (bytes[at + 1] >= 0xd0 && bytes[at + 1] <= 0xd7))) at = bytes.indexOf(0xff, at + 2)
  if (at < 0) throw broken('no end')
  return at
}

function finish({ bytes, frame, scans, orientation }: Walk, end: number): JpegFacts {
  if (frame === null || scans === 0) throw broken('no picture')
  if (end !== bytes.length) throw paperError('paper-two-in-one', `${bytes.length - end} bytes after the end`)
  return { width: frame.width, height: frame.height, orientation }
}

const broken = (seen: string): Error => paperError('paper-broken', `JPEG: ${seen}`)
