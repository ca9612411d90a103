/** Where something issued is handed over. */
export const pickupLanes = ['desk', 'drive-thru', 'mini-mall'] as const
export type PickupLane = (typeof pickupLanes)[number]

/** `digital`: a file; `self-print`: on white A4 80 g; `card`: collected. The same words as in a standard's product. */
export type ProductKind = 'digital' | 'self-print' | 'card'

/** Who came. Both were seen by the officer; a NIK is kept masked. */
export type Collector =
  | { readonly kind: 'holder'; readonly nikMasked: string }
  | {
      readonly kind: 'proxy'
      readonly nikMasked: string
      /** The power of attorney in the paper vault. */
      readonly authority: string
    }

/** What happened to the documents of one case, in the order in which it happened. No names, no texts. */
export type DocumentEvent = { readonly atMs: number; readonly document: string } & (
  | {
      readonly type: 'issued'
      readonly number: string
      readonly kind: ProductKind
      /** Keyed hash of what is written on it: tells that a text is the same, and nothing else. */
      readonly textHash: string
    }
  | { readonly type: 'superseded'; readonly by: string }
  | { readonly type: 'revoked'; readonly reason: string; readonly officer: string }
  /** Keyed hash of the code that was given out; it replaces the one before. */
  | { readonly type: 'code-made'; readonly codeHash: string; readonly round: number }
  | { readonly type: 'pin-set'; readonly pinHash: string }
  | { readonly type: 'pin-failed' }
  | { readonly type: 'printed'; readonly where: 'kiosk'; readonly codeHash: string }
  | {
      readonly type: 'handed-over'
      readonly officer: string
      readonly lane: PickupLane
      readonly collector: Collector
      /** Whether a code was shown; without one the number and a card opened the drawer. */
      readonly isByCode: boolean
    }
)
