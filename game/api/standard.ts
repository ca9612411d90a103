import type { Fee, Localized, ServiceStandard, WorkCalendar } from '../case/index.ts'

/** What of a standard everybody may read: the six published components, and what is needed to apply from here. */
export type PublishedStandard = Omit<ServiceStandard, 'kept'>

/** GET /api/regions/:region/services/:service/standard: the version that holds today. */
export type StandardResponse = PublishedStandard & {
  readonly region: string
  /** Slugs of the agency and of the line of people. */
  readonly agency: string
  readonly group: string
  readonly agencyName: string
  readonly name: Localized
  /** IANA name of the region's zone: its days and times are told in it. */
  readonly timeZone: string
  /** The office day in the region, YYYY-MM-DD: of `feeNow`. */
  readonly today: string
  /** What is to be paid today before anything is answered; null: it depends on the answers, ask `feeAt`. */
  readonly feeNow: Fee | null
  /** The promised time, all steps together; 0: the same day. */
  readonly workingDays: number
  /** When the region's offices work, its holidays from `today` on: by it the promise is reckoned. null: nothing can be sent for this service. */
  readonly calendar: WorkCalendar | null
  /** How many cases each exemption of the tariff has lifted so far, for `feeAt`. */
  readonly exemptionsUsed: Readonly<Record<string, number>>
}

/** GET /api/officer/standards/:service?region=…: everything, every version, oldest first. For officers of the agency and administrators. */
export type OfficerStandardResponse = {
  readonly region: string
  readonly agency: string
  readonly name: Localized
  /** The number of the version that holds today. */
  readonly current: number
  readonly versions: readonly ServiceStandard[]
}
