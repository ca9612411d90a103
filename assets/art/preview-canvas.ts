import sharp from 'sharp'

/** Pixels to draw on, RGBA, at 2× the projection; (0, 0) of the world lies at (originX, originY). */
export type Canvas = {
  readonly width: number
  readonly height: number
  readonly pixels: Buffer
  readonly originX: number
  readonly originY: number
}

export type Frame = { frame: { x: number; y: number; w: number; h: number }; anchor: { x: number; y: number } }
export type Atlas = { readonly frames: Readonly<Record<string, Frame>>; readonly width: number; readonly pixels: Buffer }

export async function loadAtlas(image: string, frames: Readonly<Record<string, Frame>>): Promise<Atlas> {
  const { data, info } = await sharp(image).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return { frames, width: info.width, pixels: data }
}

export function createCanvas(width: number, height: number, origin: { x: number; y: number }, background: string): Canvas {
  const pixels = Buffer.alloc(width * height * 4)
  const colour = Number.parseInt(background.slice(1), 16)
  for (let i = 0; i < pixels.length; i += 4) pixels.writeUInt32BE(((colour << 8) | 255) >>> 0, i)
  return { width, height, pixels, originX: origin.x, originY: origin.y }
}

export type PutOptions = { tint?: number; mirrored?: boolean }

/** Draws a frame with its anchor on the screen point (pixels at 1×). Throws where the atlas has no such frame. */
export function putFrame(canvas: Canvas, atlas: Atlas, name: string, x: number, y: number, options: PutOptions = {}): void {
  const found = atlas.frames[name]
  if (!found) throw new TypeError(`the atlas has no frame '${name}': pack it again`)
  const { frame, anchor } = found
  const { tint = 0xffffff, mirrored = false } = options
  const anchorX = Math.round(anchor.x * frame.w)
  const left = Math.round(canvas.originX + x * 2) - (mirrored ? frame.w - anchorX : anchorX)
  const top = Math.round(canvas.originY + y * 2 - anchor.y * frame.h)
  const tints = [(tint >> 16) / 255, ((tint >> 8) & 255) / 255, (tint & 255) / 255]
  for (let row = Math.max(0, -top); row < Math.min(frame.h, canvas.height - top); row++) {
    for (let column = Math.max(0, -left); column < Math.min(frame.w, canvas.width - left); column++) {
      const from = ((frame.y + row) * atlas.width + frame.x + (mirrored ? frame.w - 1 - column : column)) * 4
      const alpha = atlas.pixels[from + 3] / 255
      if (alpha === 0) continue
      const to = ((top + row) * canvas.width + left + column) * 4
      for (let k = 0; k < 3; k++) canvas.pixels[to + k] += (atlas.pixels[from + k] * tints[k] - canvas.pixels[to + k]) * alpha
    }
  }
}
