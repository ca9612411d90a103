import { ImageSource, Rectangle, Texture } from 'pixi.js'

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

/** One picture to draw; sizes in pixels at 1×, the anchor in fractions of the size. */
export type Picture = {
  readonly texture: Texture
  readonly anchorX: number
  readonly anchorY: number
  readonly widthPx: number
  readonly heightPx: number
}

export type Atlas = {
  readonly source: ImageSource
  /** The picture of that name; null, and reported once, when there is none. */
  find(name: string): Picture | null
  has(name: string): boolean
  destroy(): void
}

export function createAtlas(image: ImageBitmap, json: AtlasJson, onMissing: (name: string) => void): Atlas {
  const scale = Number(json.meta.scale)
  if (!(scale > 0)) throw new TypeError(`options.atlas.json.meta.scale must be above 0, got ${json.meta.scale}: 2 for a sheet drawn at 2×`)
  const source = new ImageSource({
    resource: image,
    resolution: scale,
    alphaMode: 'premultiplied-alpha',
    autoGenerateMipmaps: true,
    label: 'atlas',
  })
  const pictures = new Map<string, Picture>()
  for (const [name, frame] of Object.entries(json.frames)) pictures.set(name, readPicture(name, frame, source, scale))
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
    destroy() {
      for (const picture of pictures.values()) picture.texture.destroy()
      source.destroy()
    },
  }
}

function readPicture(name: string, json: AtlasJsonFrame, source: ImageSource, scale: number): Picture {
  if (json.rotated) throw new TypeError(`options.atlas.json.frames['${name}'] must not be rotated: pack the sheet without rotation`)
  const rectangle = (x: number, y: number, w: number, h: number): Rectangle => new Rectangle(x / scale, y / scale, w / scale, h / scale)
  const { frame, sourceSize, spriteSourceSize } = json
  const whole = sourceSize ?? frame
  const trim = json.trimmed && spriteSourceSize ? rectangle(spriteSourceSize.x, spriteSourceSize.y, frame.w, frame.h) : undefined
  return {
    texture: new Texture({ source, frame: rectangle(frame.x, frame.y, frame.w, frame.h), orig: rectangle(0, 0, whole.w, whole.h), trim }),
    anchorX: json.anchor?.x ?? 0.5,
    anchorY: json.anchor?.y ?? 1,
    widthPx: whole.w / scale,
    heightPx: whole.h / scale,
  }
}
