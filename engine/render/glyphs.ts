import { CanvasSource, DOMAdapter, Rectangle, Texture } from 'pixi.js'
import type { Picture } from './atlas.ts'

/** How letters look. The halo keeps dark letters readable over any floor. */
export type LetterStyle = { readonly sizePx: number; readonly weight: number; readonly fill: string; readonly halo: string | null }

export const letterStyles = {
  name: { sizePx: 12, weight: 600, fill: '#241F1B', halo: '#FFFDF7' },
  plate: { sizePx: 15, weight: 700, fill: '#FFFFFF', halo: null },
} as const satisfies Record<string, LetterStyle>
export type LetterStyleName = keyof typeof letterStyles

export type Letter = {
  /** Drawn with its anchor on the pen; sizes in sheet pixels. */
  readonly picture: Picture
  /** How far the pen moves on, CSS pixels. */
  readonly advancePx: number
}

/** White shapes for marks on the floor, to be coloured when drawn; anchored in their middle. */
export type ShapeName = 'dot' | 'tile'

/**
 * Letters and floor marks, drawn once each by the browser into one sheet and then only placed: a bitmap font that grows as names need it.
 * Pictures are in device pixels: draw them at 1 / `pixelRatio`.
 */
export type GlyphSheet = {
  readonly source: CanvasSource
  readonly pixelRatio: number
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

export function createGlyphSheet(firstPixelRatio: number, firstFontFamily: string): GlyphSheet {
  const size = firstPixelRatio > 2 ? 1024 : 512
  const canvas = DOMAdapter.get().createCanvas(size, size)
  const context = canvas.getContext('2d') as Canvas2d
  const source = new CanvasSource({ resource: canvas as HTMLCanvasElement, width: size, height: size, resolution: 1, label: 'glyphs' })
  const letters: Record<LetterStyleName, Map<number, Letter>> = { name: new Map(), plate: new Map() }
  let pixelRatio = firstPixelRatio
  let fontFamily = firstFontFamily
  let shapes: Record<ShapeName, Picture> | null = null
  let penX = 0
  let penY = 0
  let shelf = 0
  let isNew = false
  let ranFull = false

  const forget = (): void => {
    for (const map of Object.values(letters)) {
      for (const letter of map.values()) letter.picture.texture.destroy()
      map.clear()
    }
    if (shapes !== null) for (const picture of Object.values(shapes)) picture.texture.destroy()
  }

  const begin = (): void => {
    context.clearRect(0, 0, size, size)
    penX = penY = shelf = 0
    shapes = { dot: drawShape(16, 8, drawDot), tile: drawShape(64, 32, drawTile) }
    isNew = true
  }

  // Shelves: pictures side by side, a new shelf under the tallest when a row is full. One pixel of air around each.
  const take = (width: number, height: number, anchorX: number, anchorY: number): Picture & { left: number; top: number } => {
    if (penX + width + 1 > size) {
      penX = 0
      penY += shelf + 1
      shelf = 0
    }
    if (penY + height > size) {
      ranFull = true
      forget()
      begin()
    }
    const left = penX
    const top = penY
    penX += width + 1
    shelf = Math.max(shelf, height)
    isNew = true
    const texture = new Texture({ source, frame: new Rectangle(left, top, width, height) })
    return { texture, anchorX, anchorY, widthPx: width, heightPx: height, left, top }
  }

  const drawShape = (width: number, height: number, draw: (context: Canvas2d, width: number, height: number) => void): Picture => {
    const place = take(width * shapeScale, height * shapeScale, 0.5, 0.5)
    context.setTransform(shapeScale, 0, 0, shapeScale, place.left, place.top)
    draw(context, width, height)
    context.setTransform(1, 0, 0, 1, 0, 0)
    return place
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
    const place = take(left + right, height, left / (left + right), ascent / height)
    context.lineJoin = 'round'
    if (style.halo !== null) {
      context.strokeStyle = style.halo
      context.lineWidth = halo * 2
      context.strokeText(text, place.left + left, place.top + ascent)
    }
    context.fillStyle = style.fill
    context.fillText(text, place.left + left, place.top + ascent)
    return { picture: place, advancePx: measured.width / pixelRatio }
  }

  begin()
  return {
    source,
    get pixelRatio() {
      return pixelRatio
    },
    letter(style, codePoint) {
      let letter = letters[style].get(codePoint)
      if (letter === undefined) {
        letter = drawLetter(letterStyles[style], String.fromCodePoint(codePoint))
        letters[style].set(codePoint, letter)
      }
      return letter
    },
    shape: (name) => (shapes as Record<ShapeName, Picture>)[name],
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
      forget()
      begin()
    },
    destroy() {
      forget()
      source.destroy()
    },
  }
}

function drawDot(context: Canvas2d, width: number, height: number): void {
  context.fillStyle = '#FFFFFF'
  context.beginPath()
  context.ellipse(width / 2, height / 2, width / 2 - 2, height / 2 - 1, 0, 0, Math.PI * 2)
  context.fill()
}

function drawTile(context: Canvas2d, width: number, height: number): void {
  context.fillStyle = '#FFFFFF'
  context.beginPath()
  context.moveTo(width / 2, 0)
  context.lineTo(width, height / 2)
  context.lineTo(width / 2, height)
  context.lineTo(0, height / 2)
  context.fill()
}
