import { onFloor } from '../iso.ts'
import { band, motif } from '../ornament.ts'
import { common, darken, lighten, mix, type Theme, wingColours, wings } from '../palette.ts'
import { floorTile, type Piece } from '../piece.ts'
import { floorDisc } from './place-mark.ts'

const full = (colour: string): string => `<rect x="-.7" y="-.7" width="33.4" height="33.4" fill="${colour}"/>`

/** A joint on the tile's two far edges, with the light caught beside it. */
const joints = (colour: string, glint: string): string =>
  `<path d="M0 32V0H32" fill="none" stroke="${colour}" stroke-width=".9"/><path d="M1 32V1H32" fill="none" stroke="${glint}" stroke-width=".7"/>`

function stone(theme: Theme, variant: number): string {
  const base = [theme.floor, lighten(theme.floor, 0.1), darken(theme.floor, 0.012)][variant]
  const vein = darken(theme.floor, 0.035)
  const veins = [
    '<path d="M5 9C11 8 12 13 19 12"/><path d="M22 25C25 23 27 25 29 23"/>',
    '<path d="M20 6C24 8 25 5 28 7"/><path d="M4 24C9 22 13 26 17 24"/>',
    '<path d="M8 20C12 18 15 21 17 19"/>',
  ][variant]
  return onFloor(
    full(base) +
      `<g fill="none" stroke="${vein}" stroke-width=".6">${veins}</g>` +
      joints(darken(theme.floor, 0.075), lighten(theme.floor, 0.35)),
  )
}

function planks(theme: Theme, variant: number): string {
  const parts = [full(theme.plank)]
  const shades = [
    [0, 0.05, 0.02, 0.07],
    [0.04, 0, 0.06, 0.02],
  ][variant]
  const ends = [
    [20, 7, 27, 13],
    [9, 24, 3, 18],
  ][variant]
  shades.forEach((shade, i) => {
    const z = i * 8
    parts.push(`<rect x="-.7" y="${z}" width="33.4" height="8" fill="${darken(theme.plank, shade)}"/>`)
    parts.push(
      `<path d="M-1 ${z + 3.2}C8 ${z + 2.4} 14 ${z + 4.4} 33 ${z + 3.4}" fill="none" stroke="${darken(theme.plank, 0.09)}" stroke-width=".5"/>`,
    )
    parts.push(`<path d="M-1 ${z}H33M${ends[i]} ${z}V${z + 8}" stroke="${darken(theme.plank, 0.17)}" stroke-width=".7"/>`)
    parts.push(`<path d="M-1 ${z + 0.8}H33" stroke="${lighten(theme.plank, 0.25)}" stroke-width=".5"/>`)
  })
  return onFloor(parts.join(''))
}

/** Rattan in a basket weave: low contrast, so that it reads as cloth and not as noise. */
function mat(theme: Theme): string {
  const [warp, weft, gap] = [lighten(theme.rattan, 0.3), lighten(theme.rattan, 0.2), lighten(theme.rattan, 0.08)]
  const parts = [full(warp)]
  for (let x = 0; x < 4; x++) {
    for (let z = 0; z < 4; z++) {
      if ((x + z) % 2 === 0) parts.push(`<rect x="${x * 8}" y="${z * 8}" width="8" height="8" fill="${weft}"/>`)
      const [dx, dz] = (x + z) % 2 === 0 ? [8, 0] : [0, 8]
      parts.push(`<path d="M${x * 8 + (dx ? 0 : 4)} ${z * 8 + (dz ? 0 : 4)}l${dx} ${dz}" stroke="${gap}" stroke-width=".7"/>`)
    }
  }
  return onFloor(parts.join(''))
}

/** The ornament as inlay: its colours let the stone through, for nothing on the floor is as dark as hair. */
function border(theme: Theme, turn: 'x' | 'z'): string {
  const inlay = band(theme, {
    line: mix(theme.floor, theme.ornament, 0.62),
    ground: theme.inlay,
    accent: mix(theme.floor, theme.ornamentAccent, 0.85),
  })
  const strip = `<g transform="translate(0 7) scale(1 1.8)">${inlay}</g>`
  return onFloor(full(lighten(theme.floor, 0.15)) + (turn === 'x' ? strip : `<g transform="matrix(0 1 1 0 0 0)">${strip}</g>`))
}

function borderCorner(theme: Theme): string {
  const ground = theme.inlay
  const line = mix(theme.floor, theme.ornament, 0.62)
  const accent = mix(theme.floor, theme.ornamentAccent, 0.85)
  return onFloor(
    full(lighten(theme.floor, 0.15)) +
      `<rect x="3" y="3" width="26" height="26" fill="${accent}"/><rect x="4.500" y="4.500" width="23" height="23" fill="${ground}"/>` +
      `<g transform="translate(16 16)">${motif(theme, { line, ground, accent })}</g>`,
  )
}

const wingPale = (theme: Theme, colour: string): string => mix(theme.floor, colour, 0.2)

