/** What an administrator may set; the values are defaults of this product and no regulation's. */
export type CasePolicy = {
  /** Working hours without an action of the holder after which a colleague may take a case over. */
  readonly takeOverHours: number
  /** For so many days after a product was issued, another case for the same service is warned of. */
  readonly duplicateDays: number
  /** A first contact counts when the submission follows within so many hours: papers take long in a blank spot, but nobody claims a week ahead. */
  readonly claimHours: number
}

export const defaultCasePolicy: CasePolicy = { takeOverHours: 8, duplicateDays: 30, claimHours: 72 }
