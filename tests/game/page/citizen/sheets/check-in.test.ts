import { expect, test } from 'vitest'
import { checkInAt, timeLeft } from '../../../../../game/page/citizen/sheets/check-in.ts'

const window = { from: '2026-01-01T01:30:00Z', until: '2026-01-01T02:15:00Z' }
const at = (time: string) => checkInAt(window, Date.parse(`2026-01-01T${time}Z`))
const t = (key: string, values: object = {}) => `${key.replace('left.', '')} ${Object.values(values).join(' ')}`

test('the check-in is open from its first to its last instant, both included', () => {
  expect(at('01:29:59')).toEqual({ type: 'early', leftMs: 1000 })
  expect(at('01:30:00')).toEqual({ type: 'open', leftMs: 45 * 60_000 })
  expect(at('02:15:00')).toEqual({ type: 'open', leftMs: 0 })
  expect(at('02:15:01').type).toBe('late')
})

test('time left is told in the units that matter', () => {
  const minute = 60_000
  expect(timeLeft(2.5 * 24 * 60 * minute, { t })).toBe('days 2')
  expect(timeLeft(125 * minute, { t })).toBe('hours 2 5')
  expect(timeLeft(11.2 * minute, { t })).toBe('minutes 12')
  expect(timeLeft(60_000, { t })).toBe('seconds 60')
  expect(timeLeft(400, { t })).toBe('seconds 1')
})
