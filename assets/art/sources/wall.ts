import { at, box, type Box, fill, line, onLeft, onRight } from '../iso.ts'
import { band } from '../ornament.ts'
import { common, darken, lighten, mix, type Theme, tonesOf, wingColours } from '../palette.ts'
import { type Piece, standingTile } from '../piece.ts'
import { pictogram } from './place-mark.ts'

const fullM = 72 / 32
const cutM = 14 / 32
/** A slab is 0.38 m thick and lies at the edge of its tile that faces the room. */
const near = 0.62
const far = 0.38

type Slab = { x0: number; x1: number; z0: number; z1: number }

/** Plaster over an ironwood base, an ornament band at the height of the eyes, a wooden cap. Drawn on a face `width` units wide from 0. */
type Dress = 'plain' | 'window' | 'panel' | 'clock' | Door
type Door = 'toilet' | 'lactation' | 'musala'

/** A door with its pictogram, and beside its head a lamp. */
function doorInWall(theme: Theme, shade: (colour: string) => string, which: Door): string {
  const colour = shade({ toilet: wingColours.kependudukan, lactation: wingColours.sosial, musala: wingColours.kesehatan }[which])
  const frame = shade(darken(theme.wood, 0.15))
  return (
    `<rect x="2" y="-62" width="28" height="62" fill="${frame}"/><rect x="4.500" y="-59.500" width="23" height="59.500" fill="${colour}"/>` +
    `<rect x="4.500" y="-59.500" width="23" height="1.300" fill="${lighten(colour, 0.35)}"/><rect x="7.500" y="-19" width="17" height="14" fill="${darken(colour, 0.14)}"/>` +
    `<circle cx="16" cy="-39" r="11.500" fill="${shade(common.paper)}"/>${pictogram(which, 18, 16, -39, colour)}<rect x="23.500" y="-27" width="2" height="6.500" rx="1" fill="${common.metal}"/>`
  )
}

function dressing(theme: Theme, side: 'left' | 'right', kind: Dress): string {
  const shade = (colour: string): string => (side === 'left' ? colour : darken(colour, 0.12))
  const base = `<rect x="-.3" y="-9" width="32.6" height="9" fill="${shade(theme.wood)}"/><rect x="-.3" y="-9.400" width="32.6" height=".9" fill="${shade(lighten(theme.wood, 0.35))}"/>`
  const cap = `<rect x="-.3" y="-72" width="32.6" height="5" fill="${shade(theme.wood)}"/><rect x="-.3" y="-67.200" width="32.6" height="1.200" fill="${shade(darken(theme.plaster, 0.2))}"/>`
  if (kind === 'window') {
    const glass = side === 'left' ? common.glass : mix(common.glass, common.glassDeep, 0.55)
    const leaves = `<g opacity=".5"><ellipse cx="9" cy="-21" rx="7" ry="8" fill="${common.leafLight}"/><ellipse cx="22" cy="-18" rx="8" ry="6.500" fill="${common.leaf}"/><ellipse cx="15" cy="-15" rx="9" ry="4" fill="${common.leafDark}"/></g>`
    const frame = shade(theme.wood)
    return (
      base +
      `<rect x="3" y="-62" width="26" height="49" fill="${frame}"/><rect x="5" y="-60" width="22" height="45" fill="${glass}"/>` +
      `<clipPath id="w"><rect x="5" y="-60" width="22" height="45"/></clipPath><g clip-path="url(#w)">${leaves}<path d="M5 -36L27 -58V-50L5 -28Z" fill="${common.white}" opacity=".3"/></g>` +
      `<path d="M16 -60V-15M5 -45H27" stroke="${frame}" stroke-width="1.500"/><rect x="2" y="-14" width="28" height="2" fill="${shade(lighten(theme.wood, 0.3))}"/>` +
      cap
    )
  }
  if (kind === 'panel') {
    const weave: string[] = []
    for (let i = 0; i < 4; i++) {
      for (let j = 0; j < 6; j++) {
        const colour = (i + j) % 2 === 0 ? theme.rattan : lighten(theme.rattan, 0.25)
        weave.push(`<rect x="${4 + i * 6}" y="${-58 + j * 6}" width="6" height="6" fill="${shade(colour)}"/>`)
      }
    }
    return `${base}<rect x="2.500" y="-60" width="27" height="39" fill="${shade(theme.wood)}"/>${weave.join('')}${bandOnWall(theme, side, -20)}${cap}`
  }
  if (kind === 'toilet' || kind === 'lactation' || kind === 'musala')
    return base + bandOnWall(theme, side, -30) + doorInWall(theme, shade, kind) + cap
  const clock =
    kind === 'clock'
      ? `<circle cx="16" cy="-48" r="9" fill="${theme.wood}"/><circle cx="16" cy="-48" r="7.200" fill="${common.paper}"/><path d="M16 -48V-53M16 -48L19.500 -46.500" stroke="${common.ink}" stroke-width="1.300" stroke-linecap="round"/>`
      : ''
  return base + bandOnWall(theme, side, -30) + clock + cap
}

