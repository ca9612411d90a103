import { personColours } from './palette.ts'

/**
 * How a person looks, packed in 32 bits that travel with the avatar:
 * skin 3 bits, top colour 4, bottom colour 4, head kind 3, head colour 3, bottom kind 2, top kind 2; then the upper bit of head kind and of
 * top kind, what comes along 3, elder 1, and 5 bits that say that somebody chose this. Without those five the number fell by lot or is an
 * old one: only its first 21 bits are read. Every unsigned number unpacks to a look that can be drawn: what is out of range wraps round.
 */
export type Look = {
  /** Index into `skinTones`. */
  readonly skin: number
  /** Index into `clothColours`. */
  readonly top: number
  /** Index into `clothColours`. */
  readonly bottom: number
  readonly head: HeadKind
  /** Index into the colours of that head kind (`headColoursOf`). */
  readonly headColour: number
  readonly bottomKind: BottomKind
  readonly topKind: TopKind
  readonly aid: AidKind
  /** Stands a little bent. */
  readonly isElder: boolean
}

// The order of these lists is part of the packed look: append only.
export const headKinds = [
  'short',
  'long',
  'hijab',
  'peci',
  'bun',
  'caping',
  'curly',
  'thin',
  'kopiah',
  'khimar',
  'ponytail',
  'cap',
] as const
export type HeadKind = (typeof headKinds)[number]

/** Who covers hair and neck; the arms too, then. */
export const isVeiled = (head: HeadKind): boolean => head === 'hijab' || head === 'khimar'

export const bottomKinds = ['trousers', 'skirt', 'sarong'] as const
export type BottomKind = (typeof bottomKinds)[number]

export const topKinds = ['shirt', 'batik', 'tee', 'koko', 'kebaya', 'school', 'khaki', 'vest'] as const
export type TopKind = (typeof topKinds)[number]

/** What or who comes along. */
export const aidKinds = ['none', 'cane', 'wheelchair', 'child', 'baby', 'pregnant', 'white-cane'] as const
export type AidKind = (typeof aidKinds)[number]

/** Six tones, from light to dark. */
export const skinTones: readonly string[] = personColours.skin
/** Sixteen colours for shirts, trousers and skirts. */
export const clothColours: readonly string[] = personColours.cloth

export const hairColours: readonly string[] = personColours.hair
/** Over a child's clothes. */
export const childTints: readonly string[] = personColours.childTint

const headColours: Readonly<Partial<Record<HeadKind, readonly string[]>>> = {
  hijab: personColours.hijab,
  khimar: personColours.hijab,
  peci: personColours.peci,
  kopiah: personColours.kopiah,
  caping: personColours.straw,
  cap: personColours.cap,
}

/** Eight colours of a head-dress, or of hair. */
export const headColoursOf = (kind: HeadKind): readonly string[] => headColours[kind] ?? hairColours

const offset = { skin: 0, top: 3, bottom: 7, head: 11, headColour: 14, bottomKind: 17, topKind: 19 } as const
const upper = { head: 21, topKind: 22, aid: 23, isElder: 26, chosen: 27 } as const
/** One number in 32 that fell by lot is taken for a chosen one; no harm is in it. */
const chosen = 0b10110

/** An unsigned 32-bit number. Throws a TypeError when an index is outside its table. */
export function packLook(look: Look): number {
  const check = (name: keyof Look, index: number, count: number): number => {
    if (!(Number.isInteger(index) && index >= 0 && index < count))
      throw new TypeError(`look.${name} must be one of the ${count} known, got ${String(look[name])}`)
    return index
  }
  const head = check('head', headKinds.indexOf(look.head), headKinds.length)
  const topKind = check('topKind', topKinds.indexOf(look.topKind), topKinds.length)
  return (
    ((check('skin', look.skin, skinTones.length) << offset.skin) |
      (check('top', look.top, clothColours.length) << offset.top) |
      (check('bottom', look.bottom, clothColours.length) << offset.bottom) |
      ((head & 7) << offset.head) |
      (check('headColour', look.headColour, headColoursOf(look.head).length) << offset.headColour) |
      (check('bottomKind', bottomKinds.indexOf(look.bottomKind), bottomKinds.length) << offset.bottomKind) |
      ((topKind & 3) << offset.topKind) |
      ((head >> 3) << upper.head) |
      ((topKind >> 2) << upper.topKind) |
      (check('aid', aidKinds.indexOf(look.aid), aidKinds.length) << upper.aid) |
      ((look.isElder ? 1 : 0) << upper.isElder) |
      (chosen << upper.chosen)) >>>
    0
  )
}

export function unpackLook(packed: number): Look {
  const take = (at: number, bits: number): number => (packed >>> at) & ((1 << bits) - 1)
  const isChosen = take(upper.chosen, 5) === chosen
  const above = (at: number): number => (isChosen ? take(at, 1) : 0)
  const head = headKinds[((above(upper.head) << 3) | take(offset.head, 3)) % headKinds.length]
  const bottomKind = bottomKinds[take(offset.bottomKind, 2) % bottomKinds.length]
  // By lot, what does not go together comes together too.
  const isMans = !isChosen && (head === 'peci' || head === 'thin')
  return {
    skin: take(offset.skin, 3) % skinTones.length,
    top: take(offset.top, 4),
    bottom: take(offset.bottom, 4),
    head,
    headColour: take(offset.headColour, 3) % headColoursOf(head).length,
    bottomKind: isMans && bottomKind === 'skirt' ? 'sarong' : bottomKind,
    topKind: topKinds[(above(upper.topKind) << 2) | take(offset.topKind, 2)],
    aid: isChosen ? (aidKinds[take(upper.aid, 3)] ?? 'none') : 'none',
    isElder: above(upper.isElder) === 1,
  }
}