function wingTiles(theme: Theme): Piece[] {
  const ground = full(lighten(theme.floor, 0.1)) + joints(darken(theme.floor, 0.075), lighten(theme.floor, 0.35))
  return wings.flatMap((wing) => {
    const colour = wingColours[wing]
    const strip = mix(theme.floor, colour, 0.8)
    const lane = `<rect x="-.7" y="9" width="33.4" height="14" fill="${strip}"/><path d="M-1 6.500H33M-1 25.500H33" stroke="${mix(theme.floor, colour, 0.45)}" stroke-width="1.200"/>`
    const disc = floorDisc(theme, strip, wing)
    return [
      floorTile(
        `wing-${wing}`,
        onFloor(full(wingPale(theme, colour)) + joints(mix(theme.floor, colour, 0.28), mix(theme.floor, colour, 0.12))),
      ),
      floorTile(`lane-${wing}`, onFloor(ground + lane)),
      floorTile(`lane-start-${wing}`, onFloor(full(lighten(theme.floor, 0.1))) + disc),
    ]
  })
}

/** The runner from the doors to the first desk, two tiles wide along z: this is its western or eastern half. */
function carpet(theme: Theme, half: 'w' | 'e'): string {
  const cloth = mix(theme.floor, theme.carpet, 0.72)
  const woven = band(theme, {
    line: mix(theme.floor, theme.ornament, 0.8),
    ground: mix(theme.inlay, theme.ornamentGround, 0.72),
    accent: mix(theme.floor, theme.ornamentAccent, 0.9),
  })
  const weave = [4, 12, 20, 28]
    .map((z) => `<path d="M-.7 ${z}H32.700" fill="none" stroke="${darken(cloth, 0.06)}" stroke-width="1"/>`)
    .join('')
  // The weave lies along the outer edge, turned to run along z.
  const edge = `<g transform="matrix(0 1 1 0 ${half === 'w' ? 3 : 19} 0)">${woven}</g>`
  const rest = half === 'w' ? '<rect x="-.7" y="-.7" width="3.700"' : '<rect x="29" y="-.7" width="3.700"'
  return onFloor(`${full(cloth)}${weave}${rest} height="33.400" fill="${lighten(theme.floor, 0.1)}"/>${edge}`)
}

function door(theme: Theme): string {
  const rubber = mix(theme.wood, theme.floor, 0.45)
  const ribs = Array.from(
    { length: 8 },
    (_, i) => `<path d="M0 ${i * 4 + 2}H32" stroke="${mix(theme.wood, theme.floor, 0.3)}" stroke-width="1.1"/>`,
  ).join('')
  return onFloor(full(rubber) + ribs)
}

function bay(theme: Theme): string {
  const colour = mix(theme.floor, wingColours.kependudukan, 0.7)
  // Along x, so that the figure stands upright for someone who comes from +z.
  const figure = `<g fill="none" stroke="${common.white}" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round"><path d="M14 11V18H20L22.500 23"/><path d="M14 14H18.500"/><path d="M11.500 15.500A5.500 5.500 0 1 0 18.500 22"/></g><circle cx="14" cy="7.500" r="2.200" fill="${common.white}"/>`
  return onFloor(full(theme.floor) + `<rect x="2" y="2" width="28" height="28" rx="4" fill="${colour}"/>${figure}`)
}

function terrace(theme: Theme): string {
  const base = mix(common.terrace, theme.floor, 0.25)
  const bricks = `<path d="M0 0H32M0 16H32M0 0V16M16 16V32" stroke="${darken(base, 0.12)}" stroke-width=".9" fill="none"/><path d="M0 .9H32M0 16.900H32" stroke="${lighten(base, 0.3)}" stroke-width=".6"/>`
  return onFloor(full(base) + bricks)
}

function grass(hasBlades: boolean): string {
  if (!hasBlades) return onFloor(full(common.grass))
  const blades = [
    [6, 8],
    [14, 20],
    [23, 11],
    [27, 26],
    [9, 27],
  ]
    .map(([x, z]) => `<path d="M${x} ${z}l2 -3M${x + 1.5} ${z}l2.500 -2" stroke="${common.leaf}" stroke-width=".8" opacity=".4"/>`)
    .join('')
  return onFloor(full(common.grass) + blades)
}

function stage(theme: Theme): string {
  const wood = mix(theme.wood, theme.plank, 0.45)
  const parts = [full(wood)]
  for (let i = 0; i < 4; i++) {
    parts.push(
      `<path d="M-1 ${i * 8}H33" stroke="${darken(wood, 0.2)}" stroke-width=".8"/><path d="M-1 ${i * 8 + 0.9}H33" stroke="${lighten(wood, 0.25)}" stroke-width=".5"/>`,
    )
  }
  return onFloor(parts.join(''))
}

export const floorPieces = (theme: Theme): Piece[] => [
  floorTile('stone', stone(theme, 0)),
  floorTile('stone-b', stone(theme, 1)),
  floorTile('stone-c', stone(theme, 2)),
  floorTile('wood', planks(theme, 0)),
  floorTile('wood-b', planks(theme, 1)),
  floorTile('mat', mat(theme)),
  floorTile('stage', stage(theme)),
  floorTile('border-x', border(theme, 'x')),
  floorTile('border-z', border(theme, 'z')),
  floorTile('border-corner', borderCorner(theme)),
  floorTile('door', door(theme)),
  floorTile('carpet-w', carpet(theme, 'w')),
  floorTile('carpet-e', carpet(theme, 'e')),
  floorTile('bay', bay(theme)),
  floorTile('terrace', terrace(theme)),
  floorTile('grass', grass(false)),
  floorTile('grass-b', grass(true)),
  ...wingTiles(theme),
]
