import { at, box, fill, line, type Point } from '../iso.ts'
import { common, darken, lighten, mix, type Theme, tonesOf } from '../palette.ts'
import { cutHeightM, cutPair, type Piece, standingTile } from '../piece.ts'
import { liftPieces } from './lift.ts'

/** Stairs and escalators rise to −x (west), over this many tiles. */
export const flightTiles = 5
const stepsInTile = 3
const riseM = 0.15
/** Metres that one tile rises. */
const tileRiseM = stepsInTile * riseM
const railM = 0.86

type Edge = 'n' | 's' | 'both'

/** A face of glass between two heights, with its rail: one path, as it is pale all over. */
const glass = (points: readonly Point[], alpha = 0.34): string => fill(points, common.glassDeep, ` opacity="${alpha}"`)

function handrail(theme: Theme, points: readonly Point[], colour = theme.wood): string {
  return line(points, darken(colour, 0.12), 2.6) + line(points, lighten(colour, 0.35), 0.9)
}

/** Height of the steps' line at x within tile k, counted from the foot. */
const slopeAt = (k: number, x: number): number => (k + 1 - x) * tileRiseM

/** A slanting glass panel with its rail along x, at z. */
function slantRail(theme: Theme, k: number, z: number, colour?: string): string {
  const [low, high] = [slopeAt(k, 1) + 0.06, slopeAt(k, 0) + 0.06]
  return (
    glass([at(0, high, z), at(1, low, z), at(1, low + railM, z), at(0, high + railM, z)]) +
    handrail(theme, [at(0, high + railM, z), at(1, low + railM, z)], colour)
  )
}

/** One tile of a flight of stairs; `edge` has the rail. */
function stairs(theme: Theme, k: number, edge: Edge, isCut: boolean): string {
  const stone = tonesOf(mix(theme.stone, theme.plank, 0.3))
  const side = { ...stone, left: theme.wood, right: darken(theme.stone, 0.2) }
  const blocks = Array.from({ length: stepsInTile }, (_, i) => {
    const j = stepsInTile - 1 - i
    const height = (k * stepsInTile + j + 1) * riseM
    const [x0, x1] = [1 - (j + 1) / stepsInTile, 1 - j / stepsInTile]
    const top = isCut ? Math.min(height, cutHeightM) : height
    const nosing = fill([at(x1 - 0.07, top, 0), at(x1, top, 0), at(x1, top, 1), at(x1 - 0.07, top, 1)], mix(theme.wood, theme.stone, 0.3))
    return box({ x0, x1, z0: 0, z1: 1, y0: 0, y1: top }, side, { edge: false }) + nosing
  }).join('')
  const stringer = isCut
    ? ''
    : fill(
        [at(0, slopeAt(k, 0), 1), at(1, slopeAt(k, 1), 1), at(1, Math.max(0, slopeAt(k, 1) - 0.24), 1), at(0, slopeAt(k, 0) - 0.24, 1)],
        lighten(theme.wood, 0.18),
      )
  const rail = (z: number): string => (isCut ? '' : slantRail(theme, k, z))
  return (edge === 'n' ? rail(0.05) : '') + blocks + (edge === 's' ? stringer + rail(0.95) : '')
}

/** One tile of an escalator: steel steps between two balustrades of glass. */
function escalator(theme: Theme, k: number, isCut: boolean): string {
  const steel = tonesOf(mix(common.metal, common.rubber, 0.2))
  const panel = tonesOf(mix(common.metal, theme.plaster, 0.35))
  if (isCut) return box({ x0: 0, x1: 1, z0: 0.08, z1: 0.92, y0: 0, y1: cutHeightM }, panel)
  const [low, high] = [slopeAt(k, 1), slopeAt(k, 0)]
  const treads = Array.from({ length: stepsInTile }, (_, i) => {
    const j = stepsInTile - 1 - i
    const height = (k * stepsInTile + j + 1) * riseM - 0.02
    const [x0, x1] = [1 - (j + 1) / stepsInTile, 1 - j / stepsInTile]
    const yellow = line([at(x1, height, 0.24), at(x1, height, 0.76)], common.called, 0.8)
    return (
      box(
        { x0, x1, z0: 0.2, z1: 0.8, y0: Math.max(0, height - 0.5), y1: height },
        { ...steel, top: lighten(steel.left, 0.12) },
        { edge: false },
      ) + yellow
    )
  }).join('')
  const truss = (z: number): string =>
    fill([at(0, 0, z), at(1, 0, z), at(1, low + 0.1, z), at(0, high + 0.1, z)], panel.left) +
    line([at(1, low + 0.1, z), at(0, high + 0.1, z)], panel.edge, 0.9)
  const cap = (z0: number, z1: number): string =>
    fill([at(0, high + 0.1, z0), at(1, low + 0.1, z0), at(1, low + 0.1, z1), at(0, high + 0.1, z1)], panel.top)
  return (
    cap(0.08, 0.2) +
    slantRail(theme, k, 0.14, common.rubber) +
    treads +
    cap(0.8, 0.92) +
    truss(0.92) +
    slantRail(theme, k, 0.86, common.rubber)
  )
}

