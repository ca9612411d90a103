import type { Condition } from './condition.ts'
import type { Localized } from './localized.ts'
import type { Form } from '../form/form.ts'

/**
 * What an agency promises for one service: the fourteen components of UU 25/2009 article 21 (Permen PANRB 15/2014), six published to everybody, eight kept by the agency.
 * Data of a catalogue, versioned: a case is handled by the version under which it was submitted.
 */
export type ServiceStandard = {
  /** The service's slug, unique in a region. */
  readonly service: string
  /** From 1; a change of anything here is a new version. */
  readonly version: number
  /** YYYY-MM-DD, in the region's time zone. */
  readonly validFrom: string
  readonly requirements: readonly Requirement[]
  /** The procedure, in order; at least one. Working days add up to the promised time. */
  readonly steps: readonly Step[]
  readonly tariff: Tariff
  readonly product: Product
  /** Where complaints, suggestions and input go. */
  readonly complaints: Localized
  /** null: written out with the published components only. */
  readonly kept: KeptComponents | null
  /** What is asked; null where the service begins at a counter. */
  readonly form: Form | null
  /** Why somebody has to come themselves ("sidik jari dan foto"); null: nobody has to. */
  readonly body: Localized | null
  /** What can be done from here: `prepare` papers and queue place, `apply` for it, `all` until the document. */
  readonly remote: 'prepare' | 'apply' | 'all'
  /** `specific`: health, biometric, criminal-record, children's or personal-finance data (UU PDP 27/2022 article 4). */
  readonly dataClass: 'general' | 'specific'
}

export type Requirement = {
  /** Unique in the standard. */
  readonly slug: string
  /** The kind of paper, the same in every agency (`ktp-el`, `kk`, `akta-lahir`): what is kept once is found again by it. */
  readonly paper: string
  readonly name: Localized
  /** Whose paper, when it is not the applicant's. */
  readonly of?: Localized
  readonly when?: Condition
  readonly isOptional?: boolean
  /** A paper that ends: its date is asked. */
  readonly hasExpiry?: boolean
  readonly mostPages?: number
}
export type Step = {
  readonly slug: string
  readonly name: Localized
  /** Promised, 0: the same day. */
  readonly workingDays: number
  readonly role: CaseRole
}
/** Who may do what with a case is `roleActions` in `flow`. */
export type CaseRole = 'front' | 'verifier' | 'approver'

export type Tariff = {
  /** The first whose dates and condition hold is the fee. */
  readonly items: readonly TariffItem[]
  readonly exemptions: readonly Exemption[]
}
export type TariffItem = {
  readonly slug: string
  readonly name: Localized
  /** 0 is free; null: not a fixed amount, `note` says how it is reckoned. */
  readonly rupiah: number | null
  readonly note?: Localized
  /** The regulation: "PP 45/2024". */
  readonly basis: string
  readonly validFrom: string
  /** The last day; missing: until replaced. */
  readonly validUntil?: string
  readonly when?: Condition
}
export type Exemption = {
  readonly slug: string
  readonly name: Localized
  readonly basis: string
  /** First and last day. */
  readonly from: string
  readonly until: string
  /** How many cases; null: any number. */
  readonly quota: number | null
  readonly when?: Condition
}
/** `digital`: a file; `self-print`: on white A4 80 g; `card`: collected. */
export type Product = { readonly name: Localized; readonly kind: 'digital' | 'self-print' | 'card' }

export type KeptComponents = {
  readonly legalBasis: readonly string[]
  readonly facilities: Localized
  readonly competence: Localized
  readonly supervision: Localized
  readonly staff: number
  readonly guarantee: Localized
  readonly security: Localized
  readonly evaluation: Localized
}
