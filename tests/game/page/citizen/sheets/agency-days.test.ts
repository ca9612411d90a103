import { expect, test } from 'vitest'
import { isEveryDay } from '../../../../../game/page/citizen/sheets/agency-days.ts'

const open = { type: 'open', at: '15:00', reason: null } as const

test('days are listed for who is not there every day, over the end of a month too', () => {
  expect(isEveryDay({ opening: open, nextDays: ['2026-11-29', '2026-11-30', '2026-12-01'] })).toBe(true)
  expect(isEveryDay({ opening: open, nextDays: ['2026-11-24', '2026-11-26'] })).toBe(false)
  expect(isEveryDay({ opening: { type: 'closed', at: null, reason: null }, nextDays: ['2026-11-24', '2026-11-25'] })).toBe(false)
})