/** The foot of an escalator that comes down: newels, a comb plate, and a disc that says not this way. */
function escalatorFoot(theme: Theme): string {
  const panel = tonesOf(mix(common.metal, theme.plaster, 0.35))
  const plate = fill([at(0, 0.03, 0.2), at(0.7, 0.03, 0.2), at(0.7, 0.03, 0.8), at(0, 0.03, 0.8)], mix(common.metal, common.rubber, 0.3))
  const newel = (z0: number, z1: number): string =>
    box({ x0: 0, x1: 0.42, z0, z1, y0: 0, y1: 0.12 }, panel) +
    glass([at(0, 0.1, (z0 + z1) / 2), at(0.4, 0.1, (z0 + z1) / 2), at(0.4, 0.7, (z0 + z1) / 2), at(0, 0.92, (z0 + z1) / 2)]) +
    handrail(
      theme,
      [at(0, 0.92, (z0 + z1) / 2), at(0.3, 0.86, (z0 + z1) / 2), at(0.42, 0.6, (z0 + z1) / 2), at(0.42, 0.14, (z0 + z1) / 2)],
      common.rubber,
    )
  const [x, y] = at(0.6, 0, 0.5)
  const disc = `<g transform="translate(${x} ${y})"><path d="M-.9 0V-19H.9V0Z" fill="${common.metal}"/><circle cx="0" cy="-23" r="6.500" fill="${common.tail}"/><rect x="-4" y="-24.300" width="8" height="2.600" fill="${common.white}"/></g>`
  return plate + newel(0.08, 0.2) + disc + newel(0.8, 0.92)
}

/** What one sees of a well `length` tiles long and `width` wide from this tile on, down which steps lead to the east. */
function well(theme: Theme, length: number, width: number, kind: 'stairs' | 'escalator'): string {
  const opening = [at(0, 0, 0), at(length, 0, 0), at(length, 0, width), at(0, 0, width)]
  const wall = (depth: number): string => darken(theme.plaster, 0.2 + depth * 0.26)
  const tread = (depth: number): string =>
    kind === 'stairs'
      ? darken(mix(theme.stone, theme.plank, 0.3), depth * 0.15)
      : darken(mix(common.metal, common.rubber, 0.25), depth * 0.2)
  const north = [0, 1, 2, 3, 4]
    .map((k) => fill([at(0, -k * 0.6, 0), at(length, -k * 0.6, 0), at(length, -(k + 1) * 0.6, 0), at(0, -(k + 1) * 0.6, 0)], wall(k * 0.6)))
    .join('')
  const count = Math.ceil(length * stepsInTile * 0.75)
  const [z0, z1] = kind === 'stairs' ? [0, width] : [0.2, width - 0.2]
  const steps = Array.from({ length: count }, (_, j) => {
    const depth = (j + 1) * riseM
    const [x0, x1] = [j / stepsInTile, (j + 1) / stepsInTile]
    const edge = kind === 'stairs' ? darken(mix(theme.wood, theme.stone, 0.3), depth * 0.15) : mix(common.called, tread(depth), 0.3)
    return (
      fill([at(x0, -depth, z0), at(x1, -depth, z0), at(x1, -depth, z1), at(x0, -depth, z1)], lighten(tread(depth), 0.15)) +
      fill([at(x1, -depth, z0), at(x1, -depth, z1), at(x1, -depth - riseM, z1), at(x1, -depth - riseM, z0)], darken(tread(depth), 0.24)) +
      fill([at(x1 - 0.06, -depth, z0), at(x1, -depth, z0), at(x1, -depth, z1), at(x1 - 0.06, -depth, z1)], edge)
    )
  }).join('')
  const skirt =
    kind === 'stairs'
      ? ''
      : fill(
          [at(0, 0, 0.2), at(length, -length * tileRiseM, 0.2), at(length, -length * tileRiseM - 0.6, 0.2), at(0, -0.6, 0.2)],
          mix(common.metal, theme.plaster, 0.2),
        )
  const slab = fill([at(0, 0, 0), at(length, 0, 0), at(length, -0.3, 0), at(0, -0.3, 0)], mix(theme.wood, theme.plaster, 0.25))
  const rails =
    kind === 'stairs'
      ? ''
      : [0.12, width - 0.12].map((z) => line([at(0, 0.1, z), at(length, 0.1 - length * tileRiseM, z)], common.rubber, 2.4)).join('')
  const path = `M${opening.map(([x, y]) => `${x} ${y}`).join('L')}Z`
  return (
    `<clipPath id="o"><path d="${path}"/></clipPath><g clip-path="url(#o)"><path d="${path}" fill="${darken(theme.wood, 0.6)}"/>${north}${slab}${skirt}${steps}${rails}</g>` +
    line([at(0, 0, width), at(0, 0, 0), at(length, 0, 0)], darken(theme.wood, 0.1), 1.6) +
    line([at(length, 0, 0), at(length, 0, width), at(0, 0, width)], lighten(theme.wood, 0.3), 1.6)
  )
}

export function wayUpPieces(theme: Theme): Piece[] {
  const flight = Array.from({ length: flightTiles }, (_, k) => k)
  const reach = { up: 130, side: 40 }
  return [
    ...flight.flatMap((k) =>
      (['n', 's'] as const).flatMap((edge) =>
        cutPair(`wall/stairs-${edge}-${k}`, (isCut) => stairs(theme, k, edge, isCut), {
          ...reach,
          height: (k + 1) * tileRiseM,
          boxes: '0 0 1 1 2.25',
        }),
      ),
    ),
    ...flight.flatMap((k) =>
      cutPair(`wall/escalator-${k}`, (isCut) => escalator(theme, k, isCut), {
        ...reach,
        height: (k + 1) * tileRiseM,
        boxes: '0 0 1 1 2.25',
      }),
    ),
    standingTile('prop/escalator-foot', escalatorFoot(theme), { height: 1 }),
    ...liftPieces(theme),
    standingTile('prop/well-stairs', well(theme, flightTiles, 2, 'stairs'), { height: 1, side: 170, up: 60, down: 120 }),
    standingTile('prop/well-escalator', well(theme, flightTiles, 1, 'escalator'), { height: 1, side: 170, up: 60, down: 120 }),
    // A picture covers several tiles; this makes the others solid.
    standingTile('prop/solid', '', { height: 1 }),
  ]
}
