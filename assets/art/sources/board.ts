import { at, box, contactShadow, fill, footShadow, line, onLeft, onRight, upright } from '../iso.ts'
import { band } from '../ornament.ts'
import { common, darken, lighten, mix, type Theme, tonesOf, wingColours } from '../palette.ts'
import { cutHeightM, cutPair, type Piece, standingTile } from '../piece.ts'
import { pictogram, placeColour } from './place-mark.ts'

/** What tells people where they are and whose turn it is; and what stands at the doors. */

/** The map of the house on a board two tiles wide along x: the hall from above, each wing in its colour. `part` 0 is the western half. */
function mapBoard(theme: Theme, part: 0 | 1): string {
  const wood = tonesOf(theme.wood)
  const post = part === 0 ? 0.1 : 0.82
  const foot = box({ x0: post, x1: post + 0.08, z0: 0.5, z1: 0.58, y0: 0, y1: 0.6 }, wood, { edge: false })
  const board = box({ x0: part === 0 ? 0.02 : 0, x1: part === 0 ? 1 : 0.98, z0: 0.48, z1: 0.6, y0: 0.5, y1: 2.1 }, wood)
  // Drawn for both halves, 64 wide; each shows its own.
  const wing = (x: number, y: number, colour: string): string => `<rect x="${x}" y="${y}" width="15" height="9" rx="1" fill="${colour}"/>`
  const plan =
    `<rect x="4" y="-64" width="56" height="45" fill="${common.paper}"/><rect x="4" y="-64" width="56" height="6" fill="${placeColour(theme)}"/><path d="M8 -61H30" fill="none" stroke="${common.white}" stroke-width="1.600"/>` +
    `<rect x="8" y="-55" width="48" height="33" fill="${mix(theme.floor, theme.wood, 0.12)}"/>` +
    wing(9, -54, wingColours.sosial) +
    wing(40, -54, wingColours.kesehatan) +
    wing(9, -32, wingColours.kependudukan) +
    wing(40, -32, wingColours.pajak) +
    wing(9, -43, wingColours.usaha) +
    wing(40, -43, wingColours.perbankan) +
    `<circle cx="32" cy="-41" r="4" fill="${common.leaf}"/><path d="M32 -24.500C29 -28 29 -31.500 32 -31.500C35 -31.500 35 -28 32 -24.500Z" fill="${common.tail}"/>`
  const half = `<clipPath id="h"><rect x="${part * 32}" y="-70" width="32" height="60"/></clipPath><g clip-path="url(#h)">${plan}</g>`
  return (
    contactShadow(0.5, 0.56, 0.5, common.shadow, 0.22) + foot + board + onLeft(0.6, `<g transform="translate(${part * -32} 0)">${half}</g>`)
  )
}

/** Where somebody greets: a lectern with leaflets. */
function greeterDesk(theme: Theme): string {
  const wood = tonesOf(theme.wood)
  const front = `<circle cx="16" cy="-18" r="8" fill="${darken(theme.wood, 0.42)}"/>${pictogram('greeter', 12, 16, -18)}<g transform="translate(7.500 -33.500) scale(.53 .5)">${band(theme)}</g>`
  return (
    footShadow({ x0: 0.2, x1: 0.8, z0: 0.32, z1: 0.74 }, common.shadow, 0.14, 0.28) +
    box({ x0: 0.22, x1: 0.78, z0: 0.34, z1: 0.72, y0: 0, y1: 1.04 }, wood) +
    onLeft(0.72, front) +
    box({ x0: 0.16, x1: 0.84, z0: 0.28, z1: 0.78, y0: 1.04, y1: 1.1 }, tonesOf(mix(theme.stone, common.paper, 0.4))) +
    fill([at(0.3, 1.11, 0.42), at(0.52, 1.11, 0.42), at(0.52, 1.11, 0.64), at(0.3, 1.11, 0.64)], lighten(wingColours.kependudukan, 0.4)) +
    fill([at(0.54, 1.11, 0.42), at(0.72, 1.11, 0.42), at(0.72, 1.11, 0.64), at(0.54, 1.11, 0.64)], common.paper)
  )
}

/** The number being served, on the wall behind the officer: its foot is as high as a screen between two wings. */
function display(run: 'x' | 'z', on: 'screen' | 'wall'): string {
  const face = on === 'screen' ? 0.62 : 1.06
  const place = (a0: number, a1: number, d0: number, d1: number, y0: number, y1: number) =>
    run === 'x' ? { x0: a0, x1: a1, z0: d0, z1: d1, y0, y1 } : { x0: d0, x1: d1, z0: a0, z1: a1, y0, y1 }
  const screen = `<rect x="5.500" y="-56" width="21" height="13" rx="1" fill="${common.screen}"/><path d="M9 -51.500H23M9 -47.500H17" fill="none" stroke="${common.screenGlow}" stroke-width="2"/>`
  return (
    (on === 'screen' ? box(place(0.46, 0.54, 0.5, 0.6, 1.24, 1.36), tonesOf(common.rubber), { edge: false }) : '') +
    box(place(0.1, 0.9, face - 0.1, face, 1.3, 1.8), { ...tonesOf(common.rubber), edge: common.metal }) +
    (run === 'x' ? onLeft(face, screen) : onRight(face, screen))
  )
}

