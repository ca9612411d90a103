import { box, contactShadow, footShadow, upright } from '../iso.ts'
import { common, darken, mix, type Theme, tonesOf, wingColours } from '../palette.ts'
import { type Piece, standingTile } from '../piece.ts'

/** One blade of a palm: a long drop from (0, 0) towards (dx, dy), bent down. */
function frond(dx: number, dy: number, colour: string, rib: string): string {
  const [mx, my] = [dx * 0.5, dy * 0.72 - 5]
  const [nx, ny] = [-dy, dx]
  const k = 2.6 / Math.hypot(nx, ny)
  return (
    `<path d="M0 0Q${mx + nx * k} ${my + ny * k} ${dx} ${dy}Q${mx - nx * k} ${my - ny * k} 0 0Z" fill="${colour}"/>` +
    `<path d="M0 0Q${mx} ${my} ${dx} ${dy}" fill="none" stroke="${rib}" stroke-width=".6"/>`
  )
}

function pot(cx: number, cz: number, radius: number, up: number, colour: string): string {
  const tones = tonesOf(colour)
  const [w, h] = [radius * 45, radius * 22]
  return (
    contactShadow(cx + 0.06, cz, radius * 1.5, common.shadow, 0.3) +
    upright(
      cx,
      0,
      cz,
      `<path d="M${-w} ${-up}L${-w * 0.72} ${-1}A${w * 0.72} ${h * 0.72} 0 0 0 ${w * 0.72} -1L${w} ${-up}Z" fill="${tones.left}"/>` +
        `<path d="M${w * 0.2} ${-up}L${w * 0.15} ${h * 0.6}A${w * 0.72} ${h * 0.72} 0 0 0 ${w * 0.72} -1L${w} ${-up}Z" fill="${tones.right}"/>` +
        `<ellipse cx="0" cy="${-up}" rx="${w}" ry="${h}" fill="${tones.top}"/><ellipse cx="0" cy="${-up}" rx="${w * 0.82}" ry="${h * 0.8}" fill="${common.soil}"/>`,
    )
  )
}

function palm(): string {
  const crown = [
    frond(-17, -8, common.leafDark, common.leaf),
    frond(16, -10, common.leafDark, common.leaf),
    frond(3, -22, common.leafDark, common.leaf),
    frond(-15, 3, common.leaf, common.leafLight),
    frond(15, 4, common.leaf, common.leafDark),
    frond(-9, -19, common.leaf, common.leafLight),
    frond(10, -17, common.leaf, common.leafDark),
    frond(-7, 9, common.leafLight, common.leaf),
    frond(7, 10, common.leafLight, common.leaf),
    frond(-12, -10, common.leafLight, common.leaf),
  ].join('')
  return (
    pot(0.5, 0.5, 0.22, 13, common.pot) +
    upright(
      0.5,
      0.4,
      0.5,
      `<path d="M-1.200 0Q-2.500 -12 0 -24L2 -24Q.5 -12 1.800 0Z" fill="${common.bark}"/><g transform="translate(1 -24)">${crown}</g>`,
    )
  )
}

function fern(): string {
  const leaves = [-70, -40, -15, 15, 40, 70].map((angle, i) => {
    const rad = ((angle - 90) * Math.PI) / 180
    const [dx, dy] = [Math.cos(rad) * 13, Math.sin(rad) * 15 + Math.abs(angle) * 0.06]
    return frond(dx, dy, [common.leafDark, common.leaf, common.leafLight][i % 3], common.leafDark)
  })
  return pot(0.5, 0.5, 0.2, 10, common.pot) + upright(0.5, 0.31, 0.5, leaves.join(''))
}

/** Round leaf masses lit from the upper left. */
export function bush(x: number, y: number, r: number): string {
  return (
    `<circle cx="${x}" cy="${y}" r="${r}" fill="${common.leafDark}"/><circle cx="${x - r * 0.14}" cy="${y - r * 0.16}" r="${r * 0.82}" fill="${common.leaf}"/>` +
    `<circle cx="${x - r * 0.3}" cy="${y - r * 0.34}" r="${r * 0.5}" fill="${common.leafLight}"/>`
  )
}

