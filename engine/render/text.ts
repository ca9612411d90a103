import type { GlyphSheet, Letter, LetterStyleName } from './glyphs.ts'
import { movePen } from './quad-words.ts'
import type { QuadSink } from './quads.ts'

/** A line of text, its letters looked up once. A space is null. */
export type TextLine = {
  readonly letters: readonly (Letter | null)[]
  /** How far the pen moves on after each, CSS pixels. */
  readonly advances: Float32Array
  readonly widthPx: number
}

/** Lines that are drawn again and again. */
export type TextLines = {
  find(style: LetterStyleName, text: string): TextLine
}

/** Lines kept of each style; beyond that all are forgotten, which is cheaper than to keep books about use. */
const linesKept = 512

export function createTextLines(sheet: GlyphSheet): TextLines {
  const known: Record<LetterStyleName, Map<string, TextLine>> = { name: new Map(), plate: new Map(), phrase: new Map() }
  let edition = sheet.edition

  const forget = (): void => {
    for (const lines of Object.values(known)) lines.clear()
    edition = sheet.edition
  }

  return {
    find(style, text) {
      if (edition !== sheet.edition) forget()
      const found = known[style].get(text)
      if (found !== undefined) return found
      if (known[style].size >= linesKept) known[style].clear()
      const line = readLine(style, text, sheet)
      // The sheet ran full on the way: its letters are kept for this frame alone, and the frame is drawn again.
      if (edition === sheet.edition) known[style].set(text, line)
      return line
    },
  }
}

function readLine(style: LetterStyleName, text: string, sheet: GlyphSheet): TextLine {
  const letters: (Letter | null)[] = []
  const advances: number[] = []
  for (const character of text) {
    const letter = sheet.letter(style, character.codePointAt(0) ?? 0x20)
    letters.push(character === ' ' ? null : letter)
    advances.push(letter.advancePx)
  }
  return { letters, advances: Float32Array.from(advances), widthPx: advances.reduce((sum, advance) => sum + advance, 0) }
}

/** Puts a line with its left end and foot where the pen is, CSS pixels, and as many times its size as the pen says. Moves the pen. */
export function putLine({ advances, letters }: TextLine, color: number, { pixelRatio }: GlyphSheet, into: QuadSink): void {
  const { pen } = into
  const size = pen[2]
  let x = pen[0]
  // On whole device pixels, where the letters were drawn.
  const foot = Math.round(pen[1] * pixelRatio) / pixelRatio
  for (let i = 0; i < letters.length; i++) {
    const letter = letters[i]
    if (letter !== null) {
      movePen(pen, Math.round(x * pixelRatio) / pixelRatio, foot, size / pixelRatio, size / pixelRatio)
      into.put(letter.picture, color)
    }
    x += advances[i] * size
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

/** Cuts a text between words into lines of about `length` characters, at most `most` of them. */
export function wrapText(text: string, length: number, most: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of trimText(text, length * most).split(' ')) {
    if (line !== '' && line.length + 1 + word.length > length && lines.length + 1 < most) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}
