import { at, box, contactShadow, fill, footShadow, line, onLeft, upright } from '../iso.ts'
import { band, motif } from '../ornament.ts'
import { common, darken, lighten, mix, type Theme, tonesOf, wingColours } from '../palette.ts'
import { type Piece, standingTile } from '../piece.ts'

/** The small things that tell use. */

function kiosk(theme: Theme): string {
  const body = tonesOf(mix(theme.stone, common.paper, 0.3))
  const glow = `<rect x="9.500" y="-46" width="13" height="15" rx="1" fill="${common.screen}"/><rect x="11" y="-44.500" width="10" height="3" fill="${common.screenGlow}"/><path d="M11.500 -38.500H20.500M11.500 -35H18" stroke="${common.screenGlow}" stroke-width="1.500"/><rect x="11" y="-26" width="10" height="2.500" fill="${common.ink}"/><rect x="12.500" y="-25" width="7" height="5" fill="${common.paper}"/>`
  return (
    contactShadow(0.55, 0.5, 0.42, common.shadow, 0.34) +
    box({ x0: 0.3, x1: 0.7, z0: 0.36, z1: 0.7, y0: 0, y1: 1.5 }, body) +
    onLeft(0.7, glow) +
    box({ x0: 0.28, x1: 0.72, z0: 0.34, z1: 0.72, y0: 1.5, y1: 1.58 }, tonesOf(theme.wood))
  )
}

function leaflets(theme: Theme): string {
  const colours = Object.values(wingColours)
  const shelves = [0, 1, 2]
    .flatMap((row) =>
      [0, 1, 2].map(
        (i) =>
          `<rect x="${8.2 + i * 5.4}" y="${-37 + row * 11}" width="4.400" height="7" fill="${row === 1 ? common.paper : lighten(colours[(row * 3 + i) % 6], 0.35)}"/><rect x="${8.2 + i * 5.4}" y="${-37 + row * 11}" width="4.400" height="2" fill="${colours[(row * 3 + i) % 6]}"/>`,
      ),
    )
    .join('')
  return (
    footShadow({ x0: 0.22, x1: 0.78, z0: 0.44, z1: 0.68 }, common.shadow, 0.14, 0.26) +
    box({ x0: 0.22, x1: 0.78, z0: 0.44, z1: 0.66, y0: 0, y1: 1.25 }, tonesOf(theme.wood)) +
    onLeft(0.66, shelves)
  )
}

function waterGallon(theme: Theme): string {
  const cup = `<rect x="14.500" y="-19" width="4" height="3" fill="${wingColours.sosial}"/><rect x="10.500" y="-19" width="3" height="3" fill="${wingColours.kependudukan}"/><rect x="9.500" y="-15" width="11" height="2" fill="${common.metal}"/>`
  return (
    contactShadow(0.55, 0.5, 0.36, common.shadow, 0.3) +
    box({ x0: 0.3, x1: 0.68, z0: 0.32, z1: 0.68, y0: 0, y1: 0.86 }, tonesOf(mix(theme.plaster, common.metal, 0.15))) +
    onLeft(0.68, cup) +
    upright(
      0.49,
      0.86,
      0.5,
      `<path d="M-7 -1L-7.500 -14Q-7.500 -18 0 -18Q7.500 -18 7.500 -14L7 -1A7 3.500 0 0 1 -7 -1Z" fill="${common.water}" opacity=".92"/><path d="M2 2.200Q7 1.500 7 -1L7.500 -14Q7.500 -17 2.500 -17.800Z" fill="${darken(common.water, 0.22)}" opacity=".7"/><path d="M-5 -4V-13" stroke="${common.white}" stroke-width="1.300" opacity=".8"/>`,
    )
  )
}

