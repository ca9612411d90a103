import type { CasePolicy, ServiceStandard } from '../../game/case/index.ts'
import type { Audit } from '../audit/index.ts'
import type { DocumentService } from '../documents/index.ts'
import type { PaperVault } from '../papers/index.ts'
import type { PaymentService } from '../payment/index.ts'
import type { Store } from '../store/index.ts'
import type { CaseStore } from './case-log.ts'

/** What the catalogue says of services. */
export type CaseCatalogue = {
  region(slug: string): unknown
  agencies(region: string): readonly {
    readonly slug: string
    readonly groups: readonly { readonly services: readonly { readonly slug: string }[] }[]
  }[]
  /** Without a version the one that holds now; null: there is none. */
  standard(region: string, service: string, version?: number): ServiceStandard | null
}

export type CaseOptions = {
  readonly store: CaseStore &
    Pick<Store, 'settings' | 'putSetting' | 'listStreams' | 'findOfficer' | 'findCitizen' | 'findTicket' | 'putRecord'>
  /** Milliseconds since 1970. */
  readonly clock: () => number
  /** Of the install, 32 bytes or more. */
  readonly secret: Uint8Array
  readonly log: (fields: Readonly<Record<string, unknown>>, message: string) => void
  readonly malls: CaseCatalogue
  readonly papers: PaperVault
  readonly documents: DocumentService
  readonly payments: PaymentService
  readonly audit: Audit
  /** Minutes that a region is ahead of UTC at an instant. */
  readonly offsetOf: (region: string, atMs: number) => number
  /** From 0 to below 1, not to be foreseen; left out: the machine's own. */
  readonly random?: () => number
  readonly policy?: CasePolicy
}

/** The agency that a service belongs to; null when the region has no such service. */
export function agencyOf(malls: CaseCatalogue, region: string, service: string): string | null {
  const agency = malls.agencies(region).find(({ groups }) => groups.some(({ services }) => services.some(({ slug }) => slug === service)))
  return agency?.slug ?? null
}

/** The standard of a case's version; of one that is no longer kept, what holds now. */
export function standardOf(malls: CaseCatalogue, of: { region: string; service: string; version: number }): ServiceStandard | null {
  return malls.standard(of.region, of.service, of.version) ?? malls.standard(of.region, of.service)
}
