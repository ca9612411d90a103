import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { themes } from '../art/palette.ts'
import { type Bitmap, renderPiece } from '../art/render.ts'
import { allPieces } from '../art/sources/index.ts'
import { kukarPlan } from './kukar.ts'
import { plainPlan } from './plain.ts'
import { type Plan, readFrame, resolve } from './plan.ts'
import { type TileEntry, writeTiled } from './tiled.ts'

/** Run: node assets/maps/make-maps.ts. Writes `kukar.tmj` and `plain.tmj`, and the small pictures by which Tiled shows their tiles. */
const here = import.meta.dirname
const tilePictures = join(here, '../art/packed/tiles')
const pieces = new Map(allPieces(themes.kutai).map((piece) => [piece.name, piece]))

const fileName = (frame: string): string => `${frame.replaceAll('/', '-')}.png`

/** Tiled sets a tile's lower left corner on its cell: a picture as wide as a tile stands right, a wider one is shrunk to it. */
async function drawForTiled(frame: string): Promise<{ width: number; height: number; bytes: number }> {
  const piece = pieces.get(frame)
  if (!piece?.tile) throw new TypeError(`${frame} is not a tile that assets/art/sources draws: correct the plan`)
  const bitmap: Bitmap = await renderPiece(piece, 1)
  const raw = { width: bitmap.width, height: bitmap.height, channels: 4 as const }
  const narrow = Math.max(0, Math.floor((64 - bitmap.width) / 2))
  const fitted = await sharp(bitmap.pixels, { raw })
    .extend({ left: narrow, right: Math.max(0, 64 - bitmap.width - narrow), background: '#00000000' })
    .png()
    .toBuffer()
  const png = await sharp(fitted)
    .resize({ width: 64, fit: 'inside' })
    .png({ palette: true, colours: 14, effort: 10 })
    .toBuffer({ resolveWithObject: true })
  writeFileSync(join(tilePictures, fileName(frame)), png.data)
  return { width: png.info.width, height: png.info.height, bytes: png.data.length }
}

async function tileEntries(
  frames: readonly string[],
  sizes: Map<string, { width: number; height: number; bytes: number }>,
): Promise<TileEntry[]> {
  const entries: TileEntry[] = []
  for (const name of frames) {
    const { frame, seat } = readFrame(name)
    const size = sizes.get(frame) ?? (await drawForTiled(frame))
    sizes.set(frame, size)
    const facts = pieces.get(frame)?.tile
    if (facts === undefined) continue
    const { height, boxes, wall } = facts
    // What a reader takes for granted is left out.
    entries.push({
      properties: {
        frame,
        ...(height > 0 && { height }),
        ...(boxes !== '' && { boxes }),
        ...(wall && { wall }),
        ...((seat ?? facts.seat) && { seat: seat ?? facts.seat ?? '' }),
      },
      image: `../art/packed/tiles/${fileName(frame)}`,
      width: size.width,
      height: size.height,
    })
  }
  return entries
}

rmSync(tilePictures, { recursive: true, force: true })
mkdirSync(tilePictures, { recursive: true })
const sizes = new Map<string, { width: number; height: number; bytes: number }>()
const plans: Record<string, Plan> = { kukar: kukarPlan(), plain: plainPlan() }
for (const [name, plan] of Object.entries(plans)) {
  const { frames, layers } = resolve(plan)
  const text = writeTiled({
    columns: plan.columns,
    rows: plan.rows,
    properties: plan.properties,
    tiles: await tileEntries(frames, sizes),
    layers,
    zones: plan.zones,
  })
  writeFileSync(join(here, `${name}.tmj`), text)
  console.log(`${name}.tmj: ${plan.columns} × ${plan.rows}, ${frames.length} tiles, ${plan.zones.length} zones, ${text.length} bytes`)
}
const total = [...sizes.values()].reduce((sum, size) => sum + size.bytes, 0)
console.log(`tile pictures: ${sizes.size}, ${total} bytes`)
