import { onFloor } from '../iso.ts'
import { common, darken, lighten, mix, type Theme, wingColours } from '../palette.ts'
import { floorTile, type Piece } from '../piece.ts'
import { pictograms } from './pictogram.ts'

/** The colour of signs for what belongs to no wing. */
export const placeColour = (theme: Theme): string => darken(theme.wood, 0.42)

/** A pictogram `size` high with its middle at x, y. */
export const pictogram = (which: keyof typeof pictograms, size: number, x: number, y: number, colour: string = common.white): string =>
  `<g transform="translate(${x - size / 2} ${y - size / 2}) scale(${size / 24})" fill="none" stroke="${colour}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${pictograms[which]}</g>`

/** A disc on the floor with a pictogram: upright on screen, squeezed flat like the floor it lies on. */
export const floorDisc = (theme: Theme, colour: string, which: keyof typeof pictograms): string =>
  `<ellipse cx="0" cy="-16" rx="23" ry="11.500" fill="${theme.floor}"/><ellipse cx="0" cy="-16" rx="21.500" ry="10.750" fill="${colour}"/>` +
  `<g transform="translate(-13.500 -23.500) scale(1.125 .62)" fill="none" stroke="${common.white}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${pictograms[which]}</g>`

const full = (colour: string): string => `<rect x="-.7" y="-.7" width="33.4" height="33.4" fill="${colour}"/>`

/** What one is led to by a mark on the floor. */
const marked = ['stairs', 'escalator', 'lift', 'toilet', 'lactation', 'musala', 'telehealth', 'meeting', 'drive', 'gate'] as const

const amber = (theme: Theme): string => mix(theme.floor, common.tactile, 0.62)

/** Raised bars to follow with a stick or a foot, for those who do not see; along z, over a floor of one colour. */
function tactile(theme: Theme, floor: string): string {
  const colour = amber(theme)
  const bars = [0, 1, 2, 3]
    .map((i) => {
      const at = 10.9 + i * 3.4
      return `<path d="M${at} -.5V32.500" fill="none" stroke="${darken(colour, 0.16)}" stroke-width="1.700"/><path d="M${at - 0.7} -.5V32.500" fill="none" stroke="${lighten(colour, 0.4)}" stroke-width=".7"/>`
    })
    .join('')
  return onFloor(`${full(floor)}<rect x="8.500" y="-.7" width="15" height="33.400" fill="${colour}"/>${bars}`)
}

/** Dots: here the way turns, or ends at a desk. */
function tactileDots(theme: Theme, floor: string): string {
  const colour = amber(theme)
  const dots: string[] = []
  for (let x = 0; x < 4; x++)
    for (let z = 0; z < 4; z++)
      dots.push(
        `<circle cx="${8 + x * 5.4}" cy="${8 + z * 5.4}" r="1.800" fill="${darken(colour, 0.16)}"/><circle cx="${7.6 + x * 5.4}" cy="${7.6 + z * 5.4}" r="1.100" fill="${lighten(colour, 0.4)}"/>`,
      )
  return onFloor(`${full(floor)}<rect x="4" y="4" width="24" height="24" fill="${colour}"/>${dots.join('')}`)
}

/** Steps down to +z, as many as a tile has room for. */
function steps(theme: Theme): string {
  const base = mix(common.terrace, theme.floor, 0.35)
  const treads = [0, 1, 2]
    .map((i) => {
      const z = i * 10.67
      return `<rect x="-.7" y="${z}" width="33.400" height="10.700" fill="${darken(base, i * 0.035)}"/><rect x="-.7" y="${z + 7.4}" width="33.400" height="3.300" fill="${darken(base, 0.26 + i * 0.03)}"/><rect x="-.7" y="${z + 6.2}" width="33.400" height="1.200" fill="${lighten(base, 0.5)}"/>`
    })
    .join('')
  return onFloor(full(base) + treads)
}