/** Two posts and the belt between them that lead a queue, along z; goes on from tile to tile. */
function ribbon(): string {
  const postAt = (z: number): string =>
    contactShadow(0.5, z, 0.14, common.shadow, 0.3) +
    upright(
      0.5,
      0,
      z,
      `<ellipse cx="0" cy="0" rx="4.500" ry="2.200" fill="${darken(common.metal, 0.35)}"/><path d="M-1.100 0V-27H1.100V0Z" fill="${common.metal}"/><path d="M0 0V-27H1.100V0Z" fill="${darken(common.metal, 0.3)}"/><circle cx="0" cy="-27.500" r="1.900" fill="${lighten(common.metal, 0.3)}"/>`,
    )
  const [near, far] = [0.08, 0.92]
  const [from, to] = [at(0.5, 0.76, near), at(0.5, 0.76, far)]
  const belt = `<path d="M${from[0]} ${from[1]}Q${(from[0] + to[0]) / 2} ${(from[1] + to[1]) / 2 + 4} ${to[0]} ${to[1]}" fill="none" stroke="${darken(common.tail, 0.2)}" stroke-width="2.400"/>`
  return postAt(near) + belt + postAt(far)
}

function umbrellas(theme: Theme): string {
  const one = (x: number, colour: string): string =>
    `<g transform="translate(${x} -13) rotate(${x * 1.2})"><path d="M0 13V-12" stroke="${common.rubber}" stroke-width="1.100"/><path d="M-2.600 -9Q0 -13 2.600 -9L1.100 9H-1.100Z" fill="${colour}"/><path d="M0 -11L2.600 -9L1.100 9H0Z" fill="${darken(colour, 0.25)}"/><path d="M0 -12Q0 -15.500 2.600 -15" stroke="${theme.wood}" stroke-width="1.300" fill="none"/></g>`
  return (
    contactShadow(0.52, 0.5, 0.36, common.shadow, 0.3) +
    upright(0.5, 0, 0.5, one(-5, wingColours.kependudukan) + one(0, common.called) + one(5, wingColours.sosial)) +
    box({ x0: 0.3, x1: 0.7, z0: 0.3, z1: 0.7, y0: 0, y1: 0.4 }, tonesOf(common.pot))
  )
}

function motorbike(): string {
  const body = common.tail
  return (
    contactShadow(0.5, 0.5, 0.55, common.shadow, 0.34) +
    upright(
      0.5,
      0,
      0.5,
      `<g transform="translate(0 1) skewY(26)">` +
        `<circle cx="-13" cy="-6" r="6" fill="${common.rubber}"/><circle cx="-13" cy="-6" r="2.600" fill="${common.metal}"/><circle cx="13" cy="-6" r="6" fill="${common.rubber}"/><circle cx="13" cy="-6" r="2.600" fill="${common.metal}"/>` +
        `<path d="M-16 -12Q-14 -16 -6 -15L-2 -9H4L9 -20L12 -20L14 -8L10 -6Q8 -13 5 -6H-7Q-9 -13 -16 -12Z" fill="${body}"/><path d="M-7 -9L-2 -9H4L5 -6H-7Z" fill="${darken(body, 0.35)}"/>` +
        `<path d="M-15 -16.500Q-8 -19.500 -2 -15.500L-3 -13.500H-14Z" fill="${common.ink}"/><path d="M7 -23L12 -21.500" stroke="${common.ink}" stroke-width="2" stroke-linecap="round"/><circle cx="12.500" cy="-17.500" r="2" fill="${lighten(common.called, 0.4)}"/></g>`,
    )
  )
}

/** The wall of woven ornament at the back of the stage; three tiles make it, each goes on in the next. */
function stageBack(theme: Theme): string {
  const b = { x0: 0, x1: 1, z0: 0.5, z1: 0.66, y0: 0, y1: 2 }
  const field = `<rect x="-.3" y="-57" width="32.600" height="36" fill="${theme.ornamentGround}"/>`
  const figure = `<g transform="translate(16 -39) scale(1.120)">${motif(theme)}</g>`
  const rims = `<g transform="translate(0 -62)">${band(theme)}</g><g transform="translate(0 -25)">${band(theme)}</g>`
  return (
    footShadow({ x0: 0, x1: 1, z0: 0.5, z1: 0.7 }, common.shadow, 0, 0.3) +
    box(b, tonesOf(theme.wood)) +
    onLeft(0.66, field + figure + rims)
  )
}

