import { packRects } from './pack-rects.ts'
import type { Piece } from './piece.ts'
import { type Extent, extentOfBitmap, joinExtents, renderAll } from './render.ts'

/** Pixels at 1×, and the height for which a strip is wide enough: at 2× no side is longer than the 4096 that every graphics card takes. */
const stripWidths = [1024, 2048]
const mostHeight = 2048
const gap = 2
/** Finer than 1×, so that the soft edge of a picture is not cut. */
const lookScale = 2

/** One place of the sheet, pixels at 1×, and how a picture lies in it. */
export type Place = Extent & { readonly x: number; readonly y: number }
export type Layout = { readonly width: number; readonly height: number; readonly places: readonly Place[] }

/** Gives every picture its place, so that it fits in each of its themes. `pictures`: the pieces of one picture, which differ by theme. */
export async function layOut(pictures: readonly (readonly Piece[])[]): Promise<Layout> {
  const pieces = pictures.flat()
  const bitmaps = await renderAll(pieces, lookScale)
  let next = 0
  const extents = pictures.map((list) =>
    list.map(() => extentOfBitmap(bitmaps[next++], lookScale)).reduce((joined, extent) => joinExtents(joined, extent)),
  )
  const sizes = extents.map(({ left, right, up, down }) => ({ width: left + right, height: up + down }))
  for (const width of stripWidths) {
    const { spots, height } = packRects(sizes, width, gap)
    if (height <= mostHeight) return { width, height, places: extents.map((extent, i) => ({ ...extent, ...spots[i] })) }
  }
  throw new TypeError(`the pictures need more than ${stripWidths.at(-1)} × ${mostHeight} px at 1×: no graphics card would take them at 2×`)
}