function bandOnWall(theme: Theme, side: 'left' | 'right', y: number): string {
  const shade = (colour: string): string => (side === 'left' ? colour : darken(colour, 0.15))
  const colours = {
    line: shade(theme.ornament),
    ground: shade(mix(theme.ornamentGround, theme.wood, 0.15)),
    accent: shade(theme.ornamentAccent),
  }
  return `<g transform="translate(0 ${y})">${band(theme, colours)}</g>`
}

function slab(theme: Theme, place: Slab, height: number, dress: { left?: string; right?: string } = {}): string {
  const tones = {
    ...tonesOf(theme.plaster),
    right: darken(theme.plaster, 0.13),
    top: lighten(theme.wood, 0.3),
    edge: lighten(theme.wood, 0.55),
  }
  const b: Box = { ...place, y0: 0, y1: height }
  const faces = box(b, tones, { edge: false })
  const cutBand =
    height < 1
      ? fill([at(b.x0, height, b.z1), at(b.x1, height, b.z1), at(b.x1, height - 0.12, b.z1), at(b.x0, height - 0.12, b.z1)], theme.wood) +
        fill(
          [at(b.x1, height, b.z0), at(b.x1, height, b.z1), at(b.x1, height - 0.12, b.z1), at(b.x1, height - 0.12, b.z0)],
          darken(theme.wood, 0.22),
        )
      : ''
  const edges =
    line([at(b.x0, height, b.z1), at(b.x1, height, b.z1)], tones.edge, 0.8) +
    line([at(b.x1, height, b.z1), at(b.x1, height, b.z0)], tones.edge, 0.8, ' opacity=".6"')
  return faces + (dress.left ? onLeft(b.z1, dress.left) : '') + (dress.right ? onRight(b.x1, dress.right) : '') + cutBand + edges
}

const northSlab: Slab = { x0: 0, x1: 1, z0: near, z1: 1 }
const westSlab: Slab = { x0: near, x1: 1, z0: 0, z1: 1 }
const southSlab: Slab = { x0: 0, x1: 1, z0: 0, z1: far }
const wholeTile: Slab = { x0: 0, x1: 1, z0: 0, z1: 1 }
const eastSlab: Slab = { x0: 0, x1: far, z0: 0, z1: 1 }

const boxesOf = (slabs: readonly Slab[], height: number): string => slabs.map((s) => `${s.x0} ${s.z0} ${s.x1} ${s.z1} ${height}`).join('; ')

function wallPair(name: string, slabs: readonly Slab[], draw: (height: number) => string): Piece[] {
  const boxes = boxesOf(slabs, 2.25)
  return [
    standingTile(`wall/${name}`, draw(fullM), { height: fullM, boxes, wall: true }),
    standingTile(`wall/${name}-cut`, draw(cutM), { height: cutM, boxes, wall: true }),
  ]
}

/** A wall that stands in front and is never whole. */
const lowWall = (name: string, slabs: readonly Slab[], draw: (height: number) => string): Piece[] => wallPair(name, slabs, draw).slice(1)

/** A square ironwood post with a ring, at the given corner of things; 0.46 m thick. */
function post(theme: Theme, cx: number, cz: number, height: number): string {
  const tones = { ...tonesOf(theme.wood), top: lighten(theme.wood, 0.35) }
  const r = 0.2
  const body = box({ x0: cx - r, x1: cx + r, z0: cz - r, z1: cz + r, y0: 0, y1: height }, tones)
  const ring =
    height > 1
      ? box(
          { x0: cx - r - 0.02, x1: cx + r + 0.02, z0: cz - r - 0.02, z1: cz + r + 0.02, y0: 1.62, y1: 1.78 },
          tonesOf(theme.ornamentAccent),
          { faces: 'no-top', edge: false },
        )
      : ''
  const foot = box({ x0: cx - r - 0.04, x1: cx + r + 0.04, z0: cz - r - 0.04, z1: cz + r + 0.04, y0: 0, y1: 0.14 }, tonesOf(theme.stone), {
    edge: false,
  })
  return foot + body + ring
}

