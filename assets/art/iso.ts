import type { Tones } from './palette.ts'

/**
 * Drawing in dimetric 2:1. World: metres, x down-right, z down-left, y up. Screen: pixels at 1×,
 * origin at the south corner (x = 1, z = 1) of the tile that a piece stands on.
 */
export const metre = 32

const round = (value: number): number => Math.round(value * 100) / 100

export type Point = readonly [number, number]

/** Screen point of a world point inside the tile. */
export const at = (x: number, y: number, z: number): Point => [round((x - z) * 32), round((x + z - 2) * 16 - y * metre)]

export const pathOf = (points: readonly Point[]): string => `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}Z`

export const fill = (points: readonly Point[], colour: string, more = ''): string => `<path d="${pathOf(points)}" fill="${colour}"${more}/>`

export const line = (points: readonly Point[], colour: string, width: number, more = ''): string =>
  `<polyline points="${points.map(([x, y]) => `${x},${y}`).join(' ')}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"${more}/>`

export type Box = { x0: number; x1: number; y0: number; y1: number; z0: number; z1: number }

export const topOf = (b: Box): Point[] => [at(b.x0, b.y1, b.z0), at(b.x1, b.y1, b.z0), at(b.x1, b.y1, b.z1), at(b.x0, b.y1, b.z1)]
/** The face towards +z: lower left on screen, the middle tone. */
export const leftOf = (b: Box): Point[] => [at(b.x0, b.y1, b.z1), at(b.x1, b.y1, b.z1), at(b.x1, b.y0, b.z1), at(b.x0, b.y0, b.z1)]
/** The face towards +x: lower right on screen, the darkest tone. */
export const rightOf = (b: Box): Point[] => [at(b.x1, b.y1, b.z0), at(b.x1, b.y1, b.z1), at(b.x1, b.y0, b.z1), at(b.x1, b.y0, b.z0)]

/**
 * The three faces one sees of a box, with a light line along the upper edges. Each face is grown a hair so that tiles side by side show no seam.
 */
export function box(b: Box, tones: Tones, options: { edge?: boolean; faces?: 'all' | 'no-top' } = {}): string {
  const parts: string[] = []
  if (options.faces !== 'no-top') parts.push(fill(topOf(b), tones.top, ` stroke="${tones.top}" stroke-width=".5" stroke-linejoin="round"`))
  parts.push(fill(leftOf(b), tones.left, ` stroke="${tones.left}" stroke-width=".4" stroke-linejoin="round"`))
  parts.push(fill(rightOf(b), tones.right, ` stroke="${tones.right}" stroke-width=".4" stroke-linejoin="round"`))
  if (options.edge !== false) {
    parts.push(line([at(b.x0, b.y1, b.z1), at(b.x1, b.y1, b.z1)], tones.edge, 0.7))
    parts.push(line([at(b.x1, b.y1, b.z1), at(b.x1, b.y1, b.z0)], tones.edge, 0.7, ' opacity=".7"'))
  }
  return parts.join('')
}

/** Puts flat drawing on the floor at height y: local x and y run along world x and z, 32 units a metre. */
export const onFloor = (inner: string, y = 0): string => `<g transform="matrix(1 .5 -1 .5 0 ${round(-32 - y * metre)})">${inner}</g>`

/** Puts flat drawing on the face z = `z` (towards +z): local x runs along world x, local y is up from the floor, negative. */
export const onLeft = (z: number, inner: string): string =>
  `<g transform="matrix(1 .5 0 1 ${round(-32 * z)} ${round((z - 2) * 16)})">${inner}</g>`

/** The same on the face x = `x` (towards +x): local x runs from z = 1 (0) to z = 0 (32). */
export const onRight = (x: number, inner: string): string =>
  `<g transform="matrix(1 -.5 0 1 ${round(32 * x - 32)} ${round((x - 2) * 16 + 16)})">${inner}</g>`

/** An upright drawing (not skewed) whose origin is the world point. */
export const upright = (x: number, y: number, z: number, inner: string): string => {
  const [sx, sy] = at(x, y, z)
  return `<g transform="translate(${sx} ${sy})">${inner}</g>`
}

/** A soft shadow on the floor, an ellipse of `rx` metres around (x, z). */
export const contactShadow = (x: number, z: number, rx: number, colour: string, alpha = 0.26): string => {
  const [sx, sy] = at(x, 0, z)
  const rings = [1, 0.85, 0.7, 0.55]
  return rings
    .map(
      (k) =>
        `<ellipse cx="${sx}" cy="${sy}" rx="${round(rx * 45 * k)}" ry="${round(rx * 22.5 * k)}" fill="${colour}" opacity="${round((alpha / rings.length) * 1.1)}"/>`,
    )
    .join('')
}

/** A shadow of a box's footprint, thrown towards +x. */
export const footShadow = (b: Pick<Box, 'x0' | 'x1' | 'z0' | 'z1'>, colour: string, reach = 0.16, alpha = 0.16): string =>
  [1, 0.5]
    .map((k) => {
      const x1 = b.x1 + reach * k
      const z1 = b.z1 + 0.05 * k
      return fill(
        [at(b.x0, 0, b.z1), at(b.x0, 0, z1), at(x1, 0, z1), at(x1, 0, b.z0 + reach * 0.5), at(b.x1, 0, b.z0)],
        colour,
        ` opacity="${alpha / 2}"`,
      )
    })
    .join('')
