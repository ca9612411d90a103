import { onFloor } from '../iso.ts'
import { common, type Theme } from '../palette.ts'
import { floorTile, type Piece } from '../piece.ts'

/** Light and shade on the floor: left out where a phone is weak. */

/** The same in every theme: how light it is is no matter of taste. */
const lightAlpha = 0.42

/** Light that falls from the roof, in nine tiles so that pools of any size can be laid. Alpha only: it lies over any floor. */
function lightTiles(theme: Theme): Piece[] {
  const places = { c: [0, 0], n: [0, -1], s: [0, 1], w: [-1, 0], e: [1, 0], nw: [-1, -1], ne: [1, -1], sw: [-1, 1], se: [1, 1] } as const
  return Object.entries(places).map(([place, [dx, dz]]) => {
    const stops = `<stop offset="0" stop-color="${theme.light}" stop-opacity="${lightAlpha}"/><stop offset=".35" stop-color="${theme.light}" stop-opacity="${lightAlpha * 0.8}"/><stop offset="1" stop-color="${theme.light}" stop-opacity="0"/>`
    const inner = { x: dx < 0 ? 32 : 0, z: dz < 0 ? 32 : 0 }
    const gradient =
      dx !== 0 && dz !== 0
        ? `<radialGradient id="g" gradientUnits="userSpaceOnUse" cx="${inner.x}" cy="${inner.z}" r="32">${stops}</radialGradient>`
        : `<linearGradient id="g" gradientUnits="userSpaceOnUse" x1="${dx === 0 ? 0 : inner.x}" x2="${dx === 0 ? 0 : 32 - inner.x}" y1="${dz === 0 ? 0 : inner.z}" y2="${dz === 0 ? 0 : 32 - inner.z}">${stops}</linearGradient>`
    const paint = dx === 0 && dz === 0 ? `fill="${theme.light}" fill-opacity="${lightAlpha}"` : 'fill="url(#g)"'
    return floorTile(
      `light-${place}`,
      onFloor(`${dx === 0 && dz === 0 ? '' : gradient}<rect x="0" y="0" width="32" height="32" ${paint}/>`),
    )
  })
}

/** Shade at the foot of a wall: on the tile south of a north wall (x), east of a west wall (z), and where both meet. */
function shadeTiles(): Piece[] {
  const stops = [0.2, 0.09, 0]
    .map((alpha, i) => `<stop offset="${i * 0.5}" stop-color="${common.shadow}" stop-opacity="${alpha}"/>`)
    .join('')
  const along = (id: string, x2: number, y2: number): string =>
    `<linearGradient id="${id}" x1="0" y1="0" x2="${x2}" y2="${y2}">${stops}</linearGradient>`
  const x = `${along('x', 0, 1)}<rect width="32" height="20" fill="url(#x)"/>`
  const z = `${along('z', 1, 0)}<rect width="30" height="32" fill="url(#z)"/>`
  return [floorTile('shade-x', onFloor(x)), floorTile('shade-z', onFloor(z)), floorTile('shade-xz', onFloor(x + z))]
}

/** Sun through a window of the west wall, over two tiles to the east of it. */
function sunTiles(theme: Theme): Piece[] {
  const patch = (shift: number): string =>
    `<clipPath id="s"><rect x="0" y="0" width="32" height="32"/></clipPath><g clip-path="url(#s)" fill="${theme.light}" fill-opacity=".62"><path d="M${4 - shift} 2L${26 - shift} 6V15.500L${4 - shift} 11.500ZM${4 - shift} 14L${26 - shift} 18V27.500L${4 - shift} 23.500ZM${28 - shift} 6.400L${50 - shift} 10.400V19.900L${28 - shift} 15.900ZM${28 - shift} 18.400L${50 - shift} 22.400V31.900L${28 - shift} 27.900Z"/></g>`
  return [floorTile('sun-a', onFloor(patch(0))), floorTile('sun-b', onFloor(patch(32)))]
}

/** Sun through the glass roof: a lattice of panes, laid over a floor. */
function skylight(theme: Theme): string {
  const panes = [0, 1].flatMap((x) => [0, 1].map((z) => `M${1 + x * 16} ${1 + z * 16}h14v14h-14Z`)).join('')
  return onFloor(`<path d="${panes}" fill="${theme.light}" fill-opacity=".5"/>`)
}

export const lightPieces = (theme: Theme): Piece[] => [
  ...lightTiles(theme),
  ...shadeTiles(),
  ...sunTiles(theme),
  floorTile('skylight', skylight(theme)),
]
