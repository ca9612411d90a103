import type { Camera } from './camera.ts'
import { letterStyles, type GlyphSheet } from './glyphs.ts'
import type { Placement } from './placement.ts'
import type { Quads } from './quads.ts'
import { putText, widthOf } from './text.ts'

/** What signs and names are drawn with and what they share. */
export type LabelTools = {
  readonly sheet: GlyphSheet
  /** Pictures of the atlas, under all text. */
  readonly plates: Quads
  readonly text: Quads
  readonly placement: Placement
}

/** Height of a line of names, CSS pixels. */
export const lineHeightPx = letterStyles.name.sizePx + 4
/** How large plates and bubbles are drawn: with the picture, but never too small to read nor in the way. */
export const labelScale = (camera: Camera): number => Math.min(Math.max(camera.zoom, 0.7), 1.4)

/** What counts as near to the middle of the picture: up and down twice, as the floor is seen flat. */
export const distanceFromMiddle = (camera: Camera, x: number, y: number): number => Math.abs(x - camera.x) + 2 * Math.abs(y - camera.y)

/** Puts a line in the middle of x with its foot at y, if there is room; false if not. */
export function claimLine({ placement, sheet, text }: LabelTools, line: string, x: number, foot: number): boolean {
  const half = widthOf(line, 'name', sheet) / 2
  if (!placement.claim(x - half - 2, foot - lineHeightPx, x + half + 2, foot + 2)) return false
  putText(line, 'name', x - half, foot, 1, sheet, text)
  return true
}
