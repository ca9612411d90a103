import type { Camera } from './camera.ts'
import { white } from './color.ts'
import { letterStyles, type GlyphSheet } from './glyphs.ts'
import type { Placement } from './placement.ts'
import { movePen } from './quad-words.ts'
import type { Quads } from './quads.ts'
import { putLine, type TextLines } from './text.ts'

/** What signs and names are drawn with and what they share. */
export type LabelTools = {
  readonly sheet: GlyphSheet
  readonly lines: TextLines
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

/** Puts a line in the middle over where the pen of `text` is, its foot there, if there is room; false if not. */
export function claimLine({ lines, placement, sheet, text }: LabelTools, line: string): boolean {
  const { pen } = text
  const x = pen[0]
  const foot = pen[1]
  const found = lines.find('name', line)
  const half = found.widthPx / 2
  if (!placement.claim((x - half - 2) | 0, (foot - lineHeightPx) | 0, (x + half + 2) | 0, (foot + 2) | 0)) return false
  movePen(pen, x - half, foot, 1, 1)
  putLine(found, white, sheet, text)
  return true
}
