import sharp from 'sharp'
import type { Piece } from './piece.ts'

/** Where a picture lies around its anchor, pixels at 1×, whole: `left` and `up` of the anchor, `right` and `down` of it. */
export type Extent = { readonly left: number; readonly right: number; readonly up: number; readonly down: number }

/** A drawn piece: RGBA pixels, cropped, and where its anchor lies in them (pixels from the upper left). */
export type Bitmap = {
  readonly piece: Piece
  readonly width: number
  readonly height: number
  readonly pixels: Buffer
  readonly anchorX: number
  readonly anchorY: number
}

/** Draws one piece at `scale` device pixels to a pixel at 1×, cut to `extent`, or to what is not empty. */
export async function renderPiece(piece: Piece, scale: number, extent?: Extent): Promise<Bitmap> {
  const { side, up, down } = piece.reach
  const whole = { left: side, right: side, up, down }
  const [width, height] = [side * 2, up + down]
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width * scale}" height="${height * scale}" viewBox="${-side} ${-up} ${width} ${height}">${piece.svg}</svg>`
  const { data } = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return cut(piece, data, whole, extent ?? extentOf(piece, data, whole, scale), scale)
}

/**
 * What is not empty, out to whole pixels at 1×. A tile keeps its anchor at the bottom centre: even margins left and right, nothing cut
 * above the anchor's line.
 */
function extentOf({ anchor }: Piece, pixels: Buffer, whole: Extent, scale: number): Extent {
  const [width, height] = [(whole.left + whole.right) * scale, (whole.up + whole.down) * scale]
  let [x0, y0, x1, y1] = [width, height, 0, 0]
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (pixels[(y * width + x) * 4 + 3] === 0) continue
      x0 = Math.min(x0, x)
      y0 = Math.min(y0, y)
      x1 = Math.max(x1, x + 1)
      y1 = Math.max(y1, y + 1)
    }
  }
  if (x1 <= x0) return { left: 1, right: 1, up: 2, down: 0 }
  const found = {
    left: whole.left - Math.floor(x0 / scale),
    right: Math.ceil(x1 / scale) - whole.left,
    up: whole.up - Math.floor(y0 / scale),
    down: Math.ceil(y1 / scale) - whole.up,
  }
  if (anchor === 'free') return found
  const half = Math.max(found.left, found.right)
  return { left: half, right: half, up: found.up, down: Math.max(0, found.down) }
}

/** The smallest extent that holds both. */
export const joinExtents = (a: Extent, b: Extent): Extent => ({
  left: Math.max(a.left, b.left),
  right: Math.max(a.right, b.right),
  up: Math.max(a.up, b.up),
  down: Math.max(a.down, b.down),
})

export const extentOfBitmap = ({ width, height, anchorX, anchorY }: Bitmap, scale: number): Extent => ({
  left: anchorX / scale,
  right: (width - anchorX) / scale,
  up: anchorY / scale,
  down: (height - anchorY) / scale,
})

function cut(piece: Piece, pixels: Buffer, whole: Extent, extent: Extent, scale: number): Bitmap {
  const [width, height] = [(extent.left + extent.right) * scale, (extent.up + extent.down) * scale]
  const fullWidth = (whole.left + whole.right) * scale
  const [x0, y0] = [(whole.left - extent.left) * scale, (whole.up - extent.up) * scale]
  const out = Buffer.alloc(width * height * 4)
  for (let y = 0; y < height; y++) pixels.copy(out, y * width * 4, ((y0 + y) * fullWidth + x0) * 4, ((y0 + y) * fullWidth + x0 + width) * 4)
  return { piece, width, height, pixels: out, anchorX: extent.left * scale, anchorY: extent.up * scale }
}

/** Draws all, a few at a time, in the order given. */
export async function renderAll(pieces: readonly Piece[], scale: number): Promise<Bitmap[]> {
  const bitmaps: Bitmap[] = []
  for (let i = 0; i < pieces.length; i += 16)
    bitmaps.push(...(await Promise.all(pieces.slice(i, i + 16).map((piece) => renderPiece(piece, scale)))))
  return bitmaps
}
