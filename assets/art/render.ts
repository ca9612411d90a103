import sharp from 'sharp'
import type { Piece } from './piece.ts'

/** A drawn piece: RGBA pixels, cropped, and where its anchor lies in them (pixels from the upper left). */
export type Bitmap = {
  readonly piece: Piece
  readonly width: number
  readonly height: number
  readonly pixels: Buffer
  readonly anchorX: number
  readonly anchorY: number
}

/** Draws one piece at `scale` device pixels to a pixel at 1×. */
export async function renderPiece(piece: Piece, scale: number): Promise<Bitmap> {
  const { side, up, down } = piece.reach
  const [width, height] = [side * 2, up + down]
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width * scale}" height="${height * scale}" viewBox="${-side} ${-up} ${width} ${height}">${piece.svg}</svg>`
  const { data, info } = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return crop({ piece, width: info.width, height: info.height, pixels: data, anchorX: side * scale, anchorY: up * scale })
}

/** Cuts empty borders off. A tile keeps its anchor at the bottom centre: even margins left and right, nothing cut above the anchor's line. */
function crop(bitmap: Bitmap): Bitmap {
  const { width, height, pixels, piece } = bitmap
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
  if (x1 <= x0) return { ...bitmap, width: 2, height: 2, pixels: Buffer.alloc(16), anchorX: 1, anchorY: 2 }
  if (piece.anchor === 'tile') {
    const half = Math.max(bitmap.anchorX - x0, x1 - bitmap.anchorX)
    x0 = bitmap.anchorX - half
    x1 = bitmap.anchorX + half
    y1 = Math.max(y1, bitmap.anchorY)
  }
  const out = Buffer.alloc((x1 - x0) * (y1 - y0) * 4)
  for (let y = y0; y < y1; y++) pixels.copy(out, (y - y0) * (x1 - x0) * 4, (y * width + x0) * 4, (y * width + x1) * 4)
  return { piece, width: x1 - x0, height: y1 - y0, pixels: out, anchorX: bitmap.anchorX - x0, anchorY: bitmap.anchorY - y0 }
}

/** Draws all, a few at a time, in the order given. */
export async function renderAll(pieces: readonly Piece[], scale: number): Promise<Bitmap[]> {
  const bitmaps: Bitmap[] = []
  for (let i = 0; i < pieces.length; i += 16)
    bitmaps.push(...(await Promise.all(pieces.slice(i, i + 16).map((piece) => renderPiece(piece, scale)))))
  return bitmaps
}
