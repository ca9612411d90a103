import type { SpaceMap, TileKind } from '../space/index.ts'
import type { AtlasJson, AtlasJsonFrame, AtlasSheet } from './atlas.ts'
import { plainPeoplePictures } from './plain-people.ts'
import type { Canvas2d, PlainPicture } from './plain-picture.ts'
import { drawTile, heightOf, tileTopPx } from './plain-tiles.ts'
import type { PlainTile, Theme } from './theme.ts'

const finestScale = 2
const sheetWidthPx = 1024
/** More than every graphics card takes. */
const mostHeightPx = 2048
/** Air around each picture, so that a smaller copy of the sheet does not mix neighbours. */
const airPx = 2
/** A wall in the way is cut to this height, metres. */
const cutM = 0.3
/** Colours of what a theme does not name: calm, and far enough apart to tell things from each other. */
const floorColours = ['#e4dccb', '#d6cfc0', '#cfd6c4', '#dcd0bd', '#c9d3d6']
const thingColours = ['#8d7b68', '#a4664a', '#5f7d8c', '#6f8f5f', '#b08a3e', '#8a6a8f', '#4f8a80', '#a85f6b']

/** Draws the sheet for a map's tiles and the people. @throws TypeError for a wrong colour, or when the tiles do not fit one sheet */
export async function drawPlainSheet(map: SpaceMap, theme: Theme, breathe: () => Promise<void>): Promise<AtlasSheet> {
  const scale = theme.atlasScale ?? finestScale
  const pictures = [...map.tiles.flatMap((kind) => (kind === null ? [] : picturesOf(kind, theme))), ...plainPeoplePictures()]
  pictures.sort((a, b) => b.upPx + b.downPx - (a.upPx + a.downPx))
  const frames: Record<string, AtlasJsonFrame> = {}
  const spots = pictures.map((picture) => ({ picture, x: 0, y: 0 }))
  let x = 0
  let y = 0
  let shelf = 0
  for (const spot of spots) {
    const { downPx, halfWidthPx, name, upPx } = spot.picture
    const w = 2 * (halfWidthPx + airPx)
    const h = upPx + downPx + 2 * airPx
    if (x + w > sheetWidthPx) {
      x = 0
      y += shelf
      shelf = 0
    }
    spot.x = x + w / 2
    spot.y = y + airPx + upPx
    frames[name] = {
      frame: { x: x * scale, y: y * scale, w: w * scale, h: h * scale },
      anchor: { x: 0.5, y: (airPx + upPx) / h },
    }
    x += w
    shelf = Math.max(shelf, h)
  }
  if (y + shelf > mostHeightPx) {
    throw new TypeError(
      `the map's ${map.tiles.length} kinds of tiles do not fit one sheet of plain shapes: use fewer, or a sheet of your own`,
    )
  }
  const canvas = newCanvas(sheetWidthPx * scale, Math.ceil(y + shelf) * scale)
  const context = canvas.getContext('2d') as Canvas2d
  for (const spot of spots) {
    await breathe()
    context.setTransform(scale, 0, 0, scale, spot.x * scale, spot.y * scale)
    spot.picture.draw(context)
  }
  const json: AtlasJson = { frames, meta: { scale } }
  return { image: await createImageBitmap(canvas, { premultiplyAlpha: 'premultiply' }), json }
}

function picturesOf(kind: TileKind, theme: Theme): PlainPicture[] {
  const look = lookOf(kind, theme)
  const isFloor = heightOf(kind) === 0
  const whole: PlainPicture = {
    name: kind.frame,
    halfWidthPx: 32,
    upPx: tileTopPx(kind),
    downPx: 0,
    draw: (context) => drawTile(context, kind, look),
  }
  if (isFloor || !kind.isWall) return [whole]
  const low = {
    ...kind,
    heightM: Math.min(kind.heightM, cutM),
    boxes: kind.boxes.map((box) => ({ ...box, heightM: Math.min(box.heightM, cutM) })),
  }
  return [whole, { ...whole, name: `${kind.frame}-cut`, upPx: tileTopPx(low), draw: (context) => drawTile(context, low, look) }]
}

function lookOf(kind: TileKind, theme: Theme): PlainTile {
  const given = theme.tiles?.[kind.frame]
  if (given !== undefined) return typeof given === 'string' ? { colour: given } : given
  const colours = heightOf(kind) === 0 ? floorColours : thingColours
  return { colour: colours[kind.gid % colours.length] }
}

function newCanvas(width: number, height: number): OffscreenCanvas | HTMLCanvasElement {
  if (typeof OffscreenCanvas === 'function') return new OffscreenCanvas(width, height)
  return Object.assign(document.createElement('canvas'), { width, height })
}
