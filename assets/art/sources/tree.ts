import { at, box, fill, footShadow, line, upright } from '../iso.ts'
import { common, darken, lighten, mix, type Theme, tonesOf, wingColours } from '../palette.ts'
import { type Piece, standingTile } from '../piece.ts'
import { bush } from './plant.ts'

/** From an upper floor to the one below, pixels at 1×. */
const storeyPx = 96

/** The tree of the atrium, in a bench-high ring of 3 × 3 tiles around the tile it stands on. */
function tree(theme: Theme, hasCrown: boolean, trunk: 'whole' | 'none' = 'whole'): string {
  const kerb = { x0: -1, x1: 2, z0: -1, z1: 2 }
  const ring = box({ ...kerb, y0: 0, y1: 0.34 }, tonesOf(theme.stone))
  const seat = box({ x0: -1.06, x1: 2.06, z0: -1.06, z1: 2.06, y0: 0.34, y1: 0.44 }, tonesOf(mix(theme.wood, theme.plank, 0.3)))
  const soil = box({ x0: -0.62, x1: 1.62, z0: -0.62, z1: 1.62, y0: 0.43, y1: 0.45 }, tonesOf(common.grass), { edge: false })
  const rim = line([at(-0.62, 0.45, 1.62), at(-0.62, 0.45, -0.62), at(1.62, 0.45, -0.62)], darken(theme.wood, 0.3), 1)
  const places = [
    [-0.4, -0.4, 7],
    [0.1, -0.45, 5.5],
    [-0.45, 0.2, 6],
    [1.25, -0.3, 6.5],
    [1.35, 0.3, 5],
    [-0.3, 1.2, 6.5],
    [0.25, 1.4, 5],
    [1.3, 1.3, 7.5],
    [0.85, 1.42, 5],
  ]
  const shrubs = places.map(([x, z, r]) => upright(x, 0.45, z, bush(0, -3, r))).join('')
  const blossoms = [
    [-0.1, -0.1],
    [0.95, 0.95],
    [0.1, 1.1],
    [1.05, 0],
    [1.4, 0.8],
    [-0.4, 0.7],
    [0.6, 1.25],
  ]
    .map(([x, z], i) =>
      upright(x, 0.45, z, `<circle cx="0" cy="-1.500" r="2" fill="${[common.called, wingColours.sosial, common.white][i % 3]}"/>`),
    )
    .join('')
  const above = trunk === 'none' ? '' : standingTree(hasCrown)
  return footShadow(kerb, common.shadow, 0.2, 0.26) + ring + seat + soil + rim + blossoms + shrubs + above
}

/** Where its crown would hide somebody it is a breath only. */
function standingTree(hasCrown: boolean): string {
  const trunk = `<path d="M-7 2Q-4 -3 -4 -22Q-4 -44 -13 -62L-9 -64Q-1 -50 0 -40Q4 -56 14 -68L17 -65Q7 -48 5 -30Q4 -8 8 2Q0 5 -7 2Z" fill="${common.bark}"/><path d="M1 3Q1.500 -22 3 -36Q7 -54 15.500 -66.500L17 -65Q7 -48 5 -30Q4 -8 8 2Z" fill="${darken(common.bark, 0.3)}"/><path d="M-5 -2Q-3 -10 -3 -26" stroke="${lighten(common.bark, 0.25)}" fill="none" stroke-width="1.200"/>`
  const crown = [
    [18, -72, 17],
    [-20, -70, 17],
    [2, -66, 13],
    [32, -84, 14],
    [-34, -82, 14],
    [16, -92, 19],
    [-16, -92, 20],
    [0, -106, 17],
    [0, -84, 17],
  ]
    .map(([x, y, r]) => bush(x, y, r))
    .join('')
  const sparkle = [
    [-24, -98],
    [-8, -114],
    [10, -100],
    [-30, -86],
    [24, -94],
    [-12, -80],
  ]
    .map(([x, y]) => `<circle cx="${x}" cy="${y}" r="1.700" fill="${lighten(common.leafLight, 0.45)}"/>`)
    .join('')
  return upright(0.5, 0.45, 0.5, `<g transform="scale(1.36)">${trunk}${hasCrown ? crown + sparkle : `<g opacity=".2">${crown}</g>`}</g>`)
}

/** The atrium's tree from the upper floor: its ring is a storey lower and dimmer, its crown rises through the opening. */
function treeFromAbove(theme: Theme, hasCrown: boolean): string {
  const shade = [
    at(-1.06, 0.45, -1.06),
    at(2.06, 0.45, -1.06),
    at(2.06, 0.45, 2.06),
    at(2.06, 0, 2.06),
    at(-1.06, 0, 2.06),
    at(-1.06, 0.45, 2.06),
  ]
  const dim = fill([at(-1.06, 0.45, -1.06), at(2.06, 0.45, -1.06), ...shade.slice(2)], mix(theme.floor, common.haze, 0.5), ' opacity=".38"')
  const lowered = `<g transform="translate(0 ${storeyPx})">${tree(theme, false, 'none')}${dim}</g>`
  return `${lowered}<g transform="translate(0 ${storeyPx})">${standingTree(hasCrown)}</g>`
}

export function treePieces(theme: Theme): Piece[] {
  return [
    // The tree's picture covers its ring; this is what makes the eight tiles around its own solid.
    standingTile('prop/tree-ring', '', { height: 0.5, seat: 's' }),
    standingTile('prop/tree', tree(theme, true), { height: 4.4, boxes: '0 0 1 1 0.5', wall: true, side: 110, up: 214, down: 40 }),
    standingTile('prop/tree-top', treeFromAbove(theme, true), { height: 2.4, boxes: '', wall: true, side: 110, up: 130, down: 150 }),
    standingTile('prop/tree-top-cut', treeFromAbove(theme, false), { height: 0.5, boxes: '', wall: true, side: 110, up: 130, down: 150 }),
    standingTile('prop/tree-cut', tree(theme, false), { height: 0.5, boxes: '0 0 1 1 0.5', wall: true, side: 110, up: 214, down: 40 }),
  ]
}
