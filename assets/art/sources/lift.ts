import { at, box, footShadow, line, onLeft, onRight } from '../iso.ts'
import { band } from '../ornament.ts'
import { common, darken, lighten, mix, type Theme, tonesOf } from '../palette.ts'
import { cutHeightM, cutPair, type Piece, standingTile } from '../piece.ts'
import type { PlaceName } from './pictogram.ts'
import { pictogram, placeColour } from './place-mark.ts'

/** A pedestal at the foot of a balustrade, with a pictogram on the faces one sees. */
function newel(theme: Theme, which: PlaceName): string {
  const colour = placeColour(theme)
  const tones = { top: lighten(theme.wood, 0.3), left: colour, right: darken(colour, 0.25), edge: lighten(theme.wood, 0.5) }
  return (
    footShadow({ x0: 0.04, x1: 0.96, z0: 0.04, z1: 0.96 }, common.shadow, 0.12, 0.26) +
    box({ x0: 0, x1: 1, z0: 0, z1: 1, y0: 0, y1: 0.12 }, tonesOf(theme.stone), { edge: false }) +
    box({ x0: 0.04, x1: 0.96, z0: 0.04, z1: 0.96, y0: 0.12, y1: 0.92 }, tones) +
    onLeft(0.96, pictogram(which, 19, 16, -16.5)) +
    onRight(0.96, pictogram(which, 19, 16, -16.5)) +
    box({ x0: 0, x1: 1, z0: 0, z1: 1, y0: 0.92, y1: 1 }, tonesOf(theme.wood))
  )
}

const liftM = 2.35

/** A tile of the lift's shaft: timber frame, pale glass. A door where `door` says, towards east or south. */
function lift(theme: Theme, door: 'e' | 's' | null, isCut: boolean): string {
  const tones = {
    ...tonesOf(theme.plaster),
    right: darken(theme.plaster, 0.16),
    top: mix(theme.plaster, common.glass, 0.35),
    edge: lighten(theme.wood, 0.5),
  }
  if (isCut)
    return box({ x0: 0, x1: 1, z0: 0, z1: 1, y0: 0, y1: cutHeightM }, { ...tones, left: theme.wood, right: darken(theme.wood, 0.22) })
  const face = (side: 'e' | 's'): string => {
    const shade = (colour: string): string => (side === 's' ? colour : darken(colour, 0.14))
    const frame = shade(theme.wood)
    const beam = `<rect x="-.3" y="-75.200" width="32.600" height="9" fill="${frame}"/><g transform="translate(0 -74.500) scale(1 .72)">${band(theme, { line: shade(theme.ornament), ground: shade(mix(theme.ornamentGround, theme.wood, 0.12)), accent: shade(theme.ornamentAccent) })}</g>`
    if (door !== side) {
      const pane = side === 's' ? common.glass : mix(common.glass, common.glassDeep, 0.6)
      return `<rect x="-.3" y="-67" width="32.600" height="67" fill="${frame}"/><rect x="3" y="-63" width="26" height="56" fill="${pane}"/><path d="M3 -28L29 -54V-42L3 -16Z" fill="${common.white}" opacity=".4"/><path d="M3 -35H29" fill="none" stroke="${frame}" stroke-width="1.600"/>${beam}`
    }
    const leaf = shade(mix(common.metal, common.white, 0.45))
    const lamp = `<rect x="9" y="-65" width="14" height="7" rx="1" fill="${common.screen}"/><path d="M13 -60L15 -63L17 -60" fill="none" stroke="${common.screenGlow}" stroke-width="1.400"/><path d="M19.500 -63V-60" fill="none" stroke="${common.screenGlow}" stroke-width="1.400"/>`
    const colour = shade(placeColour(theme))
    return (
      `<rect x="-.3" y="-67" width="32.600" height="67" fill="${frame}"/><rect x="3" y="-57" width="26" height="57" fill="${darken(leaf, 0.3)}"/>` +
      `<rect x="4" y="-56" width="11.600" height="56" fill="${leaf}"/><rect x="16.400" y="-56" width="11.600" height="56" fill="${leaf}"/>` +
      `<path d="M6 -52V-4M26 -52V-4" fill="none" stroke="${lighten(leaf, 0.5)}" stroke-width="1"/>${lamp}` +
      `<circle cx="16" cy="-35" r="10" fill="${colour}"/>${pictogram('lift', 14, 16, -35)}${beam}`
    )
  }
  return (
    box({ x0: 0, x1: 1, z0: 0, z1: 1, y0: 0, y1: liftM }, tones, { edge: false }) +
    onLeft(1, face('s')) +
    onRight(1, face('e')) +
    line([at(0, liftM, 1), at(1, liftM, 1)], tones.edge, 0.8) +
    line([at(1, liftM, 1), at(1, liftM, 0)], tones.edge, 0.8, ' opacity=".6"')
  )
}

export function liftPieces(theme: Theme): Piece[] {
  return [
    ...(['stairs', 'escalator', 'lift'] as const).map((which) => standingTile(`prop/newel-${which}`, newel(theme, which), { height: 1 })),
    ...cutPair('wall/lift', (isCut) => lift(theme, null, isCut), { height: liftM }),
    ...cutPair('wall/lift-door-e', (isCut) => lift(theme, 'e', isCut), { height: liftM }),
    ...cutPair('wall/lift-door-s', (isCut) => lift(theme, 's', isCut), { height: liftM }),
  ]
}
