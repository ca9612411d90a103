import { at, box, type Box, fill, leftOf, line, onFloor, onLeft, onRight, type Point, rightOf, topOf, upright } from '../iso.ts'
import { band } from '../ornament.ts'
import { common, darken, lighten, mix, type Theme, tonesOf } from '../palette.ts'
import { type Compass, floorTile, type Piece, standingTile } from '../piece.ts'
import { bench } from './seat.ts'

/** An upper storey: what one sees through the opening in its floor, the balustrades around it, and where the floor ends. */

const full = (colour: string): string => `<rect x="-.7" y="-.7" width="33.4" height="33.4" fill="${colour}"/>`

/** The floor below, seen from above: paler, cooler, and in the shade of this floor near its northern and western edges. */
const below = (theme: Theme, shade: number): string => darken(mix(mix(theme.floor, common.haze, 0.4), theme.wood, 0.1), shade)

/** `depth` 0 lies under this floor's edge, 3 in the light of the roof. */
const shades = [0.42, 0.32, 0.22, 0.13] as const

function lowerFloor(theme: Theme, depth: number): string {
  const base = below(theme, shades[depth])
  return onFloor(
    `${full(base)}<path d="M0 32V0H32" fill="none" stroke="${darken(base, 0.09)}" stroke-width=".9"/><path d="M1 32V1H32" fill="none" stroke="${lighten(base, 0.1)}" stroke-width=".7"/>`,
  )
}

/** The inlay around the tree below. */
function lowerBorder(theme: Theme, turn: 'x' | 'z'): string {
  const base = below(theme, shades[2])
  const inlay = band(theme, {
    line: mix(base, theme.ornament, 0.55),
    ground: mix(base, darken(theme.inlay, 0.25), 0.6),
    accent: mix(base, theme.ornamentAccent, 0.6),
  })
  const strip = `<g transform="translate(0 7) scale(1 1.8)">${inlay}</g>`
  return onFloor(full(base) + (turn === 'x' ? strip : `<g transform="matrix(0 1 1 0 0 0)">${strip}</g>`))
}

/** The floor's own thickness, seen at the opening's far edges: north, west, and where both meet. */
function innerEdge(theme: Theme, edges: readonly Compass[]): string {
  const beam = tonesOf(theme.wood)
  const thick = 0.42
  // From beside the tile on: the edge hangs down before its neighbours too.
  const face = (from: number, to: number, isNorth: boolean, colour: string): string => {
    const point = (along: number, y: number): Point => (isNorth ? at(along, y, 0) : at(0, y, along))
    return fill([point(edges.length > 1 ? 0 : -1, from), point(2, from), point(2, to), point(edges.length > 1 ? 0 : -1, to)], colour)
  }
  const parts = edges.flatMap((edge) => {
    const isNorth = edge === 'n'
    return [
      face(-thick, -thick - 0.34, isNorth, below(theme, isNorth ? 0.54 : 0.6)),
      face(0, -thick, isNorth, isNorth ? beam.left : beam.right),
      face(-0.08, -0.12, isNorth, isNorth ? theme.ornamentAccent : darken(theme.ornamentAccent, 0.2)),
    ]
  })
  const tile = `M${[at(0, 0, 0), at(1, 0, 0), at(1, 0, 1), at(0, 0, 1)].map(([x, y]) => `${x} ${y}`).join('L')}Z`
  return `<clipPath id="t"><path d="${tile}"/></clipPath><g clip-path="url(#t)">${parts.join('')}</g>`
}

const railM = 0.95

/** Glass between slim posts under a wooden rail, along the edges of a tile that are named. */
function balustrade(theme: Theme, edges: readonly Compass[]): string {
  const near = 0.07
  const ends: Record<Compass, readonly [number, number, number, number]> = {
    n: [0, near, 1, near],
    s: [0, 1 - near, 1, 1 - near],
    w: [near, 0, near, 1],
    e: [1 - near, 0, 1 - near, 1],
  }
  const panel = (edge: Compass): string => {
    const [x0, z0, x1, z1] = ends[edge]
    const isAlongX = z0 === z1
    const pane = fill(
      [at(x0, 0.04, z0), at(x1, 0.04, z1), at(x1, railM - 0.06, z1), at(x0, railM - 0.06, z0)],
      isAlongX ? common.glass : common.glassDeep,
      ' opacity=".42"',
    )
    const shine = line(
      [at(x0 + (x1 - x0) * 0.25, 0.2, z0 + (z1 - z0) * 0.25), at(x0 + (x1 - x0) * 0.6, 0.75, z0 + (z1 - z0) * 0.6)],
      common.white,
      1.4,
      ' opacity=".4"',
    )
    const post = line([at(x0, 0, z0), at(x0, railM, z0)], darken(theme.wood, 0.15), 1.5)
    const foot = line([at(x0, 0.03, z0), at(x1, 0.03, z1)], darken(theme.wood, 0.1), 1.6)
    const rail =
      line([at(x0, railM, z0), at(x1, railM, z1)], isAlongX ? theme.wood : darken(theme.wood, 0.15), 3) +
      line([at(x0, railM + 0.03, z0), at(x1, railM + 0.03, z1)], lighten(theme.wood, 0.4), 0.9)
    return foot + pane + shine + post + rail
  }
  // The far edges first.
  return (['n', 'w', 'e', 's'] as const)
    .filter((edge) => edges.includes(edge))
    .map(panel)
    .join('')
}

