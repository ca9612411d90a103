import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Catalogue, Region } from '../../game/api/index.ts'
import { wingSlugs } from '../../game/mall/index.ts'

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../assets/catalogue/${name}.json`, import.meta.url), 'utf8'))
const regions = read('regions') as Region[]
const doubles = (list: readonly string[]) => list.filter((one, i) => list.indexOf(one) !== i)
const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/
/** Every object with exactly the two languages in it, found anywhere. */
const isBoth = (text: unknown) => {
  const { id, en, ...rest } = text as Record<string, string>
  return Boolean(id?.trim() && en?.trim()) && Object.keys(rest).length === 0
}

describe('regions.json', () => {
  test('Kukar, the 27 regencies and cities of Jawa Barat, and Kendari, each with a slug of its own, all marked as demonstration', () => {
    expect(doubles(regions.map((region) => region.slug))).toEqual([])
    expect(regions.filter((region) => !slug.test(region.slug))).toEqual([])
    const jabar = regions.filter((region) => region.province === 'Jawa Barat')
    expect([regions.length, jabar.length, jabar.filter((region) => region.slug.startsWith('jabar-kota-')).length]).toEqual([29, 27, 9])
    expect(regions.filter((region) => !region.isDemo)).toEqual([])
  })

  test('time zones are ones that the runtime knows, and the catalogues exist', () => {
    for (const region of regions) {
      expect(() => new Intl.DateTimeFormat('en', { timeZone: region.timeZone })).not.toThrow()
      expect(['kukar', 'plain']).toContain(region.catalogue)
    }
    expect(regions.filter((region) => ['kukar', 'kendari'].includes(region.slug)).map((region) => region.timeZone)).toEqual([
      'Asia/Makassar',
      'Asia/Makassar',
    ])
  })
})

describe.each([
  { name: 'kukar', agencies: 28, services: [430, 430] },
  { name: 'plain', agencies: 12, services: [40, 50] },
])('$name.json', ({ name, agencies: count, services: [least, most] }) => {
  const { agencies } = read(name) as Catalogue
  const groups = agencies.flatMap((agency) => agency.groups)
  const services = groups.flatMap((group) => group.services)

  test(`has ${count} agencies and ${least} to ${most} services`, () => {
    expect(agencies).toHaveLength(count)
    expect(services.length).toBeGreaterThanOrEqual(least)
    expect(services.length).toBeLessThanOrEqual(most)
  })

  test('slugs and prefixes are unique and well formed', () => {
    for (const list of [agencies, groups, services]) {
      expect(doubles(list.map((one) => one.slug))).toEqual([])
      expect(list.filter((one) => !slug.test(one.slug) || one.slug.length > 64)).toEqual([])
    }
    expect(doubles(groups.map((group) => group.prefix))).toEqual([])
    expect(groups.filter((group) => !/^[A-Z]{1,2}$/.test(group.prefix))).toEqual([])
  })

  test('names fit on a sign, wings exist, each agency has one to three groups and each group a service', () => {
    for (const agency of agencies) {
      expect([...agency.shortName].length, agency.slug).toBeLessThanOrEqual(14)
      expect(wingSlugs).toContain(agency.wing)
      expect([1, 2, 3]).toContain(agency.groups.length)
    }
    expect(groups.filter((group) => group.services.length === 0)).toEqual([])
  })

  test('every text is there in both languages', () => {
    for (const group of groups) expect(isBoth(group.name), group.slug).toBe(true)
    for (const service of services) {
      const texts = [service.name, service.duration, ...service.requirements, ...(service.feeNote ? [service.feeNote] : [])]
      expect(
        texts.filter((text) => !isBoth(text)),
        service.slug,
      ).toEqual([])
      expect(service.requirements.length, service.slug).toBeGreaterThan(0)
    }
  })

  test('a fee is whole rupiah with its regulation; without a fee a note says how it is found', () => {
    for (const service of services) {
      expect(service.feeBasis, service.slug).toMatch(/^(UU|PP|Perpres) \d+\/\d{4}/)
      if (service.feeRupiah === null) expect(service.feeNote, service.slug).toBeDefined()
      else expect(Number.isInteger(service.feeRupiah) && service.feeRupiah >= 0, service.slug).toBe(true)
    }
  })

  test('the fees that the regulations name', () => {
    const feeOf = (wanted: string) => services.find((service) => service.slug === wanted)?.feeRupiah
    const population = agencies.find((agency) => agency.slug === 'disdukcapil')!.groups.flatMap((group) => group.services)
    expect(population.filter((service) => service.feeRupiah !== 0 || service.feeBasis !== 'UU 24/2013 pasal 79A')).toEqual([])
    const fees = [
      'sim-a-baru',
      'sim-a-panjang',
      'sim-c-baru',
      'sim-c-panjang',
      'paspor-5',
      'paspor-10',
      'paspor-el-5',
      'paspor-el-10',
      'nikah-kua',
      'nikah-luar',
    ]
    expect(fees.map(feeOf)).toEqual([120_000, 80_000, 100_000, 75_000, 350_000, 650_000, 650_000, 950_000, 0, 600_000])
  })
})
