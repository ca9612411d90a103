import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { packRects } from './pack-rects.ts'
import { type Theme, themes } from './palette.ts'
import { personTable } from './person-table.ts'
import { type Bitmap, renderAll } from './render.ts'
import { hashSources } from './source-hash.ts'
import { allPieces } from './sources/index.ts'

/**
 * Run: node assets/art/pack.ts. Draws every piece and writes `packed/`: one picture for each theme, one table of frames
 * that fits them all (the themes differ in colour, never in shape), the table of people's poses, and the sources' hash.
 */
const scale = 2
const stripWidth = 2048
const gap = 2
const alphaStep = 255 / 12

const here = import.meta.dirname
const packed = join(here, 'packed')

async function drawTheme(theme: Theme): Promise<Bitmap[]> {
  const bitmaps = await renderAll(allPieces(theme), scale)
  const names = new Set(bitmaps.map((bitmap) => bitmap.piece.name))
  if (names.size !== bitmaps.length) throw new TypeError('two pieces have the same name: every piece needs its own')
  return bitmaps
}

/** Equal pictures share one place: the key is the pixels themselves. */
function distinct(bitmaps: readonly Bitmap[]): { unique: Bitmap[]; placeOf: number[] } {
  const seen = new Map<string, number>()
  const unique: Bitmap[] = []
  const placeOf = bitmaps.map((bitmap) => {
    const key = `${bitmap.width}x${bitmap.height}:${bitmap.pixels.toString('base64')}`
    const found = seen.get(key)
    if (found !== undefined) return found
    seen.set(key, unique.length)
    return unique.push(bitmap) - 1
  })
  return { unique, placeOf }
}

const kutai = await drawTheme(themes.kutai)
const plain = await drawTheme(themes.plain)
const { unique, placeOf } = distinct(kutai)
const { spots, height } = packRects(unique, stripWidth, gap)

const round = (value: number): number => Math.round(value * 10000) / 10000
const frames = Object.fromEntries(
  kutai.map((bitmap, i) => {
    const { x, y } = spots[placeOf[i]]
    const frame = { x, y, w: bitmap.width, h: bitmap.height }
    const anchor = { x: round(bitmap.anchorX / bitmap.width), y: round(bitmap.anchorY / bitmap.height) }
    return [bitmap.piece.name, { frame, rotated: false, trimmed: false, sourceSize: { w: bitmap.width, h: bitmap.height }, anchor }]
  }),
)

/** Pictures of a theme laid out as the first theme's are; where shapes differ the table would lie. */
async function writeImage(bitmaps: readonly Bitmap[], file: string): Promise<number> {
  const layers = bitmaps.map((bitmap, i) => {
    const first = unique[placeOf[i]]
    if (bitmap.width !== first.width || bitmap.height !== first.height)
      throw new TypeError(`${bitmap.piece.name} has another shape in ${file}: themes may differ in colour only`)
    return {
      input: bitmap.pixels,
      raw: { width: bitmap.width, height: bitmap.height, channels: 4 as const },
      left: spots[placeOf[i]].x,
      top: spots[placeOf[i]].y,
    }
  })
  const drawn = new Map(layers.map((layer) => [`${layer.left},${layer.top}`, layer]))
  const image = sharp({ create: { width: stripWidth, height, channels: 4, background: '#00000000' } }).composite([...drawn.values()])
  const pixels = await image.raw().toBuffer()
  // A dozen steps of alpha are enough for edges and soft shadows, and halve what the alpha plane costs.
  for (let i = 3; i < pixels.length; i += 4) pixels[i] = Math.round(Math.round(pixels[i] / alphaStep) * alphaStep)
  const source = (): Sharp => sharp(pixels, { raw: { width: stripWidth, height, channels: 4 } })
  const lossy = await source().webp({ quality: 46, alphaQuality: 100, effort: 6 }).toBuffer()
  const lossless = await source().webp({ nearLossless: true, quality: 60, effort: 6 }).toBuffer()
  const best = lossless.length <= lossy.length ? lossless : lossy
  writeFileSync(join(packed, file), best)
  console.log(`${file}: ${stripWidth} × ${height}, ${best.length} bytes (lossy ${lossy.length}, near lossless ${lossless.length})`)
  return best.length
}

mkdirSync(packed, { recursive: true })
rmSync(join(packed, 'sources.sha256'), { force: true })
await writeImage(kutai, 'atlas.webp')
await writeImage(plain, 'atlas-plain.webp')
const meta = {
  app: 'assets/art/pack.ts',
  image: 'atlas.webp',
  format: 'RGBA8888',
  size: { w: stripWidth, h: height },
  scale: String(scale),
}
writeFileSync(join(packed, 'atlas.json'), `${JSON.stringify({ frames, meta })}\n`)
writeFileSync(join(packed, 'person.json'), `${JSON.stringify(personTable, null, 1)}\n`)
writeFileSync(join(packed, 'sources.sha256'), `${hashSources(here)}\n`)
console.log(`${kutai.length} frames, ${unique.length} pictures`)
