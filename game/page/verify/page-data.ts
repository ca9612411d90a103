import type { Theme, VerifyResponse } from '../../api/index.ts'
import type { Language, Messages } from '../shared/index.ts'

/** All that the page is made of; the server fills it for every request. */
export type VerifyPageData = {
  readonly language: Language
  /** What became of the code in the address; null on `/cek`. */
  readonly answer: VerifyResponse | null
  /** The look of the region that issued it. */
  readonly theme: Theme
  /** Path and query of the request. */
  readonly url: string
}
/** What the script in the browser starts from. */
export type VerifySeed = VerifyPageData & { readonly messages: Messages }

const seedId = 'page-seed'

/** The seed as a block of data in HTML; `<` is written so that no text can end the block. */
export function seedBlock(seed: VerifySeed): string {
  return `<script type="application/json" id="${seedId}">${JSON.stringify(seed).replace(/</g, '\\u003c')}</script>`
}

/** Reads the seed that the server wrote; null on a page that was not filled. */
export function readSeed(document: Document): VerifySeed | null {
  return JSON.parse(document.getElementById(seedId)?.textContent ?? 'null') as VerifySeed | null
}