function shoeRack(theme: Theme): string {
  const shoes = [0, 1]
    .flatMap((row) =>
      [0, 1, 2].map(
        (i) =>
          `<ellipse cx="${8.5 + i * 7}" cy="${-14 + row * 9}" rx="2.600" ry="1.500" fill="${[common.ink, common.pot, common.cushion][(row + i) % 3]}"/>`,
      ),
    )
    .join('')
  const back = `<rect x="3.500" y="-18" width="25" height="7" fill="${darken(theme.wood, 0.45)}"/><rect x="3.500" y="-9" width="25" height="7" fill="${darken(theme.wood, 0.45)}"/>`
  return (
    footShadow({ x0: 0.06, x1: 0.94, z0: 0.4, z1: 0.74 }, common.shadow, 0.1, 0.26) +
    box({ x0: 0.06, x1: 0.94, z0: 0.4, z1: 0.72, y0: 0, y1: 0.62 }, tonesOf(theme.wood)) +
    onLeft(0.72, back + shoes)
  )
}

function bin(theme: Theme): string {
  return (
    contactShadow(0.54, 0.5, 0.28, common.shadow, 0.3) +
    box({ x0: 0.34, x1: 0.66, z0: 0.34, z1: 0.66, y0: 0, y1: 0.7 }, tonesOf(mix(wingColours.kesehatan, theme.stone, 0.3))) +
    fill([at(0.42, 0.7, 0.42), at(0.58, 0.7, 0.42), at(0.58, 0.7, 0.58), at(0.42, 0.7, 0.58)], common.ink)
  )
}

/** A low rail along x, for the edge of the terrace. */
function rail(theme: Theme): string {
  const bars = [0.25, 0.75].map((x) => line([at(x, 0, 0.5), at(x, 0.7, 0.5)], darken(theme.wood, 0.2), 1.6)).join('')
  const rod = (y: number): [readonly [number, number], readonly [number, number]] => [at(0, y, 0.5), at(1, y, 0.5)]
  return bars + line(rod(0.7), theme.wood, 2.6) + line(rod(0.73), lighten(theme.wood, 0.45), 0.8)
}

export function thingPieces(theme: Theme): Piece[] {
  const small = '0.25 0.3 0.75 0.75'
  return [
    standingTile('prop/kiosk', kiosk(theme), { height: 1.58, boxes: `${small} 1.58` }),
    standingTile('prop/leaflets', leaflets(theme), { height: 1.25, boxes: `0.15 0.35 0.85 0.75 1.25` }),
    standingTile('prop/water', waterGallon(theme), { height: 1.4, boxes: `${small} 1.4` }),
    standingTile('prop/ribbon-z', ribbon(), { height: 0.85, boxes: '0.4 0 0.6 1 0.85' }),
    standingTile('prop/umbrella', umbrellas(theme), { height: 0.8, boxes: `${small} 0.8` }),
    standingTile('prop/motorbike', motorbike(), { height: 0.9 }),
    standingTile('prop/stage-back', stageBack(theme), { height: 2, boxes: '0 0.4 1 0.75 2' }),
    standingTile('prop/shoe-rack', shoeRack(theme), { height: 0.62, boxes: '0 0.35 1 0.75 0.62' }),
    standingTile('prop/bin', bin(theme), { height: 0.7, boxes: `${small} 0.7` }),
    standingTile('prop/rail-x', rail(theme), { height: 0.75, boxes: '0 0.4 1 0.6 0.75' }),
  ]
}