/** A stone trough with low shrubs: it closes the gap between two desks, or marks the edge of a path. */
function planter(theme: Theme, run: 'x' | 'z'): string {
  const shape = run === 'x' ? { x0: 0.06, x1: 0.94, z0: 0.3, z1: 0.78 } : { x0: 0.3, x1: 0.78, z0: 0.06, z1: 0.94 }
  const trough = box({ ...shape, y0: 0, y1: 0.42 }, tonesOf(mix(theme.stone, theme.wood, 0.2)))
  const soil = box(
    { x0: shape.x0 + 0.06, x1: shape.x1 - 0.06, z0: shape.z0 + 0.06, z1: shape.z1 - 0.06, y0: 0.4, y1: 0.42 },
    tonesOf(common.soil),
    { edge: false },
  )
  const spots =
    run === 'x'
      ? [
          [0.24, 0.5],
          [0.5, 0.52],
          [0.76, 0.55],
        ]
      : [
          [0.52, 0.24],
          [0.52, 0.5],
          [0.55, 0.76],
        ]
  const shrubs = spots.map(([x, z], i) => upright(x, 0.42, z, bush(0, -4 - (i % 2) * 2, 6.4 - (i % 2)))).join('')
  return footShadow(shape, common.shadow, 0.12, 0.24) + trough + soil + shrubs
}

function hedge(): string {
  const blobs = [
    [0.2, 0.25],
    [0.75, 0.2],
    [0.5, 0.5],
    [0.2, 0.8],
    [0.8, 0.75],
  ]
    .map(([x, z]) => upright(x, 0.2, z, bush(0, -4, 11)))
    .join('')
  return contactShadow(0.5, 0.55, 0.62, common.shadow, 0.25) + blobs
}

/** A tree of the garden, outside. */
function gardenTree(): string {
  const trunk = `<path d="M-3 1Q-2 -10 -2.500 -24H3Q2 -10 4 1Q0 3 -3 1Z" fill="${common.bark}"/><path d="M1 2Q1 -10 1.500 -24H3Q2 -10 4 1Z" fill="${darken(common.bark, 0.3)}"/>`
  const crown = [
    [9, -32, 12],
    [-10, -31, 11],
    [0, -44, 13],
    [0, -34, 11],
  ]
    .map(([x, y, r]) => bush(x, y, r))
    .join('')
  return contactShadow(0.58, 0.5, 0.5, common.shadow, 0.3) + upright(0.5, 0, 0.5, trunk + crown)
}

/** A low bed of flowers on the lawn. */
function flowerBed(): string {
  const bed = contactShadow(0.5, 0.5, 0.55, common.leafDark, 0.5)
  const colours = [wingColours.sosial, common.called, common.white, wingColours.usaha]
  const flowers = [
    [0.25, 0.3],
    [0.6, 0.2],
    [0.42, 0.5],
    [0.8, 0.45],
    [0.22, 0.72],
    [0.6, 0.78],
    [0.82, 0.8],
  ]
    .map(([x, z], i) =>
      upright(
        x,
        0,
        z,
        `<circle cx="0" cy="-3" r="4.200" fill="${i % 2 === 0 ? common.leaf : common.leafLight}"/><circle cx="-.5" cy="-6" r="2.100" fill="${colours[i % 4]}"/>`,
      ),
    )
    .join('')
  return bed + flowers
}

export function plantPieces(theme: Theme): Piece[] {
  return [
    standingTile('prop/plant-palm', palm(), { height: 1.8, boxes: '0.2 0.2 0.8 0.8 1.8' }),
    standingTile('prop/plant-fern', fern(), { height: 0.8, boxes: '0.25 0.25 0.75 0.75 0.8' }),
    standingTile('prop/planter-x', planter(theme, 'x'), { height: 0.7, boxes: '0 0.25 1 0.85 0.7' }),
    standingTile('prop/planter-z', planter(theme, 'z'), { height: 0.7, boxes: '0.25 0 0.85 1 0.7' }),
    standingTile('prop/hedge', hedge(), { height: 0.7 }),
    standingTile('prop/tree-garden', gardenTree(), { height: 1.8, boxes: '0.25 0.25 0.75 0.75 1.8' }),
    standingTile('prop/flowers', flowerBed(), { height: 0.4, boxes: '0 0 1 1 0.4' }),
  ]
}
