import { type Look, packLook } from './look.ts'

/** Looks that are put together already: eight to choose from, and those of staff. */
const plain: Look = {
  skin: 2,
  top: 2,
  bottom: 13,
  head: 'short',
  headColour: 0,
  bottomKind: 'trousers',
  topKind: 'shirt',
  aid: 'none',
  isElder: false,
}

/** By the name that the texts have for each. */
export const readyMade = {
  hijab: { ...plain, skin: 1, head: 'hijab', headColour: 5, topKind: 'kebaya', top: 15, bottomKind: 'skirt', bottom: 1 },
  peci: { ...plain, skin: 3, head: 'peci', topKind: 'koko', top: 0, bottomKind: 'sarong', bottom: 4 },
  batik: { ...plain, skin: 2, head: 'short', topKind: 'batik', top: 11, bottom: 13 },
  ponytail: { ...plain, skin: 0, head: 'ponytail', headColour: 2, topKind: 'tee', top: 6, bottom: 1 },
  curly: { ...plain, skin: 5, head: 'curly', topKind: 'tee', top: 3, bottom: 12 },
  elder: { ...plain, skin: 3, head: 'thin', headColour: 6, topKind: 'batik', top: 8, bottom: 11, aid: 'cane', isElder: true },
  wheelchair: { ...plain, skin: 4, head: 'bun', topKind: 'shirt', top: 10, bottom: 1, aid: 'wheelchair' },
  parent: { ...plain, skin: 2, head: 'khimar', headColour: 4, topKind: 'shirt', top: 4, bottomKind: 'skirt', bottom: 5, aid: 'child' },
} as const satisfies Record<string, Look>
export type ReadyMade = keyof typeof readyMade

/** What somebody at a counter wears, by a number of theirs: khaki, with the head bare or covered. */
export function officerLook(seed: number): number {
  const isVeiled = seed % 2 === 1
  const skin = (seed >>> 1) % 6
  const khaki: Look = { ...plain, skin, topKind: 'khaki', top: 12, bottom: 12 }
  return packLook(isVeiled ? { ...khaki, head: 'hijab', headColour: [1, 6, 7][(seed >>> 4) % 3], bottomKind: 'skirt' } : khaki)
}

/** What somebody wears who welcomes people at the door, by a number of theirs. */
export function greeterLook(seed: number): number {
  const isVeiled = seed % 2 === 0
  const look: Look = { ...plain, skin: (seed >>> 1) % 6, topKind: 'vest', top: 0, bottom: 13 }
  return packLook(isVeiled ? { ...look, head: 'hijab', headColour: 0, bottomKind: 'skirt' } : look)
}
