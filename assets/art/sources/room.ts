import { at, box, contactShadow, fill, footShadow, line, onLeft, onRight, upright } from '../iso.ts'
import { band, motif } from '../ornament.ts'
import { common, darken, lighten, mix, type Theme, tonesOf, wingColours } from '../palette.ts'
import { cutHeightM, cutPair, type Piece, standingTile } from '../piece.ts'
import { pictogram, placeColour } from './place-mark.ts'

/** Rooms that one is led to: booths to talk in, the prayer room, the children's corner. */

const boothM = 2.1

/** One tile of a booth, which goes on along x. One looks at its front, towards +z. */
function booth(theme: Theme, kind: 'window' | 'telehealth' | 'meeting', isCut: boolean): string {
  const timber = tonesOf(mix(theme.wood, theme.plank, 0.4))
  const place = { x0: 0, x1: 1, z0: 0.06, z1: 0.92, y0: 0 }
  if (isCut) return box({ ...place, y1: cutHeightM }, timber)
  const roof = {
    ...tonesOf(theme.plaster),
    top: lighten(theme.plaster, 0.2),
    left: timber.left,
    right: timber.right,
    edge: lighten(theme.wood, 0.5),
  }
  const colour = kind === 'meeting' ? placeColour(theme) : wingColours.kesehatan
  const frame = theme.wood
  const glow = mix(theme.light, common.glass, 0.35)
  const top = `<rect x="-.3" y="-67.200" width="32.600" height="8" fill="${frame}"/><rect x="-.3" y="-59.400" width="32.600" height="1.200" fill="${lighten(frame, 0.3)}"/>`
  const foot = `<rect x="-.3" y="-6" width="32.600" height="6" fill="${darken(frame, 0.15)}"/>`
  const window = `<rect x="2" y="-57" width="28" height="50" fill="${frame}"/><rect x="4" y="-55" width="24" height="46" fill="${glow}"/>`
  const inside =
    kind === 'window'
      ? // A screen on a small desk, a chair before it.
        `${window}<rect x="4" y="-20" width="24" height="2.200" fill="${darken(theme.plank, 0.2)}"/><rect x="7" y="-43" width="18" height="13" rx="1.500" fill="${common.screen}"/><rect x="8.500" y="-41.500" width="15" height="10" fill="${common.screenGlow}"/><circle cx="16" cy="-37.600" r="2.300" fill="${common.screen}"/><path d="M11.500 -31.500Q16 -37 20.500 -31.500Z" fill="${common.screen}"/><rect x="15" y="-30" width="2" height="10" fill="${common.metal}"/><path d="M11 -9V-17H21V-9" fill="none" stroke="${common.cushion}" stroke-width="3"/><path d="M4 -33L28 -53V-45L4 -25Z" fill="${common.white}" opacity=".3"/>`
      : `<rect x="3" y="-57" width="26" height="57" fill="${darken(frame, 0.25)}"/><rect x="5" y="-55" width="22" height="55" fill="${colour}"/><rect x="5" y="-55" width="22" height="1.400" fill="${lighten(colour, 0.35)}"/><rect x="8" y="-21" width="16" height="14" fill="${glow}" opacity=".85"/><circle cx="16" cy="-38" r="10.500" fill="${darken(colour, 0.25)}"/>${pictogram(kind, 15, 16, -38)}<rect x="23" y="-26" width="2" height="6" rx="1" fill="${common.metal}"/>`
  const end = `<rect x="2" y="-57" width="23" height="50" fill="${darken(frame, 0.3)}"/><rect x="4" y="-55" width="19" height="46" fill="${darken(theme.rattan, 0.12)}"/><path d="M4 -43.500H23M4 -32H23M4 -20.500H23M10 -55V-9M17 -55V-9" fill="none" stroke="${darken(theme.rattan, 0.24)}" stroke-width="1"/>`
  return (
    box({ ...place, y1: boothM }, roof, { edge: false }) +
    onLeft(0.92, foot + inside + top) +
    onRight(1, `<g transform="translate(2.600 0)">${end}</g>`) +
    line([at(0, boothM, 0.92), at(1, boothM, 0.92)], roof.edge, 0.9) +
    line([at(1, boothM, 0.92), at(1, boothM, 0.06)], roof.edge, 0.9, ' opacity=".6"')
  )
}

