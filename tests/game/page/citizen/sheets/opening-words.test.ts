import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { GroupSummary, Opening } from '../../../../../game/api/index.ts'
import { openingWords } from '../../../../../game/page/citizen/sheets/opening-words.ts'
import { createTranslate } from '../../../../../game/page/shared/text/translate.ts'
import type { Text } from '../../../../../game/page/shared/index.ts'

const textIn = (language: 'id' | 'en'): Text => ({
  language,
  t: createTranslate(JSON.parse(readFileSync(`assets/locales/${language}/citizen.json`, 'utf8')) as Record<string, string>),
})
const id = textIn('id')
const hours = (change: Partial<Opening> = {}): Opening => ({ type: 'open', at: '24:00', reason: null, ...change })
const unserved: GroupSummary = { group: 'g', waiting: 0, closed: null, wait: null }
const served: GroupSummary = { ...unserved, wait: { optimisticMinutes: 0, estimateMinutes: 0, latestMinutes: 0 } }

test('hours are green only while somebody serves; while nobody does, that is said first', () => {
  expect(openingWords(hours(), served, id)).toEqual({ isGood: true, words: 'Jam layanan sepanjang hari' })
  expect(openingWords(hours({ at: '15:00' }), served, id)).toEqual({ isGood: true, words: 'Jam layanan sampai 15.00' })
  expect(openingWords(hours(), unserved, id)).toEqual({ isGood: false, words: 'Loket belum melayani' })
  expect(openingWords(hours({ at: '15:00' }), unserved, id)).toEqual({
    isGood: false,
    words: 'Loket belum melayani · Jam layanan sampai 15.00',
  })
  expect(openingWords(hours(), unserved, textIn('en')).words).toBe('Counter not serving yet')
})

test('where it is not known who sits there, the hours promise nothing', () => {
  expect(openingWords(hours(), null, id)).toEqual({ isGood: false, words: 'Jam layanan sepanjang hari' })
})

test('outside the hours it is said why, and never in green', () => {
  for (const [opening, words] of [
    [hours({ type: 'break', at: '13:00' }), 'Istirahat, buka lagi 13.00'],
    [hours({ type: 'before', at: '08:00' }), 'Buka pukul 08.00'],
    [hours({ type: 'after', at: null }), 'Sudah tutup hari ini'],
    [hours({ type: 'closed', at: null, reason: 'libur' }), 'Hari ini tidak ada di sini: libur'],
    [hours({ type: 'closed', at: null }), 'Hari ini tidak ada di sini'],
  ] as const) {
    expect(openingWords(opening, served, id)).toEqual({ isGood: false, words })
  }
})
