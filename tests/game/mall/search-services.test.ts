import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Catalogue } from '../../../game/api/index.ts'
import { findGroups, searchServices } from '../../../game/mall/index.ts'

const catalogue = JSON.parse(readFileSync(new URL('../../../assets/catalogue/kukar.json', import.meta.url), 'utf8')) as Catalogue
const find = (query: string, language: 'id' | 'en' = 'id') => searchServices(catalogue, query, language).map((hit) => hit.service.slug)

test.each([
  ['ktp', 'id', 'ktp-el-baru'],
  ['sim', 'id', 'sim-a-baru'],
  ['sim c', 'id', 'sim-c-baru'],
  ['nikah', 'id', 'nikah-kua'],
  ['kawin', 'id', 'nikah-kua'],
  ['paspor', 'id', 'paspor-5'],
  ['Saya mau bikin akte anak', 'id', 'akta-lahir'],
  ['pajak motor', 'id', 'pkb-tahunan'],
  ['pasang listrik', 'id', 'pln-baru'],
  ['kartu kuning', 'id', 'ak1'],
  ['lost passport', 'en', 'paspor-hilang'],
  ['driving license', 'en', 'sim-a-baru'],
  ['wedding', 'en', 'nikah-kua'],
  ['paspor', 'en', 'paspor-5'],
] as const)('everyday words: "%s" (%s) finds %s first', (query, language, slug) => {
  expect(find(query, language)[0]).toBe(slug)
})

test('case, accents and punctuation do not matter', () => {
  expect(find('  PÁSPOR—elektronik! ')).toEqual(find('paspor elektronik'))
  expect(find('paspor elektronik').slice(0, 2)).toEqual(['paspor-el-5', 'paspor-el-10'])
})

test('every word must begin a word: each one more narrows the list', () => {
  expect(find('perpan sim')).toEqual(['sim-a-panjang', 'sim-c-panjang'])
  expect(find('perpan sim zebra')).toEqual([])
  expect(find('perpan').length).toBeGreaterThan(2)
})

test('the small word that tells "sim a" from "sim c" counts', () => {
  expect(find('sim a').slice(0, 2).sort()).toEqual(['sim-a-baru', 'sim-a-panjang'])
})

test('nothing, blanks, and names that objects are born with find nothing', () => {
  for (const query of ['', '   ', '?!', 'constructor', '__proto__', 'toString']) expect(find(query)).toEqual([])
})

test('every service is among the first three for its own name, in both languages', () => {
  const lost = findGroups(catalogue)
    .flatMap(({ group }) => group.services)
    .flatMap((service) =>
      (['id', 'en'] as const)
        .filter((language) => !find(service.name[language], language).slice(0, 3).includes(service.slug))
        .map((language) => `${service.slug} ${language}`),
    )
  expect(lost).toEqual([])
})
