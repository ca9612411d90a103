import { expect, test } from 'vitest'
import {
  formatBytes,
  formatDate,
  formatDay,
  formatFee,
  formatOrdinal,
  formatRupiah,
  formatTime,
  formatWait,
} from '../../../../../game/page/shared/text/format.ts'
import { createTranslate } from '../../../../../game/page/shared/text/translate.ts'

const t = createTranslate({
  'fee.free': 'Gratis',
  'fee.depends': 'Tergantung',
  'wait.soon': 'segera',
  'wait.about': '{minutes} menit',
  'wait.range': '{from}–{to} menit',
  'wait.hours': '{from}–{to} jam',
})

test('rupiah carry the separators of the language', () => {
  expect(formatRupiah(350_000, 'id')).toBe('Rp350.000')
  expect(formatRupiah(1_234_567, 'en')).toBe('Rp1,234,567')
  expect(formatRupiah(950, 'id')).toBe('Rp950')
})

test('a fee of 0 is free, and a fee that depends says how', () => {
  expect(formatFee({ feeRupiah: 0 }, 'id', t)).toBe('Gratis')
  expect(formatFee({ feeRupiah: null, feeNote: { id: 'Sesuai CC', en: 'By engine size' } }, 'en', t)).toBe('By engine size')
  expect(formatFee({ feeRupiah: null }, 'id', t)).toBe('Tergantung')
})

test('a day stays on one line with its month, a time with its zone', () => {
  expect(formatDay('2026-11-24', 'id')).toBe('Sel 24\u00a0Nov')
  expect(formatDay('2026-11-24', 'en')).toBe('Tue 24\u00a0Nov')
  expect(formatDate('2026-11-24T01:00:00Z', 'id', 'Asia/Makassar')).toBe('Sel 24\u00a0Nov')
  expect(formatTime('2026-11-24T01:00:00Z', 'id', 'Asia/Makassar')).toBe('09.00\u00a0WITA')
})

test('data is told in the units of a tariff', () => {
  expect(formatBytes(52_300, 'id')).toBe('52 kB')
  expect(formatBytes(999_600, 'id')).toBe('1,0 MB')
  expect(formatBytes(3_240_000, 'en')).toBe('3.2 MB')
})

test('a wait is a range of whole minutes, never of 0 and never backwards', () => {
  expect(formatWait({ optimisticMinutes: 9.6, estimateMinutes: 18.2, latestMinutes: 18.2 }, t)).toBe('10–18 menit')
  expect(formatWait({ optimisticMinutes: 0, estimateMinutes: 6, latestMinutes: 6 }, t)).toBe('1–6 menit')
  expect(formatWait({ optimisticMinutes: 0, estimateMinutes: 0.2, latestMinutes: 0.2 }, t)).toBe('segera')
  expect(formatWait({ optimisticMinutes: 12, estimateMinutes: 12, latestMinutes: 12 }, t)).toBe('12 menit')
  expect(formatWait({ optimisticMinutes: 90, estimateMinutes: 240, latestMinutes: 240 }, t)).toBe('2–4 jam')
})

test('English ordinals, Indonesian plain numbers', () => {
  expect([1, 2, 3, 4, 11, 12, 21, 112].map((n) => formatOrdinal(n, 'en'))).toEqual([
    '1st',
    '2nd',
    '3rd',
    '4th',
    '11th',
    '12th',
    '21st',
    '112th',
  ])
  expect(formatOrdinal(4, 'id')).toBe('4')
})
