import { crc32 } from './crc32.ts'
import { pngSignature } from './detect-type.ts'
import { paperError } from './paper-errors.ts'
import { fixedLimits, type PaperLimits } from './paper-limits.ts'
import { refusePixels } from './refuse-pixels.ts'

export type PngFacts = {
  readonly width: number
  readonly height: number
  /** What the pieces of picture data together unpack to, to the byte. */
  readonly unpackedBytes: number
  /** Where the pieces lie: from, to. */
  readonly pieces: readonly (readonly [number, number])[]
}
type Header = {
  readonly width: number
  readonly height: number
  readonly depth: number
  readonly colour: number
  readonly isInterlaced: boolean
}

/** Colour type → samples a pixel, and the depths that it may have (PNG 3rd edition, table 12). */
const colours: Readonly<Record<number, { readonly samples: number; readonly depths: readonly number[] }>> = {
  0: { samples: 1, depths: [1, 2, 4, 8, 16] },
  2: { samples: 3, depths: [8, 16] },
  3: { samples: 1, depths: [1, 2, 4, 8] },
  4: { samples: 2, depths: [8, 16] },
  6: { samples: 4, depths: [8, 16] },
}

/**
 * Walks the chunks of a PNG from its first byte to its last, each with its checksum, without unpacking it.
 * @throws paper-broken, paper-pixels, paper-two-in-one for bytes after the end
 */
export function checkPng(bytes: Uint8Array, limits: Pick<PaperLimits, 'mostPixels'>): PngFacts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const pieces: [number, number][] = []
  let header: Header | null = null
  let hasPalette = false
  let last = ''
  let at = pngSignature.length
  for (let count = 0; ; count++) {
    if (count > fixedLimits.pngChunks) throw broken(`more than ${fixedLimits.pngChunks} chunks`)
    const { name, from, to } = readChunk(bytes, view, at)
    if ((name === 'IHDR') !== (header === null)) throw broken('IHDR is not first, or not alone')
    if (name === 'IHDR') header = readHeader(view, from, to, limits)
    else if (name === 'PLTE') {
      if (hasPalette || pieces.length > 0 || (to - from) % 3 !== 0 || to - from > 768 || to === from) throw broken('PLTE')
      hasPalette = true
    } else if (name === 'IDAT') {
      if (pieces.length > 0 && last !== 'IDAT') throw broken('IDAT is torn')
      pieces.push([from, to])
    } else if (name === 'IEND') {
      if (to !== from) throw broken('IEND')
      at = to + 4
      break
    } else if ((name.charCodeAt(0) & 0x20) === 0) throw broken(`unknown part ${name}`)
    last = name
    at = to + 4
  }
  if (header === null || pieces.length === 0 || (header.colour === 3 && !hasPalette)) throw broken('no picture or no palette')
  if ((header.colour === 0 || header.colour === 4) && hasPalette) throw broken('a palette without use')
  if (at !== bytes.length) throw paperError('paper-two-in-one', `${bytes.length - at} bytes after the end`)
  return { width: header.width, height: header.height, unpackedBytes: unpackedBytes(header), pieces }
}

function readChunk(bytes: Uint8Array, view: DataView, at: number): { name: string; from: number; to: number } {
  if (at + 12 > bytes.length) throw broken('no end')
  const length = view.getUint32(at)
  const [from, to] = [at + 8, at + 8 + length]
  if (to + 4 > bytes.length) throw broken('a chunk is not whole')
  const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
  if (!/^[A-Za-z]{2}[A-Z][A-Za-z]$/.test(name)) throw broken('name of a chunk')
  if (crc32(bytes.subarray(at + 4, to)) !== view.getUint32(to)) throw broken(`checksum of ${name}`)
  return { name, from, to }
}

function readHeader(view: DataView, from: number, to: number, limits: Pick<PaperLimits, 'mostPixels'>): Header {
  if (to - from !== 13) throw broken('IHDR')
  const [width, height, depth, colour] = [view.getUint32(from), view.getUint32(from + 4), view.getUint8(from + 8), view.getUint8(from + 9)]
  if (width === 0 || height === 0) throw broken('no pixels')
  if (!(colours[colour]?.depths.includes(depth) ?? false)) throw broken('colour and depth')
  if (view.getUint8(from + 10) !== 0 || view.getUint8(from + 11) !== 0 || view.getUint8(from + 12) > 1) throw broken('method')
  refusePixels(width, height, limits)
  return { width, height, depth, colour, isInterlaced: view.getUint8(from + 12) === 1 }
}

/** The seven passes of an interlaced picture: first column and row, and steps between them. */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

function unpackedBytes({ width, height, depth, colour, isInterlaced }: Header): number {
  const rows = (across: number, down: number): number =>
    across === 0 ? 0 : down * (1 + Math.ceil((across * colours[colour].samples * depth) / 8))
  if (!isInterlaced) return rows(width, height)
  return passes.reduce(
    (sum, [left, top, stepX, stepY]) => sum + rows(Math.ceil((width - left) / stepX), Math.ceil((height - top) / stepY)),
    0,
  )
}

const broken = (seen: string): Error => paperError('paper-broken', `PNG: ${seen}`)
