/** Word → from which second to which it is heard in the recording. */
export type WordMarks = Readonly<Record<string, readonly [number, number]>>
/** `lengthS` seconds of the recording from `fromS` on, to be heard `atS` seconds after the first. */
export type WordSlice = { readonly atS: number; readonly fromS: number; readonly lengthS: number }

/** Decoders shift an MP3 by up to 50 ms; the recording has 120 ms of silence around each word to spare. */
const marginS = 0.06
/** A breath after the parts of the sentence, so that number and counter are heard apart. */
const breathS = 0.22
const breathAfter: ReadonlySet<string> = new Set(['nomor antrean'])
const breathBefore: ReadonlySet<string> = new Set(['silakan ke loket'])

/** When to play which part of the recording. A word that it lacks is left out: the rest still says where to look. */
export function planWords(words: readonly string[], marks: WordMarks): { readonly slices: readonly WordSlice[]; readonly endS: number } {
  const slices: WordSlice[] = []
  let atS = 0
  for (const word of words) {
    if (!Object.hasOwn(marks, word)) continue
    const [from, until] = marks[word]
    if (breathBefore.has(word)) atS += breathS
    const lengthS = until - from + 2 * marginS
    slices.push({ atS, fromS: from - marginS, lengthS })
    // The margins of neighbours lie over each other.
    atS += lengthS - marginS
    if (breathAfter.has(word)) atS += breathS
  }
  return { slices, endS: atS }
}
