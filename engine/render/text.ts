import { white } from './color.ts'
import type { GlyphSheet, LetterStyleName } from './glyphs.ts'
import type { Quads } from './quads.ts'

/** Width of a line of text, CSS pixels. */
export function widthOf(text: string, style: LetterStyleName, sheet: GlyphSheet): number {
  let width = 0
  for (let i = 0; i < text.length; ) {
    const codePoint = text.codePointAt(i) as number
    width += sheet.letter(style, codePoint).advancePx
    i += codePoint > 0xffff ? 2 : 1
  }
  return width
}

/** Puts a line with its left end at x and its foot at y, CSS pixels, `scale` times its size. */
export function putText(text: string, style: LetterStyleName, x: number, y: number, scale: number, sheet: GlyphSheet, into: Quads): void {
  const { pixelRatio } = sheet
  let pen = x
  // On whole device pixels, where the letters were drawn.
  const foot = Math.round(y * pixelRatio) / pixelRatio
  for (let i = 0; i < text.length; ) {
    const codePoint = text.codePointAt(i) as number
    const letter = sheet.letter(style, codePoint)
    const left = Math.round(pen * pixelRatio) / pixelRatio
    if (codePoint !== 0x20) into.put(letter.picture, left, foot, scale / pixelRatio, scale / pixelRatio, white)
    pen += letter.advancePx * scale
    i += codePoint > 0xffff ? 2 : 1
  }
}

/** One line that fits: composed characters, no line breaks, at most `length` of them. */
export function trimText(text: string, length: number): string {
  const characters = Array.from(text.normalize('NFC').replace(/\s+/gu, ' ').trim())
  return characters.length <= length
    ? characters.join('')
    : `${characters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`
}
