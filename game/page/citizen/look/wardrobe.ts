import { drawSheet } from '../../../../assets/art/draw-sheet.ts'
import type { DrawnSheet } from '../../../../assets/art/drawing.ts'
import type { Look } from '../../../../assets/art/look.ts'
import { personLayers } from '../../../../assets/art/person-table.ts'
import { pickDrawings } from './pick-drawings.ts'

/** Draws people as the mall does, out of the same steps: seen from before, standing. */
export type Wardrobe = {
  /** Draws a person so that the pixel (`x`, `y`) of the canvas is between the feet; `zoom`: canvas pixels for one at 1×. */
  draw(context: CanvasRenderingContext2D, look: Look, x: number, y: number, zoom: number): void
}

const address = Object.values(
  import.meta.glob<string>('../../../../assets/art/packed/sheet.json', { query: '?url', import: 'default', eager: true }),
)[0]

/** Fetches the mall's sheet, which a visitor of the mall has already, and draws what is needed of it, `scale` pixels for one at 1×. @throws when it does not arrive */
export async function openWardrobe(scale: number): Promise<Wardrobe> {
  const answer = await fetch(address)
  if (!answer.ok) throw new TypeError(`${address} answered ${answer.status}`)
  const sheet = pickDrawings((await answer.json()) as DrawnSheet, (name) => /^person\/\w+\/[\w-]+\/s\/(stand|rest|sit)$/.test(name))
  const image = drawSheet(sheet, { colours: [], parts: {} }, scale)
  const places = new Map(sheet.names.map((name, i) => [name, i]))
  const scratch = document.createElement('canvas').getContext('2d', { willReadFrequently: true })

  const drawLayer = (context: CanvasRenderingContext2D, place: number, tint: number, left: number, top: number, zoom: number): void => {
    if (!scratch) return
    const [width, height] = [Math.ceil(sheet.w[place] * zoom), Math.ceil(sheet.h[place] * zoom)]
    const { canvas } = scratch
    if (canvas.width < width || canvas.height < height)
      Object.assign(canvas, { width: Math.max(width, canvas.width), height: Math.max(height, canvas.height) })
    const put = (): void =>
      scratch.drawImage(
        image,
        sheet.x[place] * scale,
        sheet.y[place] * scale,
        sheet.w[place] * scale,
        sheet.h[place] * scale,
        0,
        0,
        sheet.w[place] * zoom,
        sheet.h[place] * zoom,
      )
    scratch.globalCompositeOperation = 'copy'
    put()
    scratch.globalCompositeOperation = 'multiply'
    scratch.fillStyle = `#${tint.toString(16).padStart(6, '0')}`
    scratch.fillRect(0, 0, width, height)
    // The tint has filled what was empty too.
    scratch.globalCompositeOperation = 'destination-in'
    put()
    context.drawImage(canvas, 0, 0, width, height, left, top, width, height)
  }

  return {
    draw(context, look, x, y, zoom) {
      for (const { tint, pictureOf } of personLayers(look)) {
        const picture = pictureOf('s', 'stand', 0)
        const place = picture === null ? undefined : places.get(picture.frame)
        if (picture === null || place === undefined) continue
        drawLayer(
          context,
          place,
          tint,
          x + (picture.dx - sheet.anchorX[place]) * zoom,
          y + (picture.dy - sheet.anchorY[place]) * zoom,
          zoom,
        )
      }
    },
  }
}
