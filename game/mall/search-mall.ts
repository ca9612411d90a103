import type { Agency, Service, ServiceGroup } from '../api/index.ts'
import type { Mall } from './mall.ts'
import { searchServices, wordsOf } from './search-services.ts'
import { fillerWords } from './search-words.ts'
import type { CounterSpot, RoomSpot } from './spots.ts'

/** Something in the mall that a question leads to. `counters` are those of the agency, in the map's order: never none. */
export type MallHit =
  | { readonly kind: 'agency'; readonly agency: Agency; readonly counters: readonly CounterSpot[] }
  | {
      readonly kind: 'service'
      readonly agency: Agency
      readonly group: ServiceGroup
      readonly service: Service
      readonly counters: readonly CounterSpot[]
    }
  | { readonly kind: 'room'; readonly room: RoomSpot }

/**
 * What a question in everyday words leads to in this mall: rooms and agencies that are called so, then services, best first. An empty
 * question gives every agency that has a counter. Words that say nothing ("mau ke") shut nothing out.
 */
export function searchMall(mall: Mall, query: string, language: 'id' | 'en'): MallHit[] {
  const countersOf = (agency: Agency): CounterSpot[] =>
    mall.spots.filter((spot): spot is CounterSpot => spot.kind === 'counter' && spot.counter.agency === agency.slug)
  const words = wordsOf(query).filter((word) => !fillerWords.has(word))
  const isCalledSo = (...names: readonly string[]): boolean => {
    const own = wordsOf(names.join(' '))
    return words.every((word) => own.some((one) => one.startsWith(word)))
  }
  const rooms = mall.spots.filter(
    (spot): spot is RoomSpot => spot.kind === 'room' && words.length > 0 && isCalledSo(spot.name.id, spot.name.en),
  )
  const agencies = mall.catalogue.agencies.filter((agency) => isCalledSo(agency.name, agency.shortName))
  return [
    ...rooms.map((room): MallHit => ({ kind: 'room', room })),
    ...agencies.map((agency): MallHit => ({ kind: 'agency', agency, counters: countersOf(agency) })),
    ...searchServices(mall.catalogue, query, language).map(
      ({ agency, group, service }): MallHit => ({ kind: 'service', agency, group, service, counters: countersOf(agency) }),
    ),
  ].filter((hit) => hit.kind === 'room' || hit.counters.length > 0)
}