/** Where the floor ends towards the viewer: a parapet, the floor's thickness with its ornament, and below it only air. */
function slabEdge(theme: Theme, edges: readonly ('s' | 'e')[]): string {
  const thick = 0.56
  const slab: Box = { x0: 0, x1: 1, z0: 0, z1: 1, y0: -thick, y1: 0 }
  const shadeOf = (side: 's' | 'e') => (colour: string) => (side === 's' ? colour : darken(colour, 0.2))
  const face = (side: 's' | 'e'): string => {
    const shade = shadeOf(side)
    const inlay = band(theme, {
      line: shade(theme.ornament),
      ground: shade(mix(theme.ornamentGround, theme.wood, 0.15)),
      accent: shade(theme.ornamentAccent),
    })
    const dress = `<rect x="-.3" y="0" width="32.600" height="3" fill="${shade(lighten(theme.stone, 0.2))}"/><g transform="translate(0 3)">${inlay}</g>`
    const shadow = [0, 1, 2]
      .map((i) => `<rect x="0" y="18" width="32" height="${4 + i * 5}" fill="${common.shadow}" opacity=".06"/>`)
      .join('')
    return side === 's' ? onLeft(1, shadow + dress) : onRight(1, shadow + dress)
  }
  const solids =
    (edges.includes('s') ? fill(leftOf(slab), theme.wood) + face('s') : '') +
    (edges.includes('e') ? fill(rightOf(slab), darken(theme.wood, 0.22)) + face('e') : '')
  return solids + balustrade(theme, edges)
}

/** The floor's corners under the ends of the high walls: what is left of the slab there, and the wall's last post. */
function slabCorner(theme: Theme, corner: 'sw' | 'ne'): string {
  const thick = 0.56
  const slab: Box =
    corner === 'sw' ? { x0: 0.62, x1: 1, z0: 0, z1: 1, y0: -thick, y1: 0 } : { x0: 0, x1: 1, z0: 0.62, z1: 1, y0: -thick, y1: 0 }
  const post: Box =
    corner === 'sw' ? { x0: 0.62, x1: 1, z0: 0.6, z1: 0.98, y0: 0, y1: 2.3 } : { x0: 0.6, x1: 0.98, z0: 0.62, z1: 1, y0: 0, y1: 2.3 }
  const link: Box =
    corner === 'sw' ? { x0: 0.62, x1: 1, z0: 0, z1: 0.6, y0: 0, y1: 2.25 } : { x0: 0, x1: 0.6, z0: 0.62, z1: 1, y0: 0, y1: 2.25 }
  const plaster = {
    ...tonesOf(theme.plaster),
    right: darken(theme.plaster, 0.13),
    top: lighten(theme.wood, 0.3),
    edge: lighten(theme.wood, 0.55),
  }
  return (
    fill(topOf(slab), theme.stone) +
    fill(leftOf(slab), corner === 'sw' ? theme.wood : darken(theme.wood, 0.1)) +
    fill(rightOf(slab), darken(theme.wood, 0.22)) +
    box(link, plaster) +
    box(post, { ...tonesOf(theme.wood), top: lighten(theme.wood, 0.35) })
  )
}

/** The crown of a tree of the garden as it stands in the haze below. */
function hazeTree(size: number): string {
  const leaf = mix(common.haze, common.leaf, 0.3)
  const places = [
    [0, -6, 20],
    [-16, 2, 15],
    [15, 3, 16],
    [0, 8, 17],
  ]
  const blobs = places
    .map(
      ([x, y, r]) =>
        `<circle cx="${x * size}" cy="${y * size}" r="${r * size}" fill="${leaf}"/><circle cx="${(x - 3) * size}" cy="${(y - 4) * size}" r="${r * 0.72 * size}" fill="${mix(leaf, common.haze, 0.35)}"/>`,
    )
    .join('')
  return upright(0.5, -0.4, 0.5, blobs)
}

export function openingPieces(theme: Theme): Piece[] {
  const rail = { height: railM, boxes: `0 0 1 1 ${railM}` }
  const edges: readonly (readonly Compass[])[] = [['n'], ['e'], ['s'], ['w'], ['n', 'w'], ['n', 'e'], ['s', 'w'], ['s', 'e']]
  return [
    ...shades.slice(1).map((_, i) => floorTile(`below-${i + 1}`, lowerFloor(theme, i + 1))),
    floorTile('below-border-x', lowerBorder(theme, 'x')),
    floorTile('below-border-z', lowerBorder(theme, 'z')),
    ...([['n'], ['w'], ['n', 'w']] as const).map((list) =>
      floorTile(`below-${list.join('')}`, lowerFloor(theme, 0) + innerEdge(theme, list)),
    ),
    ...edges.map((list) => standingTile(`prop/glass-${list.join('')}`, balustrade(theme, list), rail)),
    standingTile('prop/below-bench', bench({ wood: below(theme, 0.34), plank: below(theme, 0.2) }, 'x'), { height: 0.46, boxes: '' }),
    standingTile('prop/slab-s', slabEdge(theme, ['s']), { ...rail, down: 50 }),
    standingTile('prop/slab-e', slabEdge(theme, ['e']), { ...rail, down: 50 }),
    standingTile('prop/slab-se', slabEdge(theme, ['s', 'e']), { ...rail, down: 50 }),
    standingTile('prop/slab-sw', slabCorner(theme, 'sw'), { ...rail, down: 50 }),
    standingTile('prop/slab-ne', slabCorner(theme, 'ne'), { ...rail, down: 50 }),
    standingTile('prop/haze-tree', hazeTree(1), { height: 0.4, boxes: '', side: 50, up: 70, down: 40 }),
    standingTile('prop/haze-tree-b', hazeTree(0.72), { height: 0.4, boxes: '', side: 50, up: 70, down: 40 }),
  ]
}
