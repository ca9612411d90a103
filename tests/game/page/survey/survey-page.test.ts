import { globSync, readFileSync } from 'node:fs'
import { h } from 'preact'
import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import type { CatalogueResponse, SurveyBoard } from '../../../../game/api/index.ts'
import { formatCount, formatIndex, partName, periodDays, periodName } from '../../../../game/page/survey/state/board-words.ts'
import { boardPath, readAddress, surveyPath } from '../../../../game/page/survey/state/survey-address.ts'
import { PartsTable } from '../../../../game/page/survey/view/parts-table.tsx'
import { createTranslate, type Messages, TextProvider } from '../../../../game/page/shared/index.ts'

test('an address says region, agency and quarter, and nothing it does not know', () => {
  expect(readAddress({ pathname: '/skm/kukar', search: '?instansi=disdukcapil&periode=2026-T4' })).toEqual({
    region: 'kukar',
    agency: 'disdukcapil',
    period: '2026-T4',
  })
  expect(readAddress({ pathname: '/skm', search: '?periode=2026' })).toEqual({ region: null, agency: null, period: null })
  expect(surveyPath('kukar', null, '2026-T4')).toBe('/skm/kukar?periode=2026-T4')
  expect(surveyPath('kukar', 'a b', null)).toBe('/skm/kukar?instansi=a+b')
  expect(boardPath('kukar', 'disdukcapil', null, 'csv')).toBe('/api/regions/kukar/survey.csv?agency=disdukcapil')
  expect(boardPath('kukar', null, '2026-T4', 'json')).toBe('/api/regions/kukar/survey?period=2026-T4')
})

test('figures and quarters are written as people write them', () => {
  expect([formatIndex(93.1, 2, 'id'), formatIndex(93.1, 2, 'en')]).toEqual(['93,10', '93.10'])
  expect([formatCount(1000, 'id'), formatCount(1000, 'en')]).toEqual(['1.000', '1,000'])
  expect(periodName('2026-T4', (key, values) => `${key} ${values?.quarter} ${values?.year}`)).toBe('skm.period 4 2026')
  expect(periodDays({ from: '2026-10-01', until: '2026-12-31' }, 'id')).toBe('1 Okt – 31 Des 2026')
})

test('parts have their names, and what the catalogue has forgotten its key', () => {
  const service = { slug: 'kk', name: { id: 'Kartu keluarga', en: 'Family card' } }
  const catalogue = {
    agencies: [{ slug: 'a', name: 'Dinas A', shortName: 'A', groups: [{ services: [service] }] }],
  } as unknown as CatalogueResponse
  const name = (agency: string | null, key: string) =>
    partName({ agency } as SurveyBoard, key, catalogue, { language: 'en', t: (text) => text })
  expect([name(null, 'a'), name(null, 'b'), name('a', 'kk'), name('a', 'zz'), name('a', '')]).toEqual([
    'A',
    'b',
    'Family card',
    'zz',
    'skm.no-service',
  ])
})

test.each([
  [null, 'Instansi'],
  ['disdukcapil', 'Layanan'],
])('the table of parts says what its rows are (agency: %s)', (agency, heading) => {
  const t = createTranslate(JSON.parse(readFileSync('assets/locales/id/skm.json', 'utf8')) as Messages)
  const board = { region: 'kukar', agency, period: '2026-T3' } as unknown as SurveyBoard
  const table = h(PartsTable, { title: '', parts: [{ key: 'a', score: null }], nameOf: (key) => key, board })
  expect(render(h(TextProvider, { text: { language: 'id', t }, children: table }))).toContain(`<th scope="col">${heading}</th>`)
})

test.each([
  ['skm', 'survey'],
  ['rights', 'rights'],
  ['notices', 'notices'],
])('%s.json has every sentence that its page names, in both languages', (file, page) => {
  const read = (language: string) => JSON.parse(readFileSync(`assets/locales/${language}/${file}.json`, 'utf8')) as Record<string, string>
  const [id, en] = [read('id'), read('en')]
  const common = JSON.parse(readFileSync('assets/locales/id/common.json', 'utf8')) as Record<string, string>
  expect(Object.keys(en)).toEqual(Object.keys(id))
  const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, one]) => one).sort()
  for (const key of Object.keys(id)) {
    expect(id[key].trim() !== '' && en[key].trim() !== '', key).toBe(true)
    expect(places(en[key]), key).toEqual(places(id[key]))
  }
  const sources = globSync(`game/page/${page}/**/*.{ts,tsx}`).map((path) => readFileSync(path, 'utf8'))
  const named = sources.flatMap((source) =>
    [...source.matchAll(/['`]((?:skm|rights|notices|action)\.[^'`\s]+)['`]/g)].map(([, key]) => key),
  )
  expect(named.length).toBeGreaterThan(15)
  const keys = [...Object.keys(id), ...Object.keys(common)]
  const unknown = named.filter((key) => {
    const pattern = new RegExp(`^${key.replaceAll('.', '\\.').replaceAll(/\$\{[^}]*\}/g, '[\\w-]+')}$`)
    return !keys.some((one) => pattern.test(one))
  })
  expect(unknown).toEqual([])
})