/** The way into the prayer room: two posts, and between them on the beam a dome on a shield. Two tiles wide along x; `part` 0 is the western one. */
function arch(theme: Theme, part: 0 | 1, isCut: boolean): string {
  const wood = tonesOf(theme.wood)
  const post = part === 0 ? { x0: 0.02, x1: 0.24 } : { x0: 0.76, x1: 0.98 }
  const height = isCut ? cutHeightM : 2.05
  const pillar = box({ ...post, z0: 0.38, z1: 0.62, y0: 0, y1: height }, wood)
  if (isCut) return pillar
  const beam = box({ x0: 0, x1: 1, z0: 0.4, z1: 0.6, y0: 1.84, y1: 2.18 }, wood)
  const dress = onLeft(0.6, `<g transform="translate(0 -69.600)">${band(theme)}</g>`)
  const colour = wingColours.kesehatan
  const [x, y] = at(0, 2.02, 0.62)
  const shield =
    part === 0
      ? ''
      : `<g transform="translate(${x} ${y})"><circle r="14.500" fill="${theme.ornamentAccent}"/><circle r="13" fill="${darken(colour, 0.2)}"/>${pictogram('musala', 19, 0, -0.5)}</g>`
  return pillar + beam + dress + shield
}

/** A lattice of wood, knee-high, that keeps shoes off a carpet; along x or z. */
function lattice(theme: Theme, run: 'x' | 'z'): string {
  const shape = run === 'x' ? { x0: 0, x1: 1, z0: 0.44, z1: 0.56 } : { x0: 0.44, x1: 0.56, z0: 0, z1: 1 }
  const wood = tonesOf(theme.wood)
  const face = run === 'x' ? theme.wood : darken(theme.wood, 0.2)
  const bars = `<rect x="-.3" y="-16" width="32.600" height="13" fill="${lighten(face, 0.28)}"/><path d="M0 -3L13 -16M8 -3L21 -16M16 -3L29 -16M24 -3L32 -11M0 -11L5 -16M0 -16L13 -3M8 -16L21 -3M16 -16L29 -3M24 -16L32 -8M0 -8L5 -3" fill="none" stroke="${darken(face, 0.1)}" stroke-width="1.300"/>`
  return (
    footShadow(shape, common.shadow, 0.08, 0.2) +
    box({ ...shape, y0: 0, y1: 0.6 }, wood) +
    (run === 'x' ? onLeft(0.56, bars) : onRight(0.56, bars))
  )
}

/** Blocks and a ball on the floor. */
function toys(): string {
  const cube = (x: number, z: number, y: number, size: number, colour: string): string =>
    box({ x0: x, x1: x + size, z0: z, z1: z + size, y0: y, y1: y + size }, tonesOf(colour))
  const [x, y] = at(0.74, 0, 0.3)
  const ball = `<circle cx="${x}" cy="${y - 5}" r="5.500" fill="${common.called}"/><path d="M${x - 5} ${y - 7}Q${x} ${y - 4} ${x + 5} ${y - 7}M${x - 4} ${y - 1.6}Q${x} ${y + 0.8} ${x + 4} ${y - 1.6}" fill="none" stroke="${wingColours.sosial}" stroke-width="1.600"/>`
  return (
    contactShadow(0.76, 0.32, 0.16, common.shadow, 0.3) +
    ball +
    footShadow({ x0: 0.2, x1: 0.62, z0: 0.42, z1: 0.9 }, common.shadow, 0.08, 0.2) +
    cube(0.2, 0.42, 0, 0.24, wingColours.kependudukan) +
    cube(0.36, 0.64, 0, 0.26, wingColours.sosial) +
    cube(0.24, 0.46, 0.24, 0.2, wingColours.kesehatan)
  )
}

/** A low shelf of picture books, their covers to the children. */
function bookcase(theme: Theme): string {
  const colours = Object.values(wingColours)
  const books = [0, 1]
    .flatMap((row) =>
      [0, 1, 2].map(
        (i) =>
          `<rect x="${4.5 + i * 8}" y="${-24 + row * 11.5}" width="6.500" height="8.500" fill="${lighten(colours[(row * 3 + i) % 6], 0.3)}"/><circle cx="${7.7 + i * 8}" cy="${-20 + row * 11.5}" r="1.700" fill="${common.paper}"/>`,
      ),
    )
    .join('')
  return (
    footShadow({ x0: 0.04, x1: 0.96, z0: 0.36, z1: 0.72 }, common.shadow, 0.1, 0.26) +
    box({ x0: 0.04, x1: 0.96, z0: 0.38, z1: 0.72, y0: 0, y1: 0.84 }, tonesOf(mix(theme.wood, theme.plank, 0.35))) +
    onLeft(
      0.72,
      `<rect x="3" y="-25" width="26" height="10.500" fill="${darken(theme.wood, 0.3)}"/><rect x="3" y="-13.500" width="26" height="10.500" fill="${darken(theme.wood, 0.3)}"/>${books}`,
    )
  )
}

