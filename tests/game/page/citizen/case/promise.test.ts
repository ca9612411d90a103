import { expect, test } from 'vitest'
import type { ServiceStandard } from '../../../../../game/case/index.ts'
import { promisedIfSent } from '../../../../../game/page/citizen/case/draft/promise.ts'
import { showDayOf } from '../../../../../game/page/citizen/case/view/answer-words.ts'
import { calendar } from './a-service.ts'

const promised = (at: string, ...days: number[]) => {
  const steps = days.map((workingDays, index): ServiceStandard['steps'][number] => ({
    slug: `s${index}`,
    name: { id: '', en: '' },
    role: 'front',
    workingDays,
  }))
  return promisedIfSent({ calendar, steps }, Date.parse(at))
}

test('the promise is the office’s own: from its next working day on, without weekends and holidays', () => {
  // Friday, 10.00 and 17.00 where the office is.
  expect(promised('2026-11-20T02:00:00Z', 1)).toBe('2026-11-23')
  expect(promised('2026-11-20T09:00:00Z', 1)).toBe('2026-11-24')
  // A Sunday there, still Saturday in UTC.
  expect(promised('2026-11-21T16:30:00Z', 1, 2)).toBe('2026-11-26')
  expect(promised('2026-11-20T02:00:00Z', 0)).toBe('2026-11-20')
  expect(promised('2026-12-23T02:00:00Z', 1)).toBe('2026-12-28')
})

test('the day of an instant is that of the office', () => {
  expect(showDayOf('2026-11-21T16:30:00Z', 'id', 'Asia/Makassar')).toBe('22 November 2026')
  expect(showDayOf('2026-11-21T16:30:00Z', 'en', 'Asia/Jakarta')).toBe('21 November 2026')
})
