import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { AgencyStateView, CounterSummary, GroupSummary, Opening } from '../../../../../game/api/index.ts'
import { counterWords, type KnownOfCounter } from '../../../../../game/page/citizen/sheets/counter-words.ts'
import { createTranslate } from '../../../../../game/page/shared/text/translate.ts'
import type { Text } from '../../../../../game/page/shared/index.ts'

const textIn = (language: 'id' | 'en'): Text => ({
  language,
  t: createTranslate(JSON.parse(readFileSync(`assets/locales/${language}/citizen.json`, 'utf8')) as Record<string, string>),
})
const id = textIn('id')

const counter = (change: Partial<CounterSummary> = {}): CounterSummary => ({
  counter: 'kukar.loket-01',
  isOpen: false,
  paused: null,
  serving: null,
  servingSince: null,
  stream: { state: 'off', playlist: null },
  ...change,
})
const agency = (opening: Partial<Opening>, change: Partial<AgencyStateView> = {}): AgencyStateView => ({
  agency: 'disdukcapil',
  opening: { type: 'open', at: '24:00', reason: null, ...opening },
  givesNumbers: true,
  nextDays: ['2026-11-23', '2026-11-24'],
  isCentralUp: true,
  hasBlanks: true,
  note: '',
  saidAt: null,
  ...change,
})
const line: GroupSummary = { group: 'g', waiting: 0, closed: null, wait: null }
const known = (change: Partial<KnownOfCounter> = {}): KnownOfCounter => ({
  summary: counter(),
  agency: agency({}),
  groups: [line],
  openElsewhere: [],
  day: '2026-11-23',
  ...change,
})

test('hours all day do not make a counter open at which nobody sits: it says so, and what can be done meanwhile', () => {
  expect(counterWords(known(), id)).toEqual({ state: 'closed', words: 'Belum ada petugas di loket ini. Nomor bisa diambil dari rumah.' })
  expect(counterWords(known(), textIn('en')).words).toBe('No officer is at this counter yet. You can take a number from home.')
  expect(counterWords(known({ agency: agency({ at: '15:00' }) }), id).words).toMatch(/jam layanan sampai 15\.00\./)
  expect(counterWords(known({ openElsewhere: ['2', '3'] }), id).words).toMatch(/^Tidak ada petugas di sini\. Yang melayani: Loket 2, 3\./)
})

test('where no numbers are given a time can be booked; what is not known is not promised', () => {
  const book = /Waktu bisa dipesan dari rumah\.$/
  expect(counterWords(known({ groups: [{ ...line, closed: 'Blangko habis' }] }), id).words).toMatch(book)
  expect(counterWords(known({ agency: agency({ type: 'after', at: null }, { givesNumbers: false }) }), id).words).toMatch(book)
  expect(counterWords(known({ agency: null, groups: [] }), id).words).toBe('Belum ada petugas di loket ini.')
  expect(counterWords(known({ summary: null }), id)).toEqual({ state: 'unknown', words: 'Memuat loket …' })
})

test('outside the hours it says when it opens', () => {
  const words = (opening: Partial<Opening>) => counterWords(known({ agency: agency(opening) }), id).words
  expect(words({ type: 'before', at: '08:00' })).toMatch(/^Buka hari ini pukul 08\.00\./)
  expect(words({ type: 'break', at: '13:00' })).toMatch(/^Sedang istirahat, buka lagi pukul 13\.00\./)
  expect(words({ type: 'after', at: null }), 'today is over, so the next day is named').toMatch(
    /^Layanan hari ini sudah selesai\. Ada lagi Sel 24\u00a0Nov\./,
  )
  expect(words({ type: 'closed', at: null, reason: 'hari libur' })).toMatch(/^Hari ini tidak ada di sini: hari libur\. Ada lagi Sel/)
})

test('only a counter that serves is green: a pause is none', () => {
  expect(counterWords(known({ summary: counter({ isOpen: true }) }), id)).toEqual({ state: 'open', words: 'Siap melayani' })
  expect(counterWords(known({ summary: counter({ isOpen: true, serving: 'A-001' }) }), id)).toEqual({
    state: 'open',
    words: 'Sedang melayani',
  })
  expect(counterWords(known({ summary: counter({ isOpen: true, paused: 'ambil berkas' }) }), id)).toEqual({
    state: 'paused',
    words: 'Sebentar: ambil berkas',
  })
})
