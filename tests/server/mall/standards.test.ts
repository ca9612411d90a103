import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkStandard, type ServiceStandard } from '../../../game/case/index.ts'
import { loadMalls, type Malls } from '../../../server/mall/index.ts'

const assets = mkdtempSync(join(tmpdir(), 'balai-assets-'))
const file = join(assets, 'catalogue/standards/kukar/disnaker.json')
const written = readFileSync('assets/catalogue/standards/kukar/disnaker.json', 'utf8')
const at = (day: string) => () => Date.parse(`${day}T04:00:00Z`)
let malls: Malls

beforeAll(() => {
  for (const folder of ['catalogue', 'maps']) cpSync(join('assets', folder), join(assets, folder), { recursive: true })
  malls = loadMalls(assets, at('2026-11-22')).malls
})
afterAll(() => rmSync(assets, { recursive: true, force: true }))

type File = { agency: string; isDemo: boolean; standards: Record<string, unknown>[] }
/** What the loader says of the file after a change. */
function refusalOf(change: (content: File) => void): string {
  const content = JSON.parse(written) as File
  change(content)
  writeFileSync(file, JSON.stringify(content))
  try {
    loadMalls(assets)
    return 'loaded'
  } catch (error) {
    expect(error).toBeInstanceOf(TypeError)
    return (error as Error).message
  } finally {
    writeFileSync(file, written)
  }
}

describe('the standards of a region', () => {
  test('every service of every region has one that can be used, and its home', () => {
    let count = 0
    for (const { slug } of malls.regions) {
      for (const agency of malls.agencies(slug)) {
        for (const group of agency.groups) {
          for (const { slug: service } of group.services) {
            count++
            const standard = malls.standard(slug, service) as ServiceStandard
            expect(checkStandard(standard), `${slug}/${service}`).toEqual([])
            const home = malls.serviceHome(slug, service)
            expect([home?.agency.slug, home?.group.slug, home?.service.slug]).toEqual([agency.slug, group.slug, service])
          }
        }
      }
    }
    expect(count).toBeGreaterThan(1500)
  })

  test('the version of today holds; each other one is found by its number', () => {
    const days = ['2025-01-01', '2026-06-30', '2026-07-01']
    const versions = days.map((day) => loadMalls(assets, at(day)).malls.standard('kukar', 'ak1')?.version)
    expect(versions).toEqual([1, 1, 2])
    expect([1, 2, 3].map((version) => malls.standard('kukar', 'ak1', version)?.version ?? null)).toEqual([1, 2, null])
    expect(malls.standardVersions('kukar', 'ak1').map(({ version }) => version)).toEqual([1, 2])
  })

  test("the day is the region's own: Makassar is a day ahead when it is evening in London", () => {
    const evening = () => Date.parse('2026-06-30T16:30:00Z')
    const { malls: late } = loadMalls(assets, evening)
    expect(late.standard('kukar', 'ak1')?.version).toBe(2)
    expect(loadMalls(assets, () => Date.parse('2026-06-30T15:30:00Z')).malls.standard('kukar', 'ak1')?.version).toBe(1)
  })

  test('unknown regions and services have none', () => {
    expect([malls.standard('atlantis', 'ak1'), malls.standard('kukar', 'terbang'), malls.serviceHome('kukar', 'terbang')]).toEqual([
      null,
      null,
      null,
    ])
    expect(malls.standardVersions('kukar', 'terbang')).toEqual([])
  })

  test('a region without written standards gets them from its list, with the same kinds of paper and a short form', () => {
    const [first] = malls.regions.filter(({ catalogue }) => catalogue === 'plain')
    const services = malls.agencies(first.slug).flatMap((agency) => agency.groups.flatMap((group) => group.services))
    const kinds = new Set<string>()
    for (const service of services) {
      const standard = malls.standard(first.slug, service.slug) as ServiceStandard
      expect([standard.kept, standard.remote], service.slug).toEqual([null, service.isRemote ? 'all' : 'prepare'])
      expect(standard.form !== null, service.slug).toBe(service.isRemote)
      expect(standard.tariff.items[0]).toMatchObject({ rupiah: service.feeRupiah, basis: service.feeBasis })
      for (const { paper } of standard.requirements) kinds.add(paper)
      // What is told and not photographed is asked in the form.
      const asked = Object.values(standard.form?.properties ?? {}).map((field) => field['x-title'].id)
      const named = [...asked, ...standard.requirements.map(({ name }) => name.id)]
      expect(
        service.requirements.filter(({ id }) => !named.includes(id)),
        service.slug,
      ).toEqual([])
    }
    expect([...kinds]).toEqual(expect.arrayContaining(['ktp-el', 'kk', 'akta-lahir', 'npwp', 'surat-hilang']))
    const complaint = malls.standard(first.slug, services.find(({ slug }) => slug === 'pln-aduan')?.slug ?? '')
    expect(complaint?.form?.properties['isian-1']['x-title'].id).toBe('Nomor pelanggan atau nomor meter')
    expect(complaint?.requirements).toEqual([])
  })
})

describe('a file that cannot be used stops the start, and says where, what and how to mend it', () => {
  test('the file as it is can be used', () => {
    expect(refusalOf(() => undefined)).toBe('loaded')
  })

  test.each<[string, (content: File) => void, readonly string[]]>([
    ['a wrong kind', (content) => (content.standards[0].validFrom = 'kemarin'), ['disnaker.json', 'standards[0].validFrom']],
    ['a misspelt key', (content) => (content.standards[0].biaya = 0), ['disnaker.json', 'standards[0]', 'biaya']],
    ['a missing component', (content) => delete content.standards[0].complaints, ['disnaker.json', 'standards[0].complaints']],
    ['an agency that is not there', (content) => (content.agency = 'nasa'), ['disnaker.json', 'no agency "nasa"', 'take the file away']],
    [
      'a service that is not there',
      (content) => (content.standards[0].service = 'terbang'),
      ['no service "terbang"', 'add it to the catalogue'],
    ],
    ['a version twice', (content) => content.standards.push(content.standards[0]), ['version 1', 'stands here twice']],
    [
      'a version that begins before the one before it',
      (content) => (content.standards[1].validFrom = '2025-07-01'),
      ['standards.1 (ak1, version 2)', 'version 1 is not valid from an earlier day'],
    ],
    [
      'a fault that the domain finds',
      (content) => (content.standards[0].steps = []),
      ['disnaker.json', 'standards.0 (ak1, version 1).steps', 'no step', 'write at least one step'],
    ],
  ])('%s', (_, change, words) => {
    const message = refusalOf(change)
    for (const word of words) expect(message).toContain(word)
  })
})
