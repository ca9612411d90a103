import { personColours } from './palette.ts'

/**
 * How a person looks, packed in 32 bits that travel with the avatar:
 * skin 3 bits, top colour 4, bottom colour 4, head kind 3, head colour 3, bottom kind 2, top kind 2; the rest is 0.
 * Every unsigned number unpacks to a look that can be drawn: what is out of range wraps round.
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
}

export const headKinds = ['short', 'long', 'hijab', 'peci', 'bun', 'caping'] as const
export type HeadKind = (typeof headKinds)[number]

export const bottomKinds = ['trousers', 'skirt'] as const
export type BottomKind = (typeof bottomKinds)[number]

export const topKinds = ['shirt', 'batik'] as const
export type TopKind = (typeof topKinds)[number]

/** Six tones, from light to dark. */
export const skinTones: readonly string[] = personColours.skin
/** Sixteen colours for shirts, trousers and skirts. */
export const clothColours: readonly string[] = personColours.cloth
/** Eight for hair. */
export const hairColours: readonly string[] = personColours.hair
/** Eight for a hijab. */
export const hijabColours: readonly string[] = personColours.hijab
/** Eight for peci and songkok. */
export const peciColours: readonly string[] = personColours.peci
/** Eight tones of straw. */
export const strawColours: readonly string[] = personColours.straw

export function headColoursOf(kind: HeadKind): readonly string[] {
  if (kind === 'hijab') return hijabColours
  if (kind === 'peci') return peciColours
  if (kind === 'caping') return strawColours
  return hairColours
}

const offset = { skin: 0, top: 3, bottom: 7, head: 11, headColour: 14, bottomKind: 17, topKind: 19 } as const

/** An unsigned 32-bit number. Throws a TypeError when an index is outside its table. */
export function packLook(look: Look): number {
  const put = (name: keyof typeof offset, index: number, count: number): number => {
    if (!(Number.isInteger(index) && index >= 0 && index < count))
      throw new TypeError(`look.${name} must be one of the ${count} known, got ${String(look[name])}`)
    return index << offset[name]
  }
  return (
    (put('skin', look.skin, skinTones.length) |
      put('top', look.top, clothColours.length) |
      put('bottom', look.bottom, clothColours.length) |
      put('head', headKinds.indexOf(look.head), headKinds.length) |
      put('headColour', look.headColour, headColoursOf(look.head)?.length ?? 0) |
      put('bottomKind', bottomKinds.indexOf(look.bottomKind), bottomKinds.length) |
      put('topKind', topKinds.indexOf(look.topKind), topKinds.length)) >>>
    0
  )
}

export function unpackLook(packed: number): Look {
  const take = (name: keyof typeof offset, bits: number, count: number): number => ((packed >>> offset[name]) & ((1 << bits) - 1)) % count
  const head = headKinds[take('head', 3, headKinds.length)]
  return {
    skin: take('skin', 3, skinTones.length),
    top: take('top', 4, clothColours.length),
    bottom: take('bottom', 4, clothColours.length),
    head,
    headColour: take('headColour', 3, headColoursOf(head).length),
    bottomKind: bottomKinds[take('bottomKind', 2, bottomKinds.length)],
    topKind: topKinds[take('topKind', 2, topKinds.length)],
  }
}

/** One layer of a person: the frame is `person/<layer>/<variant>/<direction>/<pose>`, multiplied by the tint (0xRRGGBB). */
export type LookLayer = { readonly layer: 'body' | 'top' | 'skin' | 'hair'; readonly variant: string; readonly tint: number }

const tintOf = (colour: string): number => Number.parseInt(colour.slice(1), 16)

/** The four layers from back to front. */
export function lookLayers(look: Look): readonly LookLayer[] {
  return [
    { layer: 'body', variant: look.bottomKind, tint: tintOf(clothColours[look.bottom]) },
    { layer: 'top', variant: look.topKind, tint: tintOf(clothColours[look.top]) },
    { layer: 'skin', variant: 'plain', tint: tintOf(skinTones[look.skin]) },
    { layer: 'hair', variant: look.head, tint: tintOf(headColoursOf(look.head)[look.headColour]) },
  ]
}
