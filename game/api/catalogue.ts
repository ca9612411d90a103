/** A text in every language of the interface. */
export type Localized = { readonly id: string; readonly en: string }

/** The six wings of every mall; each has one colour and one pictogram. */
export type WingSlug = 'kependudukan' | 'pajak' | 'kesehatan' | 'usaha' | 'sosial' | 'perbankan'

export type Theme = 'kutai' | 'jabar' | 'kendari' | 'plain'

/** A region that runs a mall. Data, not code: a new region is a new row. */
export type Region = {
  /** `kukar`, `jabar-bandung-kota`, `kendari`: unique, in URLs. */
  readonly slug: string
  readonly name: string
  /** For grouping in the list: "Kalimantan Timur", "Jawa Barat", "Sulawesi Tenggara". */
  readonly province: string
  /** IANA name; the office day starts at midnight there. */
  readonly timeZone: string
  readonly theme: Theme
  /** File name in `assets/maps`, without ending. */
  readonly map: string
  /** File name in `assets/catalogue`, without ending. */
  readonly catalogue: string
  /** True where the tenants and services are made up for demonstration. */
  readonly isDemo: boolean
}

export type Catalogue = {
  readonly agencies: readonly Agency[]
}

export type Agency = {
  readonly slug: string
  readonly name: string
  /** At most 14 characters: it stands on the counter's sign. */
  readonly shortName: string
  readonly wing: WingSlug
  /** The days on which it is at the mall, 0 = Sunday; without it the days of the mall. */
  readonly weekdays?: readonly number[]
  readonly groups: readonly ServiceGroup[]
}

/** One line of people: services that the same officers handle in one order. */
export type ServiceGroup = {
  /** Unique in the region. */
  readonly slug: string
  /** A to ZZ, unique in the region: the letters of the ticket number. */
  readonly prefix: string
  readonly name: Localized
  readonly services: readonly Service[]
}

export type Service = {
  /** Unique in the region. */
  readonly slug: string
  readonly name: Localized
  /** The papers to bring or upload, in everyday words. */
  readonly requirements: readonly Localized[]
  /** The official tariff in rupiah; 0 is free; null when it depends on the case (then `feeNote` says how). */
  readonly feeRupiah: number | null
  readonly feeNote?: Localized
  /** The regulation that sets the fee. */
  readonly feeBasis: string
  /** Promised completion, in everyday words: "1 hari kerja". */
  readonly duration: Localized
  /** True when everything can be done from here, without the body. */
  readonly isRemote: boolean
}
