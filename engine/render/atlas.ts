import type { TextureSource } from 'pixi.js'
import { createPicture, type Picture } from './picture.ts'
import { SheetSource } from './sheet-source.ts'

/** A picture sheet's index in Pixi's spritesheet JSON, as far as it is read here. */
export type AtlasJson = {
  readonly frames: Readonly<Record<string, AtlasJsonFrame>>
  /** `scale`: sheet pixels for one pixel at 1×. */
  readonly meta: { readonly scale: number | string }
}

export type AtlasJsonFrame = {
  readonly frame: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
  readonly rotated?: boolean
  readonly trimmed?: boolean
  readonly spriteSourceSize?: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
  readonly sourceSize?: { readonly w: number; readonly h: number }
  readonly anchor?: { readonly x: number; readonly y: number }
}

export type Atlas = {
  readonly source: TextureSource
  /** The picture of that name; null, and reported once, when there is none. */
  find(name: string): Picture | null
  has(name: string): boolean
  /** The sheet is on the graphics card: its image is not needed any more, and as large as all else together. */
  close(): void
  destroy(): void
}

/** A picture sheet: the image, and the index of what lies on it. */
export type AtlasSheet = {
  readonly image: ImageBitmap
  readonly json: AtlasJson
  /** How many pixels of the index one pixel of the image stands for; default 1. More where the sheet was made smaller to save memory. */
  readonly shrunk?: number
}

export function createAtlas({ image, json, shrunk = 1 }: AtlasSheet, onMissing: (name: string) => void): Atlas {
  const scale = Number(json.meta.scale)
  if (!(scale > 0)) throw new TypeError(`options.atlas.json.meta.scale must be above 0, got ${json.meta.scale}: 2 for a sheet drawn at 2×`)
  const source = new SheetSource({ resource: image, alphaMode: 'premultiplied-alpha', autoGenerateMipmaps: true, label: 'atlas' })
  const size = { sheetWidth: image.width * shrunk, sheetHeight: image.height * shrunk }
  const pictures = new Map<string, Picture>()
  for (const [name, frame] of Object.entries(json.frames)) pictures.set(name, readPicture(name, frame, size, scale))
  const missing = new Set<string>()
  return {
    source,
    has: (name) => pictures.has(name),
    find(name) {
      const picture = pictures.get(name)
      if (picture !== undefined) return picture
      if (!missing.has(name)) {
        missing.add(name)
        onMissing(name)
      }
      return null
    },
    close: () => image.close(),
    destroy() {
      source.destroy()
      image.close()
    },
  }
}

function readPicture(name: string, json: AtlasJsonFrame, size: { sheetWidth: number; sheetHeight: number }, scale: number): Picture {
  if (json.rotated) throw new TypeError(`options.atlas.json.frames['${name}'] must not be rotated: pack the sheet without rotation`)
  const { frame, sourceSize, spriteSourceSize } = json
  const whole = sourceSize ?? frame
  const inner =
    json.trimmed && spriteSourceSize
      ? { x: spriteSourceSize.x / scale, y: spriteSourceSize.y / scale, w: frame.w / scale, h: frame.h / scale }
      : undefined
  return createPicture(
    { ...frame, ...size },
    { widthPx: whole.w / scale, heightPx: whole.h / scale, anchorX: json.anchor?.x ?? 0.5, anchorY: json.anchor?.y ?? 1, inner },
  )
}
