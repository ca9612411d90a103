import { CodedError } from '@balai/engine/core'

/**
 * A text in the characters that a font has: one line, and letters with marks that the font lacks without their marks.
 * @throws CodedError document-text for a character that it has no picture of: a document with a hole in a name is worse than none
 */
export function printableText(text: string, characters: ReadonlySet<number>): string {
  const plain = text
    .normalize('NFC')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  return [...plain].map((character) => printable(character, characters)).join('')
}

function printable(character: string, characters: ReadonlySet<number>): string {
  if (has(character, characters)) return character
  const bare = character.normalize('NFKD').replaceAll(/\p{M}/gu, '')
  if (bare !== '' && [...bare].every((part) => has(part, characters))) return bare
  throw new CodedError('document-text', `the character ${character} cannot be printed: write it in Latin letters`, { character })
}

const has = (character: string, characters: ReadonlySet<number>): boolean => characters.has(character.codePointAt(0) ?? 0)

/** Breaks a text into lines no wider than `most`, at spaces where there are any. */
export function wrapText(text: string, most: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (widthOf(longer) <= most) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    line = word
    while (widthOf(line) > most) {
      let count = line.length - 1
      while (count > 1 && widthOf(line.slice(0, count)) > most) count--
      lines.push(line.slice(0, count))
      line = line.slice(count)
    }
  }
  return [...lines, line]
}