/** A half-height screen between two halls: ironwood frame, woven panel, ornament on top. People stay visible over it. */
function screen(theme: Theme, height: number): string {
  const up = height * 32
  const weave: string[] = []
  if (height > 1) {
    for (let i = 0; i < 7; i++)
      for (let j = 0; j < 3; j++)
        weave.push(
          `<rect x="${2 + i * 4}" y="${-up + 14 + j * 6}" width="4" height="6" fill="${(i + j) % 2 === 0 ? theme.rattan : lighten(theme.rattan, 0.3)}"/>`,
        )
    weave.push(`<path d="M2 ${-up + 14}H30V${-up + 32}H2Z" fill="none" stroke="${darken(theme.wood, 0.15)}" stroke-width=".8"/>`)
    weave.push(bandOnWall(theme, 'left', -up + 2))
  }
  const body = box(
    { x0: 0, x1: 1, z0: 0.4, z1: 0.6, y0: 0, y1: height },
    { ...tonesOf(theme.wood), top: lighten(theme.wood, 0.4) },
    { edge: true },
  )
  return body + onLeft(0.6, weave.join(''))
}

function doorLeaf(theme: Theme, height: number): string {
  // An open glass leaf, folded back along z at the tile's middle.
  const frame = tonesOf(theme.wood)
  const glass = box(
    { x0: 0.44, x1: 0.56, z0: 0, z1: 0.9, y0: 0, y1: height },
    { top: frame.top, left: frame.left, right: frame.right, edge: frame.edge },
  )
  const pane = `<rect x="6" y="${-height * 32 + 3}" width="22" height="${height * 32 - 7}" fill="${common.glassDeep}"/><path d="M6 -12L28 -34V-24L6 -4Z" fill="${common.white}" opacity=".25"/>`
  return glass + (height > 1 ? onRight(0.56, pane) : '')
}

export function wallPieces(theme: Theme): Piece[] {
  const dressed =
    (kind: Dress, side: 'left' | 'right') =>
    (height: number): string =>
      slab(theme, side === 'left' ? northSlab : westSlab, height, height > 1 ? { [side]: dressing(theme, side, kind) } : {})
  const pieces: Piece[] = []
  for (const kind of ['plain', 'window', 'panel', 'clock', 'toilet', 'lactation', 'musala'] as const) {
    const suffix = kind === 'plain' ? '' : `-${kind}`
    if (kind !== 'lactation' && kind !== 'musala') pieces.push(...wallPair(`north${suffix}`, [northSlab], dressed(kind, 'left')))
    if (kind !== 'panel' && kind !== 'clock') pieces.push(...wallPair(`west${suffix}`, [westSlab], dressed(kind, 'right')))
  }
  pieces.push(
    ...wallPair('north-post', [northSlab], (h) => dressed('plain', 'left')(h) + post(theme, 0.5, 0.86, h + 0.06)),
    ...wallPair('west-post', [westSlab], (h) => dressed('plain', 'right')(h) + post(theme, 0.86, 0.5, h + 0.06)),
    ...wallPair('corner-nw', [{ x0: near, x1: 1, z0: near, z1: 1 }], (h) => post(theme, 0.81, 0.81, h + 0.06)),
    // Always low, and solid as far as the tile goes: nobody squeezes along the outside.
    ...lowWall('south', [wholeTile], (h) => slab(theme, southSlab, h)),
    ...lowWall('east', [wholeTile], (h) => slab(theme, eastSlab, h)),
    ...wallPair('corner-ne', [{ x0: 0, x1: far, z0: near, z1: 1 }], (h) => post(theme, 0.19, 0.81, h + 0.06)),
    ...wallPair('corner-sw', [{ x0: near, x1: 1, z0: 0, z1: far }], (h) => post(theme, 0.81, 0.19, h + 0.06)),
    ...lowWall('corner-se', [{ x0: 0, x1: far, z0: 0, z1: far }], (h) => post(theme, 0.19, 0.19, h + 0.06)),
    ...wallPair('door-leaf', [{ x0: 0.44, x1: 0.56, z0: 0, z1: 0.9 }], (h) => doorLeaf(theme, h)),
    ...wallPair('post', [{ x0: 0.25, x1: 0.75, z0: 0.25, z1: 0.75 }], (h) => post(theme, 0.5, 0.5, h + 0.06)),
  )
  const screenFacts = { boxes: '0 0.35 1 0.65 1.3', wall: true }
  pieces.push(
    standingTile('wall/screen-x', screen(theme, 1.3), { ...screenFacts, height: 1.3 }),
    standingTile('wall/screen-x-cut', screen(theme, cutM), { ...screenFacts, height: cutM }),
  )
  return pieces
}
