import type { PaymentMethod } from '../../game/case/index.ts'

/** Money that a provider has received. */
export type ProviderNotice = {
  /** The provider's own id of this money. */
  readonly providerId: string
  readonly reference: string
  /** Whole rupiah. */
  readonly rupiah: number
}

/** Who takes the money: a bank, the state's billing system, a QRIS acquirer. Money goes from the payer to the treasury and through nobody's hands. */
export interface PaymentProvider {
  /** For people: "Bank Kaltimtara". */
  readonly name: string
  /** True where no money moves; every screen says so. */
  readonly isSimulator: boolean
  /** `qr` is the text of a QRIS code, null for the other ways. Makes a reference for exactly this amount. `payment` and `attempt` name it: asked again with both, the provider answers the same one. @throws when it does not answer */
  createReference(order: {
    readonly payment: string
    readonly attempt: number
    readonly rupiah: number
    readonly method: PaymentMethod
    readonly atMs: number
  }): Promise<{ readonly reference: string; readonly qr: string | null; readonly expiresAtMs: number }>
  /**
   * Checks the signature and reads what the provider sent.
   * @param body exactly as it came, before any parsing
   * @throws CodedError signature-wrong, notice-stale, bad-request
   */
  readNotice(body: string, signature: string | undefined, nowMs: number): ProviderNotice
  /** Gives money back to who paid it. Asked again with the same `payment`, it is given back once. @throws when it does not answer */
  refund(order: { readonly payment: string; readonly providerId: string; readonly rupiah: number; readonly reason: string }): Promise<void>
}