/** A place to wash before praying or to clean hands: a basin with a tap. */
function basin(theme: Theme): string {
  const tiles = tonesOf(mix(theme.stone, common.water, 0.25))
  const [x, y] = at(0.5, 0.8, 0.5)
  return (
    footShadow({ x0: 0.14, x1: 0.86, z0: 0.24, z1: 0.76 }, common.shadow, 0.1, 0.26) +
    box({ x0: 0.14, x1: 0.86, z0: 0.24, z1: 0.76, y0: 0, y1: 0.8 }, tiles) +
    fill([at(0.24, 0.8, 0.34), at(0.76, 0.8, 0.34), at(0.76, 0.8, 0.68), at(0.24, 0.8, 0.68)], darken(common.water, 0.12)) +
    upright(
      0.3,
      0.8,
      0.3,
      `<path d="M0 0V-8Q0 -10 3 -9.500L5 -7" fill="none" stroke="${common.metal}" stroke-width="2" stroke-linecap="round"/>`,
    ) +
    `<ellipse cx="${x}" cy="${y}" rx="5" ry="2" fill="${lighten(common.water, 0.4)}"/>`
  )
}

/** A banner of the region's ornament on a stand. */
function banner(theme: Theme): string {
  const cloth = `<rect x="4" y="-66" width="24" height="56" fill="${theme.ornamentGround}"/><rect x="4" y="-66" width="24" height="2" fill="${theme.ornamentAccent}"/><rect x="4" y="-12" width="24" height="2" fill="${theme.ornamentAccent}"/><g transform="translate(16 -49) scale(.92)">${motif(theme)}</g><g transform="translate(16 -26) scale(.92)">${motif(theme)}</g>`
  return (
    contactShadow(0.5, 0.5, 0.4, common.shadow, 0.28) +
    box({ x0: 0.1, x1: 0.9, z0: 0.4, z1: 0.6, y0: 0, y1: 0.08 }, tonesOf(theme.wood)) +
    box({ x0: 0.1, x1: 0.9, z0: 0.46, z1: 0.52, y0: 0.08, y1: 2.12 }, tonesOf(theme.wood)) +
    onLeft(0.52, cloth)
  )
}

export function roomPieces(theme: Theme): Piece[] {
  const boothFacts = { height: boothM, boxes: '0 0 1 1 2.1' }
  const small = '0.14 0.24 0.86 0.76'
  return [
    ...(['window', 'telehealth', 'meeting'] as const).flatMap((kind) =>
      cutPair(`wall/booth-${kind}`, (isCut) => booth(theme, kind, isCut), boothFacts),
    ),
    ...cutPair('wall/arch-w', (isCut) => arch(theme, 0, isCut), { height: 2.2, boxes: '0 0.36 0.26 0.64 2.2', side: 50 }),
    ...cutPair('wall/arch-e', (isCut) => arch(theme, 1, isCut), { height: 2.2, boxes: '0.74 0.36 1 0.64 2.2', side: 50 }),
    standingTile('prop/lattice-x', lattice(theme, 'x'), { height: 0.6, boxes: '0 0.4 1 0.6 0.6' }),
    standingTile('prop/lattice-z', lattice(theme, 'z'), { height: 0.6, boxes: '0.4 0 0.6 1 0.6' }),
    standingTile('prop/toys', toys(), { height: 0.5, boxes: '0.15 0.4 0.65 0.95 0.5' }),
    standingTile('prop/bookcase', bookcase(theme), { height: 0.84, boxes: '0 0.35 1 0.75 0.84' }),
    standingTile('prop/basin', basin(theme), { height: 0.8, boxes: `${small} 0.8` }),
    standingTile('prop/banner', banner(theme), { height: 2.12, boxes: '0.05 0.38 0.95 0.62 2.12' }),
  ]
}
