import type { Agency, Catalogue, Service, ServiceGroup } from '../api/index.ts'
import { everydayWords, fillerWords } from './search-words.ts'

export type SearchHit = {
  readonly agency: Agency
  readonly group: ServiceGroup
  readonly service: Service
  /** Higher fits better; comparable within one search only. */
  readonly score: number
}

type Field = { readonly words: readonly string[]; readonly weight: number }

const longestQuery = 100
const prefixShare = 0.6
const everydayShare = 0.8
const fillerShare = 0.1

/**
 * The services that a question in everyday words is about, best first; among equals the catalogue's order.
 * Every word that matters must begin some word of the service's name, group or agency, in either language, or stand for one
 * (`everydayWords`). Case and accents do not matter. The reader's own language weighs more. An empty question finds nothing.
 */
export function searchServices(catalogue: Catalogue, query: string, language: 'id' | 'en'): SearchHit[] {
  const all = wordsOf(query.slice(0, longestQuery))
  const telling = all.filter((word) => !fillerWords.has(word))
  const wanted = telling.length > 0 ? telling : all
  const fillers = telling.length > 0 ? all.filter((word) => fillerWords.has(word)) : []
  if (wanted.length === 0) return []
  const hits: SearchHit[] = []
  for (const agency of catalogue.agencies) {
    for (const group of agency.groups) {
      for (const service of group.services) {
        const fields = fieldsOf(agency, group, service, language)
        const score = scoreOf(fields, wanted)
        // A filler shuts nothing out, and still tells "sim a" from "sim c".
        if (score > 0) hits.push({ agency, group, service, score: score + fillerShare * sumOf(fields, fillers) })
      }
    }
  }
  return hits.sort((a, b) => b.score - a.score)
}

/** Small letters and digits without accents, cut at everything else. */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}

function fieldsOf(agency: Agency, group: ServiceGroup, service: Service, language: 'id' | 'en'): Field[] {
  const other = language === 'id' ? 'en' : 'id'
  return [
    { words: wordsOf(service.name[language]), weight: 10 },
    { words: wordsOf(service.name[other]), weight: 6 },
    { words: wordsOf(group.name[language]), weight: 4 },
    { words: wordsOf(group.name[other]), weight: 2 },
    { words: wordsOf(`${agency.name} ${agency.shortName}`), weight: 3 },
  ]
}

/** 0 when one of the words is found nowhere. */
function scoreOf(fields: readonly Field[], wanted: readonly string[]): number {
  let total = 0
  for (const word of wanted) {
    let best = scoreOfWord(fields, word)
    for (const meant of Object.hasOwn(everydayWords, word) ? everydayWords[word] : []) {
      best = Math.max(best, scoreOfWord(fields, meant) * (meant === word ? 1 : everydayShare))
    }
    if (best === 0) return 0
    total += best
  }
  return total
}

function sumOf(fields: readonly Field[], words: readonly string[]): number {
  return words.reduce((sum, word) => sum + scoreOfWord(fields, word), 0)
}

/** Sum over the fields, so that a group about the matter lifts its services over a chance mention elsewhere. */
function scoreOfWord(fields: readonly Field[], word: string): number {
  let score = 0
  for (const { words, weight } of fields) {
    if (words.includes(word)) score += weight
    else if (words.some((one) => one.startsWith(word))) score += weight * prefixShare
  }
  return score
}
