import { drawSheet } from './draw-sheet.ts'
import { type DrawnSheet, framesOf } from './drawing.ts'
import { sceneArt } from './people-art.ts'

/** Everything that the drawing thread draws with, out of a theme's sheet as it travelled. */
export async function artOfSheet(sheet: DrawnSheet) {
  const canvas = drawSheet(sheet)
  const image = 'transferToImageBitmap' in canvas ? canvas.transferToImageBitmap() : await createImageBitmap(canvas)
  return { ...sceneArt, atlas: { image, json: { frames: framesOf(sheet), meta: { scale: sheet.scale } } } }
}
