import type { Theme } from './palette.ts'
import { type Bitmap, renderAll } from './render.ts'
import { allPieces } from './sources/index.ts'

/** Pixels to draw on, RGBA, at 2× the projection; (0, 0) of the world lies at (originX, originY). */
export type Canvas = {
  readonly width: number
  readonly height: number
  readonly pixels: Buffer
  readonly originX: number
  readonly originY: number
}

/** Every picture by its name. */
export type Pictures = ReadonlyMap<string, Bitmap>

/** Draws a theme's pictures as they come out of the browser, at 2×; of those that people wear only what `names` holds. */
export async function drawPictures(theme: Theme, needed: (name: string) => boolean): Promise<Pictures> {
  const bitmaps = await renderAll(
    allPieces(theme).filter(({ name }) => needed(name)),
    2,
  )
  return new Map(bitmaps.map((bitmap) => [bitmap.piece.name, bitmap]))
}

export function createCanvas(width: number, height: number, origin: { x: number; y: number }, background: string): Canvas {
  const pixels = Buffer.alloc(width * height * 4)
  const colour = Number.parseInt(background.slice(1), 16)
  for (let i = 0; i < pixels.length; i += 4) pixels.writeUInt32BE(((colour << 8) | 255) >>> 0, i)
  return { width, height, pixels, originX: origin.x, originY: origin.y }
}

export type PutOptions = { tint?: number; mirrored?: boolean }

/** Draws a picture with its anchor on the screen point (pixels at 1×). @throws TypeError where there is no such picture */
export function putPicture(canvas: Canvas, pictures: Pictures, name: string, x: number, y: number, options: PutOptions = {}): void {
  const found = pictures.get(name)
  if (!found) throw new TypeError(`there is no picture '${name}': draw it in assets/art/sources`)
  const { width, height, pixels, anchorX, anchorY } = found
  const { tint = 0xffffff, mirrored = false } = options
  const left = Math.round(canvas.originX + x * 2) - (mirrored ? width - anchorX : anchorX)
  const top = Math.round(canvas.originY + y * 2 - anchorY)
  const tints = [(tint >> 16) / 255, ((tint >> 8) & 255) / 255, (tint & 255) / 255]
  for (let row = Math.max(0, -top); row < Math.min(height, canvas.height - top); row++) {
    for (let column = Math.max(0, -left); column < Math.min(width, canvas.width - left); column++) {
      const from = (row * width + (mirrored ? width - 1 - column : column)) * 4
      const alpha = pixels[from + 3] / 255
      if (alpha === 0) continue
      const to = ((top + row) * canvas.width + left + column) * 4
      for (let k = 0; k < 3; k++) canvas.pixels[to + k] += (pixels[from + k] * tints[k] - canvas.pixels[to + k]) * alpha
    }
  }
}
