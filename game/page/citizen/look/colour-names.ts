import type { HeadKind } from '../../../../assets/art/look.ts'

/** The last part of each colour's text, in the order of the colours in `assets/art/look.ts`. */
export const clothNames = [
  'white',
  'navy',
  'blue',
  'teal',
  'green',
  'olive',
  'gold',
  'orange',
  'red',
  'magenta',
  'purple',
  'brown',
  'sand',
  'black',
  'grey',
  'light-blue',
] as const

const hair = ['black', 'black', 'dark-brown', 'brown', 'dark-grey', 'grey', 'white', 'dark-red'] as const
const hijab = ['teal', 'cream', 'purple', 'white', 'green', 'pink', 'black', 'gold'] as const
const own: Readonly<Partial<Record<HeadKind, readonly string[]>>> = {
  hijab,
  khimar: hijab,
  peci: ['black', 'dark-red', 'navy', 'green', 'brown', 'cream', 'red', 'dark-grey'],
  kopiah: ['white', 'cream', 'grey', 'light-green', 'yellow', 'light-blue', 'olive', 'brown'],
  cap: ['navy', 'red', 'teal', 'dark-grey', 'gold', 'cream', 'green', 'purple'],
  // Eight tones of straw can hardly be told apart.
  caping: ['cream', 'gold', 'sand'],
}

/** As many as are offered for that head, first come first. */
export const headColourNames = (head: HeadKind): readonly string[] => own[head] ?? hair
