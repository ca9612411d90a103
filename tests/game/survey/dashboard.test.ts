import { createRng } from '@balai/engine/core'
import { expect, test } from 'vitest'
import {
  buildDashboard,
  dashboardCsv,
  daysOfPeriod,
  isPeriod,
  movePeriod,
  periodOf,
  profileChoices,
  releasesOf,
  scoreSurveys,
  type Response,
} from '../../../game/survey/index.ts'
import { all, answered } from './sample-answers.ts'

const served = new Map([['disdukcapil', 1000]])
const board = (responses: Response[], more: { agency?: string | null; period?: string; today?: string } = {}) =>
  buildDashboard(responses, { agency: null, period: '2026-T1', today: '2026-04-02', served, ...more })

test('S12: quarters, each day in one of them', () => {
  expect(['2026-01-01', '2026-03-31', '2026-04-01', '2026-06-30', '2026-07-01', '2026-12-31'].map(periodOf)).toEqual([
    '2026-T1',
    '2026-T1',
    '2026-T2',
    '2026-T2',
    '2026-T3',
    '2026-T4',
  ])
  expect(['2026-T1', '2026-T2', '2026-T3', '2026-T4'].map(daysOfPeriod)).toEqual([
    { from: '2026-01-01', until: '2026-03-31' },
    { from: '2026-04-01', until: '2026-06-30' },
    { from: '2026-07-01', until: '2026-09-30' },
    { from: '2026-10-01', until: '2026-12-31' },
  ])
  expect([movePeriod('2026-T1', -1), movePeriod('2026-T4', 1), movePeriod('2026-T2', 0)]).toEqual(['2025-T4', '2027-T1', '2026-T2'])
  expect(['2026-T5', '2026-T0', '2026', '2026-01', 'x2026-T1', '2026-T1x'].filter(isPeriod)).toEqual([])
  expect(isPeriod('2026-T4')).toBe(true)
})

test('S13: at the end of a day on which five wait, the whole day at once, and never today', () => {
  const days = [...answered(3, '2026-01-02'), ...answered(1, '2026-01-03'), ...answered(4, '2026-01-05'), ...answered(2, '2026-01-06')]
  expect(releasesOf(days, '2026-01-07').map(({ on, responses }) => [on, responses.length])).toEqual([['2026-01-05', 8]])
  expect(releasesOf(days, '2026-01-05')).toEqual([])
  expect(releasesOf(answered(9, '2026-01-05'), '2026-01-05')).toEqual([])
  expect(releasesOf(answered(5, '2026-01-05'), '2026-01-06')).toHaveLength(1)
  expect(releasesOf(answered(4, '2026-01-05'), '2026-01-06')).toHaveLength(0)
})

test('S13, S14: from one day to the next five answers or more become public, of a region and of each agency (seed 5)', () => {
  const rng = createRng(5)
  const days = Array.from({ length: 120 }, (_, i) => new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10))
  const agencies = ['a', 'b', 'c']
  const responses = days.flatMap((day) => agencies.flatMap((agency) => answered(Math.floor(rng() * rng() * 5), day, { agency })))
  for (const agency of [null, ...agencies]) {
    for (const period of ['2026-T1', '2026-T2']) {
      let before = 0
      for (const today of days) {
        const now = board(responses, { agency, period, today }).sample.answered
        expect([0, 5].some((least) => (least === 0 ? now === before : now - before >= least))).toBe(true)
        before = now
      }
    }
  }
})

test('S14: what waited over the end of its quarter counts in the next, and an ended quarter does not move', () => {
  const responses = [...answered(6, '2026-03-30'), ...answered(3, '2026-03-31'), ...answered(2, '2026-04-01')]
  expect(board(responses, { today: '2026-03-31' }).whole?.n).toBe(6)
  for (const today of ['2026-04-01', '2026-04-02', '2026-05-01']) expect(board(responses, { today }).whole?.n).toBe(6)
  expect(board(responses, { period: '2026-T2', today: '2026-04-02' }).whole?.n).toBe(5)
})

