import { box, contactShadow, onLeft, onRight } from '../iso.ts'
import { common, darken, lighten, type Theme, tonesOf, wingColours, wings } from '../palette.ts'
import { freePiece, type Piece, standingTile } from '../piece.ts'
import { type pictograms, placeNames } from './pictogram.ts'
import { pictogram, placeColour } from './place-mark.ts'

/**
 * A plate that hangs over a counter, upright: the pictogram in a round tab above a field of 42 × 19 for the label.
 * The anchor is the centre of the field: there the label is written, in white.
 */
function plate(colour: string, which: keyof typeof pictograms): string {
  const rim = darken(colour, 0.4)
  const shape = (grow: number, paint: string): string =>
    `<circle cx="0" cy="-20" r="${13 + grow}" fill="${paint}"/><rect x="${-21 - grow}" y="${-9.5 - grow}" width="${42 + grow * 2}" height="${19 + grow * 2}" rx="${6 + grow}" fill="${paint}"/>`
  return (
    `<g opacity=".2" transform="translate(1 2.500)">${shape(1, common.shadow)}</g>` +
    shape(1.6, common.paper) +
    shape(0.4, rim) +
    shape(-0.4, colour) +
    `<path d="M-16 7.500H16" stroke="${lighten(colour, 0.3)}" stroke-width="1" stroke-linecap="round" opacity=".7"/>` +
    pictogram(which, 19, 0, -20)
  )
}

/** A disc that hangs over a place of no wing; the anchor is below it, where a title may stand. */
function disc(theme: Theme, which: keyof typeof pictograms): string {
  const colour = placeColour(theme)
  const shape = (grow: number, paint: string): string =>
    `<circle cx="0" cy="-20" r="${13 + grow}" fill="${paint}"/><path d="M${-5 - grow} -9H${5 + grow}L0 ${-2 + grow}Z" fill="${paint}"/>`
  return `<g opacity=".2" transform="translate(1 2.500)">${shape(1, common.shadow)}</g>${shape(1.6, common.paper)}${shape(0.2, colour)}${pictogram(which, 18, 0, -20)}`
}

/** A column that stands where a wing begins, in its colour, its pictogram on both faces one sees. */
function totem(theme: Theme, colour: string, which: keyof typeof pictograms): string {
  const tones = { top: lighten(colour, 0.35), left: colour, right: darken(colour, 0.24), edge: lighten(colour, 0.55) }
  const face = `${pictogram(which, 16, 16, -55)}<path d="M9 -40H23M9 -35.500H19" stroke="${common.white}" stroke-width="1.800" opacity=".8"/>`
  return (
    contactShadow(0.55, 0.52, 0.5, common.shadow, 0.34) +
    box({ x0: 0.14, x1: 0.86, z0: 0.14, z1: 0.86, y0: 0, y1: 0.1 }, tonesOf(theme.stone)) +
    box({ x0: 0.2, x1: 0.8, z0: 0.2, z1: 0.8, y0: 0.1, y1: 2.05 }, tones) +
    onLeft(0.8, face) +
    onRight(0.8, face) +
    box({ x0: 0.18, x1: 0.82, z0: 0.18, z1: 0.82, y0: 2.05, y1: 2.13 }, tonesOf(theme.ornamentAccent))
  )
}

export function signPieces(theme: Theme): Piece[] {
  const facts = { height: 2.13, boxes: '0 0 1 1 2.13' }
  return [
    ...wings.map((wing) => freePiece(`sign/${wing}`, plate(wingColours[wing], wing), 30, 40, 16)),
    ...placeNames.map((name) => freePiece(`sign/${name}`, disc(theme, name), 20, 40, 6)),
    ...wings.map((wing) => standingTile(`prop/totem-${wing}`, totem(theme, wingColours[wing], wing), facts)),
    standingTile('prop/totem-info', totem(theme, darken(theme.wood, 0.35), 'info'), facts),
  ]
}