/** The wall to which one drives: a counter's window under an awning. Three tiles along x: 0 and 2 close it, 1 is the window. */
function driveWindow(theme: Theme, part: 0 | 1 | 2, isCut: boolean): string {
  const wall = {
    ...tonesOf(theme.plaster),
    top: lighten(theme.wood, 0.3),
    right: darken(theme.plaster, 0.14),
    edge: lighten(theme.wood, 0.55),
  }
  const place = { x0: 0, x1: 1, z0: 0, z1: 0.38, y0: 0 }
  if (isCut) return box({ ...place, y1: cutHeightM }, { ...wall, left: theme.wood })
  const colour = wingColours.pajak
  const base = `<rect x="-.3" y="-9" width="32.600" height="9" fill="${theme.wood}"/>`
  const cap = `<rect x="-.3" y="-76" width="32.600" height="5" fill="${theme.wood}"/>`
  const board =
    part === 1
      ? `<rect x="0" y="-71" width="32" height="13" fill="${colour}"/><circle cx="16" cy="-64.500" r="0" fill="${colour}"/>${pictogram('drive', 12.5, 16, -64.8)}`
      : `<rect x="0" y="-71" width="32" height="13" fill="${colour}"/><path d="M${part === 0 ? 24 : 8} -64.500H${part === 0 ? 8 : 24}" fill="none" stroke="${common.white}" stroke-width="1.600"/>`
  const opening =
    part === 1
      ? `<rect x="1" y="-54" width="30" height="28" fill="${darken(theme.wood, 0.2)}"/><rect x="2.500" y="-52.500" width="27" height="25" fill="${mix(theme.light, theme.wood, 0.3)}"/><rect x="2.500" y="-36" width="27" height="8.500" fill="${mix(theme.wood, theme.plank, 0.35)}"/><rect x="18" y="-46" width="9" height="8" fill="${common.screen}"/><rect x="19" y="-45" width="7" height="5" fill="${common.screenGlow}"/><path d="M2.500 -38L18 -52.500H25L2.500 -31Z" fill="${common.white}" opacity=".35"/>`
      : `<g transform="translate(0 -46)">${band(theme)}</g>`
  const sill =
    part === 1 ? box({ x0: 0.02, x1: 0.98, z0: 0.38, z1: 0.62, y0: 0.78, y1: 0.84 }, tonesOf(mix(theme.stone, common.paper, 0.4))) : ''
  const stripes = [0, 1, 2, 3]
    .map((i) =>
      fill(
        [at(i * 0.25, 1.86, 0.38), at((i + 1) * 0.25, 1.86, 0.38), at((i + 1) * 0.25, 1.7, 0.84), at(i * 0.25, 1.7, 0.84)],
        i % 2 === 0 ? colour : common.paper,
      ),
    )
    .join('')
  const valance = [0, 1, 2, 3]
    .map((i) =>
      fill(
        [at(i * 0.25, 1.7, 0.84), at((i + 1) * 0.25, 1.7, 0.84), at((i + 1) * 0.25, 1.62, 0.84), at(i * 0.25, 1.62, 0.84)],
        i % 2 === 0 ? darken(colour, 0.2) : darken(common.paper, 0.12),
      ),
    )
    .join('')
  return (
    box({ ...place, y1: 76 / 32 }, wall, { edge: false }) +
    onLeft(0.38, base + opening + board + cap) +
    sill +
    (part === 1 ? stripes + valance : '') +
    line([at(0, 76 / 32, 0.38), at(1, 76 / 32, 0.38)], wall.edge, 0.8) +
    line([at(1, 76 / 32, 0), at(1, 76 / 32, 0.38)], wall.edge, 0.8)
  )
}

/** The way to other malls: an arch that spans two tiles along z, seen from the east. `part` 0 is the northern one. */
function gate(theme: Theme, part: 0 | 1, isCut: boolean): string {
  const wood = tonesOf(theme.wood)
  const post = part === 0 ? { z0: 0.02, z1: 0.3 } : { z0: 0.7, z1: 0.98 }
  const foot = box({ x0: 0.3, x1: 0.7, z0: post.z0 - 0.02, z1: post.z1 + 0.02, y0: 0, y1: 0.16 }, tonesOf(theme.stone))
  const height = isCut ? cutHeightM : 2.2
  const pillar = box({ x0: 0.36, x1: 0.64, ...post, y0: 0.16, y1: height }, wood)
  if (isCut) return foot + pillar
  const ring = box({ x0: 0.34, x1: 0.66, z0: post.z0 - 0.02, z1: post.z1 + 0.02, y0: 1.5, y1: 1.64 }, tonesOf(theme.ornamentAccent), {
    edge: false,
  })
  const beam = box({ x0: 0.36, x1: 0.64, z0: 0, z1: 1, y0: 2.1, y1: 2.46 }, wood)
  const shade = (colour: string): string => darken(colour, 0.12)
  const dress = onRight(
    0.64,
    `<g transform="translate(0 -78.300)">${band(theme, { line: shade(theme.ornament), ground: shade(theme.ornamentGround), accent: shade(theme.ornamentAccent) })}</g>`,
  )
  const roof = box({ x0: 0.3, x1: 0.7, z0: 0, z1: 1, y0: 2.46, y1: 2.56 }, { ...wood, top: lighten(theme.wood, 0.35) })
  const [x, y] = at(0.66, 2.36, 0)
  const sign =
    part === 0
      ? ''
      : `<g transform="translate(${x} ${y})"><circle r="17" fill="${theme.ornamentAccent}"/><circle r="15.200" fill="${placeColour(theme)}"/>${pictogram('gate', 23, 0, 0)}</g>`
  return foot + pillar + ring + beam + dress + roof + sign
}