test('S14: the region is the sum of what its agencies show', () => {
  const responses = [
    ...answered(7, '2026-02-02', { agency: 'a' }),
    ...answered(3, '2026-02-02', { agency: 'b' }),
    ...answered(5, '2026-02-02', { agency: 'c', answer: 1 }),
  ]
  const region = board(responses)
  expect(region.whole?.n).toBe(12)
  expect(region.parts.map(({ key, score }) => [key, score?.n])).toEqual([
    ['a', 7],
    ['c', 5],
  ])
  expect(board(responses, { agency: 'b' })).toMatchObject({ whole: null, sample: { answered: 0 }, parts: [] })
})

test('S15: services and profiles when the quarter has ended; services of one agency, profiles of the region', () => {
  const responses = [
    ...answered(7, '2026-02-02', { profile: { sex: 'perempuan' } }),
    ...answered(6, '2026-02-02', { service: 'kk', profile: { sex: 'laki-laki' } }),
  ]
  expect(board(responses, { today: '2026-03-31' })).toMatchObject({ isRunning: true, profile: [], whole: { n: 13 } })
  expect(board(responses, { today: '2026-03-31', agency: 'disdukcapil' })).toMatchObject({ isRunning: true, parts: [] })
  const ended = board(responses)
  expect(ended.isRunning).toBe(false)
  expect(ended.parts.map(({ key }) => key)).toEqual(['disdukcapil'])
  const sex = ended.profile.find(({ field }) => field === 'sex')
  expect(sex?.cells.map(({ key, score }) => [key, score?.n])).toEqual([
    ['', undefined],
    ['laki-laki', 6],
    ['perempuan', 7],
  ])
  const agency = board(responses, { agency: 'disdukcapil' })
  expect(agency.profile).toEqual([])
  expect(agency.parts.map(({ key, score }) => [key, score?.n])).toEqual([
    ['kk', 6],
    ['ktp', 7],
  ])
})

test('S10, S11: small services are hidden, and with one of them another', () => {
  const responses = [
    ...answered(2, '2026-02-02', { service: 'a' }),
    ...answered(6, '2026-02-02', { service: 'b' }),
    ...answered(9, '2026-02-02', { service: null }),
  ]
  expect(board(responses, { agency: 'disdukcapil' }).parts.map(({ key, score }) => [key, score?.n ?? null])).toEqual([
    ['', 9],
    ['a', null],
    ['b', null],
  ])
})

test('S16: each score is over its own answers', () => {
  const responses = [...answered(5, '2026-02-02', { agency: 'a', answer: 4 }), ...answered(6, '2026-02-02', { agency: 'b', answer: 2 })]
  const { whole, parts } = board(responses)
  expect(parts.map(({ score }) => score)).toEqual([
    scoreSurveys(Array.from({ length: 5 }, () => all(4))),
    scoreSurveys(Array.from({ length: 6 }, () => all(2))),
  ])
  expect(whole).toEqual(scoreSurveys(responses.map(({ answers }) => answers)))
  expect(board(responses, { agency: 'b' }).whole?.ikm).toBe(50)
})

test('S17: every choice has its row', () => {
  for (const { field, cells } of board(answered(9, '2026-02-02')).profile) {
    expect(cells.map(({ key }) => key)).toEqual(['', ...profileChoices[field]].sort())
  }
})

test('S18: the file hides what the board hides, and holds no formula', () => {
  const responses = [
    ...answered(2, '2026-02-02', { service: '=1+1' }),
    ...answered(6, '2026-02-02', { service: 'b,"x"' }),
    ...answered(9, '2026-02-02'),
  ]
  const rows = dashboardCsv(board(responses, { agency: 'disdukcapil' })).split('\r\n')
  expect(rows[0]).toBe(
    'periode,bagian,kunci,responden,ikm,mutu,persyaratan,prosedur,waktu,biaya,produk,kompetensi,perilaku,pengaduan,sarana',
  )
  expect(rows[1]).toBe(`2026-T1,semua,,17,100.00,A${',4.000'.repeat(9)}`)
  expect(rows[2]).toBe(`2026-T1,bagian,'=1+1${','.repeat(12)}`)
  expect(rows[3]).toBe(`2026-T1,bagian,"b,""x"""${','.repeat(12)}`)
  expect(rows[4]).toBe(`2026-T1,bagian,ktp,9,100.00,A${',4.000'.repeat(9)}`)
  expect(rows[5]).toBe('2026-T1,sampel,dilayani 1000; perlu 278,17')
  expect(rows[6]).toBe('')
})
