import { CanvasSource, DOMAdapter } from 'pixi.js'
import { createPicture, type Picture } from './picture.ts'
import { drawShape, type ShapeName, shapes } from './shapes.ts'

/** How letters look. The halo keeps dark letters readable over any floor. */
export type LetterStyle = { readonly sizePx: number; readonly weight: number; readonly fill: string; readonly halo: string | null }

export const letterStyles = {
  name: { sizePx: 12, weight: 600, fill: '#241F1B', halo: '#FFFDF7' },
  plate: { sizePx: 15, weight: 700, fill: '#FFFFFF', halo: null },
  phrase: { sizePx: 13, weight: 600, fill: '#241F1B', halo: null },
} as const satisfies Record<string, LetterStyle>
export type LetterStyleName = keyof typeof letterStyles

export type Letter = {
  /** Drawn with its anchor on the pen; sizes in sheet pixels. */
  readonly picture: Picture
  /** How far the pen moves on, CSS pixels. */
  readonly advancePx: number
}

/**
 * Letters and plain shapes, drawn once each by the browser into one sheet and then only placed: a bitmap font that grows as names need it.
 * Letters are in device pixels: draw them at 1 / `pixelRatio`; shapes at 1 / `shapeScale`.
 */
export type GlyphSheet = {
  readonly source: CanvasSource
  readonly pixelRatio: number
  /** Another number when all letters were forgotten: what was kept of them is void. */
  readonly edition: number
  letter(style: LetterStyleName, codePoint: number): Letter
  shape(name: ShapeName): Picture
  /** Sends new letters to the graphics card. True when the sheet had run full and was begun again: draw the frame once more. */
  flush(): boolean
  /** Forgets all letters: another pixel ratio or font. */
  reset(pixelRatio: number, fontFamily: string): void
  destroy(): void
}

/** Shapes keep one size in the sheet, pixels for one at 1×. */
export const shapeScale = 2

type Canvas2d = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D
type Spot = { readonly picture: Picture; readonly left: number; readonly top: number }

export function createGlyphSheet(firstPixelRatio: number, firstFontFamily: string): GlyphSheet {
  const size = firstPixelRatio > 1.5 ? 1024 : 512
  const canvas = DOMAdapter.get().createCanvas(size, size)
  const context = canvas.getContext('2d') as Canvas2d
  const source = new CanvasSource({ resource: canvas as HTMLCanvasElement, width: size, height: size, resolution: 1, label: 'glyphs' })
  const letters: Record<LetterStyleName, Map<number, Letter>> = { name: new Map(), plate: new Map(), phrase: new Map() }
  const drawn = new Map<ShapeName, Picture>()
  let pixelRatio = firstPixelRatio
  let fontFamily = firstFontFamily
  let edition = 0
  let penX = 0
  let penY = 0
  let shelf = 0
  let isNew = false
  let ranFull = false

  const begin = (): void => {
    for (const map of Object.values(letters)) map.clear()
    edition++
    context.clearRect(0, 0, size, size)
    penX = penY = shelf = 0
    for (const name of Object.keys(shapes) as ShapeName[]) drawn.set(name, addShape(name))
    isNew = true
  }

  // Shelves: pictures side by side, a new shelf under the tallest when a row is full. One pixel of air around each.
  const take = (width: number, height: number, anchorX: number, anchorY: number): Spot => {
    if (penX + width + 1 > size) {
      penX = 0
      penY += shelf + 1
      shelf = 0
    }
    if (penY + height > size) {
      ranFull = true
      begin()
    }
    const left = penX
    const top = penY
    penX += width + 1
    shelf = Math.max(shelf, height)
    isNew = true
    const place = { x: left, y: top, w: width, h: height, sheetWidth: size, sheetHeight: size }
    return { picture: createPicture(place, { widthPx: width, heightPx: height, anchorX, anchorY }), left, top }
  }

  const addShape = (name: ShapeName): Picture => {
    const { anchorX, anchorY, heightPx, insetPx, widthPx } = shapes[name]
    const { left, picture, top } = take(widthPx * shapeScale, heightPx * shapeScale, anchorX, anchorY)
    context.setTransform(shapeScale, 0, 0, shapeScale, left, top)
    drawShape(context, name)
    context.setTransform(1, 0, 0, 1, 0, 0)
    if (insetPx === 0) return picture
    const inset = insetPx * shapeScale
    const side = widthPx * shapeScale - 2 * inset
    const place = { x: left + inset, y: top + inset, w: side, h: side, sheetWidth: size, sheetHeight: size }
    return createPicture(place, { widthPx: shapeScale, heightPx: shapeScale, anchorX, anchorY })
  }

  const drawLetter = (style: LetterStyle, text: string): Letter => {
    const em = style.sizePx * pixelRatio
    const halo = style.halo === null ? 0 : Math.ceil(1.5 * pixelRatio)
    context.font = `${style.weight} ${em}px ${fontFamily}`
    const measured = context.measureText(text)
    const left = Math.ceil(Math.max(measured.actualBoundingBoxLeft, 0)) + halo + 1
    const right = Math.ceil(Math.max(measured.actualBoundingBoxRight, measured.width)) + halo + 1
    const ascent = Math.ceil(em * 1.05) + halo
    const height = ascent + Math.ceil(em * 0.35) + halo
    const spot = take(left + right, height, left / (left + right), ascent / height)
    context.lineJoin = 'round'
    if (style.halo !== null) {
      context.strokeStyle = style.halo
      context.lineWidth = halo * 2
      context.strokeText(text, spot.left + left, spot.top + ascent)
    }
    context.fillStyle = style.fill
    context.fillText(text, spot.left + left, spot.top + ascent)
    return { picture: spot.picture, advancePx: measured.width / pixelRatio }
  }

  begin()
  return {
    source,
    get pixelRatio() {
      return pixelRatio
    },
    get edition() {
      return edition
    },
    letter(style, codePoint) {
      let letter = letters[style].get(codePoint)
      if (letter === undefined) {
        letter = drawLetter(letterStyles[style], String.fromCodePoint(codePoint))
        letters[style].set(codePoint, letter)
      }
      return letter
    },
    shape: (name) => drawn.get(name) as Picture,
    flush() {
      if (isNew) source.update()
      isNew = false
      const again = ranFull
      ranFull = false
      return again
    },
    reset(newPixelRatio, newFontFamily) {
      pixelRatio = newPixelRatio
      fontFamily = newFontFamily
      begin()
    },
    destroy: () => source.destroy(),
  }
}
