import { packRects } from './pack-rects.ts'
import type { Theme } from './palette.ts'
import { type Bitmap, renderAll } from './render.ts'
import { allPieces } from './sources/index.ts'

const stripWidth = 2048
const gap = 2

/** One place of a sheet, sheet pixels. The bitmap is the picture as a program for SVG draws it. */
export type Place = { readonly names: string[]; readonly bitmap: Bitmap; readonly x: number; readonly y: number }
export type Layout = { readonly width: number; readonly height: number; readonly places: readonly Place[] }

/** Gives every picture of a theme its place at `scale` sheet pixels for one at 1×. Equal pictures share one. @throws TypeError when two pieces have one name */
export async function layOut(theme: Theme, scale: number): Promise<Layout> {
  const bitmaps = await renderAll(allPieces(theme), scale)
  const shared = new Map<string, { names: string[]; bitmap: Bitmap }>()
  const names = new Set<string>()
  for (const bitmap of bitmaps) {
    const { name } = bitmap.piece
    if (names.has(name)) throw new TypeError(`two pieces are called ${name}: every piece needs a name of its own`)
    names.add(name)
    const pixels = `${bitmap.width}x${bitmap.height} ${bitmap.anchorX},${bitmap.anchorY} ${bitmap.pixels.toString('base64')}`
    const first = shared.get(pixels)
    if (first === undefined) shared.set(pixels, { names: [name], bitmap })
    else first.names.push(name)
  }
  const pictures = [...shared.values()]
  const { spots, height } = packRects(
    pictures.map(({ bitmap }) => bitmap),
    stripWidth,
    gap,
  )
  return { width: stripWidth, height, places: pictures.map((picture, i) => ({ ...picture, ...spots[i] })) }
}
