import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { CatalogueResponse, VisitFigures } from '../../../../game/api/index.ts'
import { stacked } from '../../../../game/page/statistics/charts/chart-spec.ts'
import {
  channelName,
  counterName,
  formatMinutes,
  formatShare,
  hourName,
  serviceName,
  wholeHours,
} from '../../../../game/page/statistics/state/figures.ts'
import { figuresPath, readAddress, statisticsPath } from '../../../../game/page/statistics/state/statistics-address.ts'
import { channels } from '../../../../game/queue/index.ts'

const catalogue = {
  agencies: [
    {
      slug: 'dukcapil',
      shortName: 'Disdukcapil',
      groups: [
        {
          slug: 'ktp',
          name: { id: 'KTP', en: 'Identity card' },
          services: [{ slug: 'ktp-baru', name: { id: 'KTP baru', en: 'New card' } }],
        },
      ],
    },
  ],
  counters: [{ id: 'kukar.loket-03', region: 'kukar', label: '3', agency: 'dukcapil' }],
} as unknown as CatalogueResponse
const messages = JSON.parse(readFileSync(new URL('../../../../assets/locales/id/statistics.json', import.meta.url), 'utf8')) as Record<
  string,
  string
>
const t = (key: string, values: Readonly<Record<string, string | number>> = {}) =>
  (messages[key] ?? `MISSING ${key}`).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]))
const row = (key: string, count: number): VisitFigures => ({
  key,
  count,
  served: count,
  noShow: 0,
  waitMedianMs: null,
  waitP90Ms: null,
  serviceMedianMs: null,
  serviceP90Ms: null,
})

describe('figures in words', () => {
  it('are minutes without false precision, and nothing where there is nothing', () => {
    expect([384_000, 599_000, 1_740_000, 0].map((ms) => formatMinutes(ms, 'id'))).toEqual(['6,4', '10', '29', '0,0'])
    expect([formatMinutes(384_000, 'en'), formatMinutes(null, 'id')]).toEqual(['6.4', null])
    expect([formatShare(29, 412, 'id'), formatShare(1, 2, 'en'), formatShare(0, 0, 'id')]).toEqual(['7 %', '50%', null])
  })

  it('name service, line, counter, hour and way in, and keep a key that is no longer known', () => {
    expect(['ktp/ktp-baru', 'ktp', 'ktp/lama', 'sim'].map((key) => serviceName(key, catalogue, 'en'))).toEqual([
      'New card',
      'Identity card',
      'ktp/lama',
      'sim',
    ])
    expect(['kukar.loket-03', '', 'kukar.loket-99'].map((key) => counterName(key, catalogue, t))).toEqual([
      'Loket 3, Disdukcapil',
      'Belum dipanggil',
      'kukar.loket-99',
    ])
    expect([hourName('08', 'id', t), hourName('23', 'en', t), hourName('', 'id', t)]).toEqual([
      '08.00–09.00',
      '23:00–24:00',
      'Janji yang tidak datang',
    ])
    expect([...channels, 'booking'].map((key) => channelName(key, t)).filter((name) => name.startsWith('MISSING'))).toEqual([])
  })
})

it('draws an hour in which nobody came as an hour, and bookings that never came as none', () => {
  expect(wholeHours([row('', 4), row('08', 3), row('11', 2)]).map(({ key, count }) => [key, count])).toEqual([
    ['08', 3],
    ['09', 0],
    ['10', 0],
    ['11', 2],
  ])
  expect(wholeHours([row('', 4)])).toEqual([])
})

it('stacks bars from the floor, the tallest first', () => {
  const series = [
    { name: 'served', colour: 1, values: [5, null] },
    { name: 'no-show', colour: 2, values: [2, 1] },
  ] as const
  expect(stacked(series).map(({ name, values }) => [name, values])).toEqual([
    ['no-show', [7, 1]],
    ['served', [5, 0]],
  ])
})

it('reads and writes its address', () => {
  expect(readAddress('?hari=2026-11-22&wilayah=kukar')).toEqual({ day: '2026-11-22', region: 'kukar' })
  expect(readAddress('?hari=kemarin')).toEqual({ day: null, region: null })
  expect(statisticsPath('2026-11-22', 'kukar')).toBe('/petugas/statistik?hari=2026-11-22&wilayah=kukar')
  expect(figuresPath('2026-11-22', 'kukar', 'csv')).toBe('/api/officer/statistics.csv?day=2026-11-22&region=kukar')
})
