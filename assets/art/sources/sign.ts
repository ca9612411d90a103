import { box, contactShadow, onLeft, onRight } from '../iso.ts'
import { common, darken, lighten, mix, type Theme, tonesOf, type Wing, wingColours, wings } from '../palette.ts'
import { freePiece, type Piece, standingTile } from '../piece.ts'

/** Pictograms on a grid of 24 with strokes of 2, drawn with `currentColor`-like white; open shapes, no fill. */
export const pictograms: Record<Wing | 'info' | 'exit', string> = {
  // A card with a face and two lines.
  kependudukan: '<rect x="3" y="5" width="18" height="14" rx="2"/><circle cx="9" cy="10.500" r="2"/><path d="M6 16C6.500 13.800 11.500 13.800 12 16M15 10H18M15 14H18"/>',
  // A car from the front, on its papers' line.
  pajak: '<path d="M5 12L6.800 6.500H17.200L19 12M4 12H20V17H4ZM6 17V19.500M18 17V19.500M7.500 14.500H8.500M15.500 14.500H16.500"/>',
  kesehatan: '<path d="M9 4H15V9H20V15H15V20H9V15H4V9H9Z"/>',
  // A shop front with an awning.
  usaha: '<path d="M4 9L5.500 4.500H18.500L20 9M4 9C4 12 8 12 8 9C8 12 12 12 12 9C12 12 16 12 16 9C16 12 20 12 20 9M5.500 12.500V19.500H18.500V12.500M10 19.500V15H14V19.500"/>',
  // Two people, a small one at hand.
  sosial: '<circle cx="8.500" cy="6.500" r="2.500"/><path d="M4 19.500V15C4 11 13 11 13 15V19.500M16.800 12.500V12.400"/><circle cx="17" cy="11" r="1.800"/><path d="M14.500 19.500V17C14.500 14.800 20 14.800 20 17V19.500"/>',
  // A bank with columns under its roof.
  perbankan: '<path d="M4 9.500L12 4L20 9.500ZM6.500 10V16.500M12 10V16.500M17.500 10V16.500M4 19.500H20"/>',
  info: '<circle cx="12" cy="6" r=".8"/><path d="M9.500 11H12V18M9 18H15"/>',
  exit: '<path d="M13 4H5V20H13M10 12H20M16 8L20 12L16 16"/>',
}

const pictogram = (which: keyof typeof pictograms, size: number, x: number, y: number, colour: string = common.white): string =>
  `<g transform="translate(${x - size / 2} ${y - size / 2}) scale(${size / 24})" fill="none" stroke="${colour}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${pictograms[which]}</g>`

/**
 * A plate that hangs over a counter, upright: the pictogram in a round tab above a field of 42 × 19 for the label.
 * The anchor is the centre of the field: there the label is written, in white.
 */
function plate(colour: string, which: keyof typeof pictograms): string {
  const rim = darken(colour, 0.4)
  const shape = (grow: number, paint: string): string =>
    `<circle cx="0" cy="-20" r="${13 + grow}" fill="${paint}"/><rect x="${-21 - grow}" y="${-9.5 - grow}" width="${42 + grow * 2}" height="${19 + grow * 2}" rx="${6 + grow}" fill="${paint}"/>`
  return (
    `<g opacity=".2" transform="translate(1 2.500)">${shape(1, common.shadow)}</g>` + shape(1.6, common.paper) + shape(0.4, rim) + shape(-0.4, colour) +
    `<path d="M-16 7.500H16" stroke="${lighten(colour, 0.3)}" stroke-width="1" stroke-linecap="round" opacity=".7"/>` +
    pictogram(which, 19, 0, -20)
  )
}

/** A column in the wing's colour that stands where the wing begins, its pictogram on both faces one sees. */
function totem(theme: Theme, wing: Wing): string {
  const colour = wingColours[wing]
  const tones = { top: lighten(colour, 0.35), left: colour, right: darken(colour, 0.24), edge: lighten(colour, 0.55) }
  const body = { x0: 0.22, x1: 0.78, z0: 0.22, z1: 0.78, y0: 0.1, y1: 2.3 }
  const face = `<rect x="8.500" y="-69" width="15" height="15" rx="2" fill="${common.white}" opacity=".16"/>${pictogram(wing, 14, 16, -61.5)}<path d="M10 -48H22M10 -44H18" stroke="${common.white}" stroke-width="1.600" opacity=".75"/>`
  return (
    contactShadow(0.55, 0.52, 0.5, common.shadow, 0.34) +
    box({ x0: 0.16, x1: 0.84, z0: 0.16, z1: 0.84, y0: 0, y1: 0.1 }, tonesOf(theme.stone)) +
    box(body, tones) + onLeft(0.78, face) + onRight(0.78, face) +
    box({ x0: 0.2, x1: 0.8, z0: 0.2, z1: 0.8, y0: 2.3, y1: 2.38 }, tonesOf(theme.ornamentAccent))
  )
}

export const signPieces = (theme: Theme): Piece[] => [
  ...wings.map((wing) => freePiece(`sign/${wing}`, plate(wingColours[wing], wing), 30, 40, 16)),
  freePiece('sign/info', plate(mix(theme.wood, common.ink, 0.25), 'info'), 30, 40, 16),
  freePiece('sign/exit', plate(mix(theme.wood, common.ink, 0.25), 'exit'), 30, 40, 16),
  ...wings.map((wing) => standingTile(`prop/totem-${wing}`, totem(theme, wing), { height: 2.38, boxes: '0.15 0.15 0.85 0.85 2.38' })),
]
