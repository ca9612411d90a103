import { metrePx, projectX, projectY, type SolidBox, tileHeightPx, type TileKind } from '../space/index.ts'
import type { Canvas2d } from './plain-picture.ts'
import { type PlainTile, readColour } from './theme.ts'

const roofM = 0.25
const crownRadiusM = 0.55
const postM = 0.06
const stripes = 4
const paleStripe = 0xfffaf0
/** How much light falls on each face: from above, from the left, from the right. */
const light = { top: 1, left: 0.86, right: 0.72 }
/** Over the edge by this much, or hairlines of the background show between neighbours, pixels at 1×. */
const seamPx = 0.7

/** Height of what stands on the tile, metres; 0 for a floor. */
export function heightOf({ boxes, heightM }: TileKind): number {
  return boxes.reduce((most, box) => Math.max(most, box.heightM), heightM)
}

/** How far a tile's picture reaches above its anchor, the tile's south corner, pixels at 1×. */
export const tileTopPx = (kind: TileKind): number => Math.ceil(tileHeightPx + heightOf(kind) * metrePx)

/** Draws one tile with its south corner at 0, 0: a floor, boxes, and what the look puts on them. */
export function drawTile(context: Canvas2d, kind: TileKind, look: PlainTile): void {
  const colourOf = (part: keyof PlainTile, share: number): string => {
    const named = look[part] === undefined ? 'colour' : part
    return shade(readColour(look[named] ?? '', `theme.tiles['${kind.frame}'].${named}`), share)
  }
  const heightM = heightOf(kind)
  if (heightM === 0) {
    drawFace(context, colourOf('colour', 1), [0, 0, 0, 1, 0, 0, 1, 0, 1, 0, 0, 1])
    // A lighter middle, or a floor of one colour would not show how far one walks.
    const middle = [0.06, 0, 0.06, 0.94, 0, 0.06, 0.94, 0, 0.94, 0.06, 0, 0.94]
    return drawFace(context, colourOf('top', look.top === undefined ? 1.03 : 1), middle)
  }
  const colours: BoxColours = [colourOf('top', light.top), colourOf('colour', light.left), colourOf('colour', light.right)]
  if (look.crown !== undefined) {
    drawBox(context, { x0: 0.44, x1: 0.56, z0: 0.44, z1: 0.56, heightM: heightM - crownRadiusM }, 0, colours)
    return drawCrown(context, heightM, (share) => colourOf('crown', share))
  }
  const boxes = kind.boxes.length > 0 ? kind.boxes : [{ x0: 0.2, x1: 0.8, z0: 0.2, z1: 0.8, heightM }]
  for (const box of [...boxes].sort((a, b) => a.x0 + a.z0 - b.x0 - b.z0)) drawBox(context, box, 0, colours)
  if (look.roof !== undefined) drawRoof(context, heightM, colours, (share) => colourOf('roof', share))
}

type BoxColours = readonly [top: string, left: string, right: string]

/** `corners`: x, y, z of each in turn, tile fractions and metres. */
function drawFace(context: Canvas2d, colour: string, corners: readonly number[]): void {
  context.beginPath()
  for (let i = 0; i < corners.length; i += 3) {
    const [x, y, z] = corners.slice(i, i + 3)
    context.lineTo(projectX(x, z), projectY(x, y, z) - tileHeightPx)
  }
  context.closePath()
  context.fillStyle = context.strokeStyle = colour
  context.lineWidth = seamPx
  context.lineJoin = 'round'
  context.fill()
  context.stroke()
}

function drawBox(context: Canvas2d, { heightM: h, x0, x1, z0, z1 }: SolidBox, fromM: number, [top, left, right]: BoxColours): void {
  drawFace(context, left, [x0, h, z1, x1, h, z1, x1, fromM, z1, x0, fromM, z1])
  drawFace(context, right, [x1, h, z0, x1, h, z1, x1, fromM, z1, x1, fromM, z0])
  drawFace(context, top, [x0, h, z0, x1, h, z0, x1, h, z1, x0, h, z1])
}

/** Stripes over the whole tile, on posts of the table's colour. The post behind is never seen. */
function drawRoof(context: Canvas2d, heightM: number, [, left, right]: BoxColours, colour: (share: number) => string): void {
  const underM = heightM - roofM
  for (const [x, z] of [
    [0.04, 0.9],
    [0.9, 0.9],
    [0.9, 0.04],
  ]) {
    drawBox(context, { x0: x, x1: x + postM, z0: z, z1: z + postM, heightM: underM }, 0, [left, left, right])
  }
  for (let stripe = 0; stripe < stripes; stripe++) {
    const paint = (share: number): string => (stripe % 2 === 0 ? colour(share) : shade(paleStripe, share))
    const box = { x0: stripe / stripes, x1: (stripe + 1) / stripes, z0: 0, z1: 1, heightM }
    drawBox(context, box, underM, [paint(light.top), paint(light.left), paint(light.right)])
  }
}

function drawCrown(context: Canvas2d, heightM: number, colour: (share: number) => string): void {
  const radius = crownRadiusM * metrePx
  const y = projectY(0.5, heightM - crownRadiusM, 0.5) - tileHeightPx
  for (const [dx, dy, share, size] of [
    [0, 0, 0.8, 1],
    [-0.1, -0.1, 0.92, 0.86],
    [-0.26, -0.3, 1.06, 0.45],
  ]) {
    context.fillStyle = colour(share)
    context.beginPath()
    context.arc(dx * radius, y + dy * radius, radius * size, 0, Math.PI * 2)
    context.fill()
  }
}

/** A colour with more or less light on it, as CSS. */
function shade(rgb: number, share: number): string {
  const part = (shift: number): number => Math.min(255, Math.round(((rgb >> shift) & 0xff) * share))
  return `rgb(${part(16)},${part(8)},${part(0)})`
}