/** A rail at the height of the hand beside a ramp, along x. */
function rampRail(theme: Theme): string {
  const posts = [0.1, 0.6].map((x) => line([at(x, 0, 0.5), at(x, 0.9, 0.5)], common.metal, 1.8)).join('')
  return (
    posts +
    line([at(0, 0.5, 0.5), at(1, 0.5, 0.5)], common.metal, 1.6) +
    line([at(0, 0.9, 0.5), at(1, 0.9, 0.5)], theme.wood, 2.8) +
    line([at(0, 0.93, 0.5), at(1, 0.93, 0.5)], lighten(theme.wood, 0.45), 0.9)
  )
}

/** A boom across a lane, along z. */
function boom(): string {
  const bar = (z0: number, z1: number, colour: string): string => line([at(0.5, 0.8, z0), at(0.5, 0.8, z1)], colour, 3.2)
  return (
    contactShadow(0.5, 0.5, 0.2, common.shadow, 0.25) +
    [0, 1, 2, 3].map((i) => bar(i * 0.25, (i + 1) * 0.25, i % 2 === 0 ? common.tail : common.white)).join('') +
    line([at(0.5, 0, 0.5), at(0.5, 0.78, 0.5)], common.rubber, 1.6)
  )
}

/** A lamp over a place where one waits: a woven shade on a slim post. */
function lamp(theme: Theme): string {
  const glow = mix(theme.light, common.called, 0.25)
  return (
    contactShadow(0.5, 0.5, 0.2, common.shadow, 0.3) +
    upright(
      0.5,
      0,
      0.5,
      `<ellipse cx="0" cy="0" rx="5" ry="2.500" fill="${darken(theme.wood, 0.35)}"/><path d="M-1 0V-50H1V0Z" fill="${theme.wood}"/><path d="M-8 -48L-5 -62H5L8 -48Q0 -44.500 -8 -48Z" fill="${glow}"/><path d="M2 -46.600L3.500 -62H5L8 -48Q5.500 -47 2 -46.600Z" fill="${darken(glow, 0.18)}"/><path d="M-7 -52.500H7M-6 -57H6" fill="none" stroke="${darken(theme.rattan, 0.25)}" stroke-width=".9"/>`,
    )
  )
}

export function boardPieces(theme: Theme): Piece[] {
  return [
    standingTile('prop/map-w', mapBoard(theme, 0), { height: 2.1, boxes: '0 0.42 1 0.65 2.1' }),
    standingTile('prop/map-e', mapBoard(theme, 1), { height: 2.1, boxes: '0 0.42 1 0.65 2.1' }),
    standingTile('prop/greeter', greeterDesk(theme), { height: 1.1, boxes: '0.15 0.25 0.85 0.8 1.1' }),
    standingTile('over/display-x', display('x', 'screen'), { height: 1.8, boxes: '' }),
    ...(['x', 'z'] as const).map((run) => standingTile(`over/display-wall-${run}`, display(run, 'wall'), { height: 1.8, boxes: '' })),
    ...([0, 1, 2] as const).flatMap((part) =>
      cutPair(`wall/drive-${'abc'[part]}`, (isCut) => driveWindow(theme, part, isCut), { height: 2.4, boxes: '0 0 1 0.4 2.4' }),
    ),
    ...cutPair('wall/gate-n', (isCut) => gate(theme, 0, isCut), { height: 2.56, boxes: '0.3 0 0.7 0.32 2.2', side: 60, up: 140 }),
    ...cutPair('wall/gate-s', (isCut) => gate(theme, 1, isCut), { height: 2.56, boxes: '0.3 0.68 0.7 1 2.2', side: 60, up: 140 }),
    standingTile('prop/ramp-rail-x', rampRail(theme), { height: 0.93, boxes: '0 0.4 1 0.6 0.93' }),
    standingTile('prop/boom-z', boom(), { height: 0.85, boxes: '0.35 0 0.65 1 0.85' }),
    standingTile('prop/lamp', lamp(theme), { height: 1.95, boxes: '0.35 0.35 0.65 0.65 1.95' }),
  ]
}
