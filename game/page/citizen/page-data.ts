import type { Agency, ConfigResponse, CounterPlace, QueueSummary, Region } from '../../api/index.ts'
import type { Language, Messages } from '../shared/index.ts'

/** All that the citizen's page is made of; the server fills it for every request. */
export type CitizenPageData = {
  readonly language: Language
  readonly regions: readonly Region[]
  /** The region of `/:region`; null on `/`. */
  readonly region: Region | null
  /** Of that region; null on `/`. */
  readonly catalogue: { readonly agencies: readonly Agency[]; readonly counters: readonly CounterPlace[] } | null
  /** Today's queue of that region; null when it is not known yet. */
  readonly queue: QueueSummary | null
  readonly config: ConfigResponse
  /** Path and query of the request: `/kukar?cari=ktp`. */
  readonly url: string
}

/** What the script in the browser starts from. The catalogue is not in it: the page shows it already, and it is fetched when asked for. */
export type PageSeed = {
  readonly language: Language
  readonly region: Region | null
  readonly config: ConfigResponse
  /** Without the sentences that only the server writes (`page.…`), and without those of the sheets, which come with them. */
  readonly messages: Messages
}

const seedId = 'page-seed'

/** The seed as a block of data in HTML; `<` is written so that no text can end the block. */
export function seedBlock(seed: PageSeed): string {
  return `<script type="application/json" id="${seedId}">${JSON.stringify(seed).replace(/</g, '\\u003c')}</script>`
}

/** Reads the seed that the server wrote. */
export function readSeed(document: Document): PageSeed {
  return JSON.parse(document.getElementById(seedId)?.textContent ?? 'null') as PageSeed
}