/** A slope along x that leads to −x, with grooves against slipping. */
function ramp(theme: Theme, hasSign: boolean): string {
  const base = mix(common.terrace, theme.floor, 0.6)
  const grooves = Array.from(
    { length: 6 },
    (_, i) => `<path d="M${3 + i * 5.3} 2V30" fill="none" stroke="${darken(base, 0.1)}" stroke-width=".8"/>`,
  ).join('')
  const edges = `<rect x="-.7" y="0" width="33.400" height="1.600" fill="${darken(base, 0.2)}"/><rect x="-.7" y="28.600" width="33.400" height="3.400" fill="${darken(base, 0.3)}"/>`
  const arrow = hasSign
    ? ''
    : `<path d="M20 9L12 16L20 23" fill="none" stroke="${mix(base, wingColours.kependudukan, 0.6)}" stroke-width="3" stroke-linejoin="round"/>`
  const colour = mix(theme.floor, wingColours.kependudukan, 0.7)
  const sign = hasSign
    ? `<rect x="4" y="4" width="24" height="22" rx="4" fill="${colour}"/><g transform="translate(26.500 4) rotate(90) scale(.95)" fill="none" stroke="${common.white}" stroke-width="2.200" stroke-linecap="round" stroke-linejoin="round">${pictograms.toilet}</g>`
    : ''
  return onFloor(full(base) + grooves + edges + arrow + sign)
}

function road(theme: Theme, mark: 'none' | 'line' | 'arrow' | 'stop'): string {
  const base = mix(mix(common.terrace, theme.floor, 0.25), common.rubber, 0.3)
  const paint = mix(base, common.white, 0.75)
  const marks = {
    none: '',
    line: `<rect x="4" y="14.600" width="18" height="2.800" fill="${paint}"/>`,
    arrow: `<path d="M26 14.500H14V10L5 16L14 22V17.500H26Z" fill="${paint}"/>`,
    stop: `<rect x="6" y="2" width="4" height="28" fill="${paint}"/><rect x="13" y="2" width="2" height="28" fill="${paint}"/>`,
  }[mark]
  const grain = `<path d="M4 6H7M15 9H17M25 5H27M9 21H11M20 25H23M28 18H30" fill="none" stroke="${darken(base, 0.1)}" stroke-width=".9"/>`
  return onFloor(full(base) + grain + marks)
}

/** A mat for one who prays; its arch points to −x, towards the west. */
function prayerMat(theme: Theme): string {
  const ground = mix(theme.rattan, common.cushion, 0.42)
  const mat = mix(theme.floor, common.cushion, 0.66)
  const line = mix(mat, common.paper, 0.62)
  return onFloor(
    full(ground) +
      `<path d="M0 32V0H32" fill="none" stroke="${darken(ground, 0.08)}" stroke-width=".8"/><rect x="2" y="4.500" width="28" height="23" fill="${mat}"/>` +
      `<rect x="3.600" y="6.100" width="24.800" height="19.800" fill="none" stroke="${line}" stroke-width="1"/>` +
      `<path d="M25.500 9H14C9 9.500 8.500 13 6.500 16C8.500 19 9 22.500 14 23H25.500Z" fill="${darken(mat, 0.16)}" stroke="${line}" stroke-width=".9"/>`,
  )
}

/** Foam squares of the children's corner. */
function playMat(theme: Theme, colour: string): string {
  const base = mix(theme.floor, colour, 0.36)
  return onFloor(
    full(base) +
      `<path d="M0 32V0H32" fill="none" stroke="${darken(base, 0.12)}" stroke-width="1"/><rect x="6" y="6" width="20" height="20" rx="6" fill="${lighten(base, 0.25)}"/>`,
  )
}

export function placeMarkPieces(theme: Theme): Piece[] {
  const colour = mix(theme.floor, placeColour(theme), 0.86)
  const pale = lighten(theme.floor, 0.1)
  const outside = mix(common.terrace, theme.floor, 0.25)
  return [
    ...marked.map((name) =>
      floorTile(`mark-${name}`, onFloor(full(name === 'gate' || name === 'drive' ? outside : pale)) + floorDisc(theme, colour, name)),
    ),
    floorTile('tactile-z', tactile(theme, pale)),
    floorTile('tactile-dots', tactileDots(theme, pale)),
    floorTile('tactile-z-out', tactile(theme, outside)),
    floorTile('tactile-dots-out', tactileDots(theme, outside)),
    floorTile('steps', steps(theme)),
    floorTile('ramp', ramp(theme, false)),
    floorTile('ramp-sign', ramp(theme, true)),
    floorTile('road', road(theme, 'none')),
    floorTile('road-line', road(theme, 'line')),
    floorTile('road-arrow', road(theme, 'arrow')),
    floorTile('road-stop', road(theme, 'stop')),
    floorTile('prayer', prayerMat(theme)),
    ...[wingColours.sosial, wingColours.kependudukan, common.called, wingColours.kesehatan].map((one, i) =>
      floorTile(`play-${'abcd'[i]}`, playMat(theme, one)),
    ),
  ]
}
