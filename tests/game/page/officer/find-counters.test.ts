import { describe, expect, it } from 'vitest'
import { findCounters, regionsOf, type CounterRow } from '../../../../game/page/officer/app/find-counters.ts'

const row = (region: string, regionName: string, label: string, agencyName: string): CounterRow => ({
  id: `${region}.loket-${label}`,
  region,
  regionName,
  label,
  agency: agencyName.toLowerCase(),
  agencyName,
  openBy: null,
})
const counters = [
  row('kukar', 'Kutai Kartanegara', '1', 'Disdukcapil'),
  row('kukar', 'Kutai Kartanegara', '11', 'Samsat'),
  row('jabar-bogor', 'Kabupaten Bogor', '1', 'Disdukcapil'),
]
const found = (query: string, region: string | null = null) =>
  findCounters(counters, { query, region }).flatMap((group) => group.counters.map(({ id }) => id))

describe('the search for a counter', () => {
  it('finds by every word, in any order and case, of region, sign and agency', () => {
    expect(found('DISDUK kutai')).toEqual(['kukar.loket-1'])
    expect(found('')).toHaveLength(3)
    expect(found('kutai bogor')).toEqual([])
  })

  it('takes a number for a whole number: 1 is not 11', () => {
    expect(found('loket 1')).toEqual(['kukar.loket-1', 'jabar-bogor.loket-1'])
    expect(found('11')).toEqual(['kukar.loket-11'])
  })

  it('keeps to the chosen region and groups by region in the order of the list', () => {
    expect(found('1', 'jabar-bogor')).toEqual(['jabar-bogor.loket-1'])
    expect(findCounters(counters, { query: '', region: null }).map(({ regionName }) => regionName)).toEqual([
      'Kutai Kartanegara',
      'Kabupaten Bogor',
    ])
    expect(regionsOf(counters).map(({ slug }) => slug)).toEqual(['kukar', 'jabar-bogor'])
  })
})
