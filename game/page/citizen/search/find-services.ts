import type { Agency } from '../../../api/index.ts'
import { searchServices, type SearchHit } from '../../../mall/index.ts'
import type { Language } from '../../shared/index.ts'

export type FoundServices = { readonly hits: readonly SearchHit[]; readonly total: number }

const mostShown = 20

/** The services that a question in everyday words means, best first; the first twenty, and how many there are. */
export function findServices(agencies: readonly Agency[], query: string, language: Language): FoundServices {
  const hits = searchServices({ agencies }, query, language)
  return { hits: hits.slice(0, mostShown), total: hits.length }
}
