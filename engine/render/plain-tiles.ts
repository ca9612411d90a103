import { metrePx, projectX, projectY, type SolidBox, tileHeightPx, type TileKind } from '../space/index.ts'
import type { Canvas2d } from './plain-picture.ts'
import { type PlainTile, readColour } from './theme.ts'

const roofM = 0.25
const crownRadiusM = 0.55
const postM = 0.06
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

type Corner = readonly [x: number, y: number, z: number]

/** Draws one tile with its south corner at 0, 0: a floor, boxes, and what the look puts on them. */
export function drawTile(context: Canvas2d, kind: TileKind, look: PlainTile): void {
  const colourOf = (part: keyof PlainTile, share: number): string => {
    const named = look[part] === undefined ? 'colour' : part
    return shade(readColour(look[named] ?? '', `theme.tiles['${kind.frame}'].${named}`), share)
  }
  const face = (corners: readonly Corner[], colour: string): void => {
    context.beginPath()
    for (const [x, y, z] of corners) context.lineTo(projectX(x, z), projectY(x, y, z) - tileHeightPx)
    context.closePath()
    context.fillStyle = context.strokeStyle = colour
    context.lineWidth = seamPx
    context.lineJoin = 'round'
    context.fill()
    context.stroke()
  }
  const box = (
    { x0, x1, z0, z1, heightM }: SolidBox,
    fromM: number,
    colours: readonly [top: string, left: string, right: string],
  ): void => {
    face(
      [
        [x0, heightM, z1],
        [x1, heightM, z1],
        [x1, fromM, z1],
        [x0, fromM, z1],
      ],
      colours[1],
    )
    face(
      [
        [x1, heightM, z0],
        [x1, heightM, z1],
        [x1, fromM, z1],
        [x1, fromM, z0],
      ],
      colours[2],
    )
    face(
      [
        [x0, heightM, z0],
        [x1, heightM, z0],
        [x1, heightM, z1],
        [x0, heightM, z1],
      ],
      colours[0],
    )
  }
  const heightM = heightOf(kind)
  const sides = [colourOf('top', light.top), colourOf('colour', light.left), colourOf('colour', light.right)] as const
  if (heightM === 0) {
    face(
      [
        [0, 0, 0],
        [1, 0, 0],
        [1, 0, 1],
        [0, 0, 1],
      ],
      colourOf('colour', 1),
    )
    return face(
      [
        [0.06, 0, 0.06],
        [0.94, 0, 0.06],
        [0.94, 0, 0.94],
        [0.06, 0, 0.94],
      ],
      colourOf('top', look.top === undefined ? 1.03 : 1),
    )
  }
  if (look.crown !== undefined) {
    box({ x0: 0.44, x1: 0.56, z0: 0.44, z1: 0.56, heightM: heightM - crownRadiusM }, 0, sides)
    return drawCrown(context, heightM, (share) => colourOf('crown', share))
  }
  const boxes = kind.boxes.length > 0 ? kind.boxes : [{ x0: 0.2, x1: 0.8, z0: 0.2, z1: 0.8, heightM }]
  for (const solid of [...boxes].sort((a, b) => a.x0 + a.z0 - b.x0 - b.z0)) box(solid, 0, sides)
  if (look.roof === undefined) return
  const post = (x: number, z: number): void =>
    box({ x0: x, x1: x + postM, z0: z, z1: z + postM, heightM: heightM - roofM }, 0, [sides[1], sides[1], sides[2]])
  post(0.04, 0.9)
  post(0.9, 0.9)
  post(0.9, 0.04)
  for (let stripe = 0; stripe < 4; stripe++) {
    const paint = (share: number): string => (stripe % 2 === 0 ? colourOf('roof', share) : shade(0xfffaf0, share))
    const colours = [paint(light.top), paint(light.left), paint(light.right)] as const
    box({ x0: stripe / 4, x1: (stripe + 1) / 4, z0: 0, z1: 1, heightM }, heightM - roofM, colours)
  }
}

function drawCrown(context: Canvas2d, heightM: number, colour: (share: number) => string): void {
  const radius = crownRadiusM * metrePx
  const x = 0
  const y = projectY(0.5, heightM - crownRadiusM, 0.5) - tileHeightPx
  for (const [dx, dy, share, size] of [
    [0, 0, 0.8, 1],
    [-0.1, -0.1, 0.92, 0.86],
    [-0.26, -0.3, 1.06, 0.45],
  ]) {
    context.fillStyle = colour(share)
    context.beginPath()
    context.arc(x + dx * radius, y + dy * radius, radius * size, 0, Math.PI * 2)
    context.fill()
  }
}

/** A colour with more or less light on it, as CSS. */
function shade(rgb: number, share: number): string {
  const part = (shift: number): number => Math.min(255, Math.round(((rgb >> shift) & 0xff) * share))
  return `rgb(${part(16)},${part(8)},${part(0)})`
}
