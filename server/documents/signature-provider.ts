/**
 * Somebody who certifies signatures, such as BSrE (PP 71/2019 article 60). An install without a contract has none, and its documents say so.
 */
export interface SignatureProvider {
  /** As it is named on the document: "BSrE". */
  readonly name: string
  /**
   * Signs a PDF and returns the bytes with the signature in them, to be kept and sealed as they are.
   * @throws when it cannot sign now: the document is not issued then, and is tried again
   */
  sign(pdf: Uint8Array, about: { readonly number: string; readonly region: string; readonly agency: string }): Promise<Uint8Array>
}
