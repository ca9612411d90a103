import { describe, expect, it } from 'vitest'
import { clockSkewMs, formatTimer, minutesSince } from '../../../../game/page/officer/app/ticket-time.ts'

describe('the times of a ticket', () => {
  it('are written as a clock runs, never below zero', () => {
    expect([0, 59_999, 249_000, 3_849_000, -5_000].map(formatTimer)).toEqual(['00:00', '00:59', '04:09', '1:04:09', '00:00'])
    expect(minutesSince('2025-11-21T01:00:00.000Z', Date.parse('2025-11-21T01:08:59.000Z'))).toBe(8)
    expect(minutesSince('2025-11-21T01:00:00.000Z', Date.parse('2025-11-21T00:59:00.000Z'))).toBe(0)
  })

  it('count by the server when this machine is wrong by more than the network', () => {
    const at = '2025-11-21T01:00:00.000Z'
    expect(clockSkewMs(at, Date.parse(at) + 400)).toBe(0)
    expect(clockSkewMs(at, Date.parse(at) + 300_000)).toBe(300_000)
    expect(clockSkewMs(at, Date.parse(at) - 300_000)).toBe(-300_000)
  })
})
