import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Agency, Region } from '../../../../game/api/index.ts'
import type { CitizenPageData } from '../../../../game/page/citizen/page-data.ts'
import { serverConfig } from '../../../../vite.config.ts'

const shell = readFileSync('game/page/citizen/index.html', 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'balai-render-'))
let render: (shell: string, data: CitizenPageData) => string

beforeAll(async () => {
  await build(serverConfig(folder))
  ;({ renderCitizenPage: render } = (await import(pathToFileURL(join(folder, 'citizen.js')).href)) as { renderCitizenPage: typeof render })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const region: Region = {
  slug: 'kukar',
  name: 'Kutai <b>"$&"',
  province: 'Kalimantan Timur',
  timeZone: 'Asia/Makassar',
  theme: 'kutai',
  map: 'kukar',
  catalogue: 'kukar',
  isDemo: true,
}
const agencies = (JSON.parse(readFileSync('assets/catalogue/kukar.json', 'utf8')) as { agencies: Agency[] }).agencies
const counters = [{ id: 'kukar.loket-01', region: 'kukar', label: '1', agency: agencies[0].slug }]
const queue = {
  region: 'kukar',
  day: '2026-01-01',
  groups: [
    {
      group: agencies[0].groups[0].slug,
      waiting: 3,
      closed: null,
      wait: { optimisticMinutes: 10, estimateMinutes: 18, latestMinutes: 25 },
    },
  ],
  skipped: [],
  counters: [
    {
      counter: 'kukar.loket-01',
      isOpen: true,
      paused: null,
      serving: 'A-007',
      servingSince: null,
      stream: { state: 'off' as const, playlist: null },
    },
  ],
}
const page = (change: Partial<CitizenPageData> = {}): string =>
  render(shell, {
    language: 'id',
    regions: [region],
    region,
    catalogue: { agencies, counters },
    queue,
    config: { isDemo: true, oidc: false, iceServers: [] },
    url: '/kukar',
    ...change,
  })

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
const services = agencies.flatMap((agency) => agency.groups.flatMap((group) => group.services))

test('every service stands in the list with its fee and time, and is a page of its own without a script', () => {
  const html = page()
  for (const service of services) {
    expect(html).toContain(`<a href="?layanan=${service.slug}"><strong>${escape(service.name.id)}</strong>`)
    const row = html.split(`?layanan=${service.slug}"`)[1].split('</a>')[0]
    expect(row).toContain(service.duration.id)
    expect(row.includes('bisa dari rumah'), service.slug).toBe(service.isRemote)
    if (service.feeRupiah === 0) expect(row, service.slug).toContain('Gratis')
  }
  expect(services.length).toBe(430)
  expect(html).toContain('3 menunggu · kira-kira 10–25 menit')
  expect(html).toContain('melayani A-007')
})

test('the page of a service has its papers, fee, legal basis and time', () => {
  // One of each agency: every page is rendered whole.
  for (const service of agencies.map((agency) => agency.groups.flatMap((group) => group.services).at(-1)!)) {
    const own =
      page({ url: `/kukar?layanan=${service.slug}` })
        .split('<section id="layanan"')[1]
        ?.split('</section>')[0] ?? ''
    const texts = [service.name.id, service.duration.id, service.feeBasis, ...service.requirements.map((paper) => paper.id)]
    for (const text of texts) expect(own, service.slug).toContain(escape(text))
    expect(own).toContain('data-take-service=')
  }
  expect(page({ url: '/kukar?layanan=terbang' })).not.toContain('id="layanan"')
})

test('a line that is closed says why and offers another day instead of a number', () => {
  const closed = { ...queue, groups: [{ ...queue.groups[0], closed: 'Listrik padam', wait: null }] }
  const action = (html: string) => html.split(`data-live-group="${queue.groups[0].group}"`)[1].split('</div></div>')[0]
  expect(action(page())).toContain('data-take=')
  expect(action(page({ queue: closed }))).not.toContain('data-take=')
  expect(action(page({ queue: closed }))).toContain('Antrean ditutup: Listrik padam')
  expect(action(page({ queue: closed }))).toContain(`href="/kukar?pesan=${queue.groups[0].group}"`)
})

test('names from outside stay text, in the page, the title and the data block', () => {
  const html = page()
  expect(html).not.toContain('<b>')
  expect(html).toContain('Kutai &lt;b>')
  expect(html).toContain('"$&')
  expect(html.match(/<script type="application\/json"[^>]*>([^<]*)<\/script>/)?.[1]).toContain('\\u003cb>')
})

test('nothing that a strict content security policy refuses', () => {
  const html = page()
  expect(html).not.toMatch(/ style=| on[a-z]+="|<style|javascript:/)
  expect(html.match(/<script(?![^>]*(?:type="application\/json"|src=))/g)).toBeNull()
})

test('the catalogue is not shipped twice, and the browser gets no sentence that only the server writes', () => {
  const seed = /<script type="application\/json"[^>]*>([^<]*)</.exec(page())?.[1] ?? ''
  const keys = Object.keys((JSON.parse(seed) as { messages: object }).messages)
  expect(keys.filter((key) => /^(page|survey|book|wish)\./.test(key))).toEqual([])
  expect(keys).toEqual(expect.arrayContaining(['ticket.take', 'account.title', 'sign-in.title', 'panel.opening']))
  expect(seed).not.toContain('UU 24/2013')
})

test('English is complete, and search answers without a script', () => {
  const html = page({ language: 'en', url: '/kukar?cari=ktp+hilang' })
  expect(html).toContain('<html lang="en">')
  expect(html).toContain('Services for “ktp hilang”: ')
  expect(html).toContain('id="hasil-ktp-el-hilang" open')
})

test('the first page lists the regions; a shell without a place for the page is refused', () => {
  expect(page({ region: null, catalogue: null, queue: null, url: '/' })).toContain('href="/kukar"')
  expect(() => render('<html></html>', {} as CitizenPageData)).toThrow(TypeError)
})
