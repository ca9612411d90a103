import type { PickupLane, ProductKind } from './document-event.ts'

/** Who stands at the counter, and what the officer has seen of them. */
export type ShownIdentity =
  /** The holder: the last four digits that the officer reads from the card. */
  | { readonly kind: 'holder'; readonly nikEnd: string; readonly isNameChecked: boolean }
  | {
      readonly kind: 'proxy'
      readonly nikMasked: string
      /** The power of attorney, kept as a paper of the holder; null: none was kept. */
      readonly authority: string | null
    }

export type DocumentCommand = { readonly atMs: number; readonly document: string } & (
  | { readonly type: 'issue'; readonly number: string; readonly kind: ProductKind; readonly textHash: string }
  | { readonly type: 'revoke'; readonly reason: string; readonly officer: string }
  /** `codeHash` of the code of round `rounds + 1`. */
  | { readonly type: 'make-code'; readonly codeHash: (round: number) => string }
  | { readonly type: 'set-pin'; readonly pin: string; readonly pinHash: string }
  | { readonly type: 'print'; readonly codeHash: string; readonly pinHash: string }
  | {
      readonly type: 'hand-over'
      readonly officer: string
      readonly lane: PickupLane
      /** null: no code was shown, the document was named by its number. */
      readonly codeHash: string | null
      /** `6402••••••••0001`, of the holder. */
      readonly holderNikMasked: string
      readonly shown: ShownIdentity
    }
)
