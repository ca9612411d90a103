import { expect, test } from 'vitest'
import { chooseCounter, type CounterSpot, loadMall, searchMall } from '../../../game/mall/index.ts'
import { catalogue, counter, region, start, tiledMall } from './tiled-mall.ts'

const agencies = catalogue.agencies.map((agency) => ({
  ...agency,
  groups: agency.groups.map((group) => ({
    ...group,
    services: [
      {
        slug: `${agency.slug}-perpanjang`,
        name: { id: `Perpanjang ${agency.slug === 'samsat' ? 'STNK' : 'KTP'}`, en: `Renew ${agency.slug}` },
        requirements: [],
        feeRupiah: 0,
        feeBasis: 'UU',
        duration: { id: '1 hari', en: '1 day' },
        isRemote: true,
      },
    ],
  })),
}))
const mall = loadMall({
  region,
  catalogue: { agencies: [...agencies, { ...agencies[0], slug: 'tanpa-loket', name: 'Tanpa loket', shortName: 'Tanpa', groups: [] }] },
  map: tiledMall(
    ['........', '........', '........'],
    [
      start,
      counter('loket-01', 'disdukcapil', 1),
      counter('loket-02', 'samsat', 3),
      counter('loket-03', 'samsat', 6),
      { kind: 'room', name: 'musala', column: 7, row: 2, properties: { label: 'Musala', labelEn: 'Prayer room', icon: 'prayer' } },
    ],
  ),
})
const find = (query: string, language: 'id' | 'en' = 'id') =>
  searchMall(mall, query, language).map((hit) =>
    hit.kind === 'room' ? hit.room.name[language] : hit.kind === 'agency' ? hit.agency.slug : hit.service.slug,
  )

test('nothing asked: every agency that has a counter, in the order of the catalogue', () => {
  expect(find('')).toEqual(['disdukcapil', 'samsat'])
  expect(find('mau urus apa')).toEqual(['disdukcapil', 'samsat'])
})

test('an agency by its name comes before its services; a service by what it is called', () => {
  expect(find('samsat')).toEqual(['samsat', 'samsat-perpanjang'])
  expect(find('ktp')).toEqual(['disdukcapil-perpanjang'])
  expect(find('zebra')).toEqual([])
})

test('a room is found by its name in either language, also within a sentence', () => {
  expect(find('mau ke musala')).toEqual(['Musala'])
  expect(find('prayer', 'en')).toEqual(['Prayer room'])
})

test('a hit has all counters of its agency; the one to go to is open, then near', () => {
  const [hit] = searchMall(mall, 'samsat', 'id')
  const counters: readonly CounterSpot[] = hit.kind === 'room' ? [] : hit.counters
  const labelOf = (open: readonly string[], x: number | null) =>
    chooseCounter(
      counters,
      open.map((slug) => ({
        counter: `kukar.${slug}`,
        isOpen: true,
        paused: null,
        serving: null,
        servingSince: null,
        stream: { state: 'off', playlist: null },
      })),
      x === null ? null : { x, z: 0, storey: 0 },
    )?.counter.label
  expect(counters.map(({ counter: { label } }) => label)).toEqual(['2', '3'])
  expect(labelOf([], null)).toBe('2')
  expect(labelOf([], 7)).toBe('3')
  expect(labelOf(['loket-02'], 7)).toBe('2')
  expect(chooseCounter([], [], null)).toBeNull()
})
