import { describe, expect, it } from 'vitest'
import { regionOfPath } from '../../../../game/page/board/board-path.ts'
import { regionClock } from '../../../../game/page/board/state/region-clock.ts'

const midnightUtc = Date.parse('2025-11-21T17:05:00.000Z')

describe("the region's clock", () => {
  it('shows the hour and day of the region, whatever zone the screen is in', () => {
    expect(regionClock(midnightUtc, 'Asia/Makassar', 'id')).toEqual({ time: '01.05', zone: 'WITA', date: 'Sabtu, 22 November 2025' })
    expect(regionClock(midnightUtc, 'Asia/Jakarta', 'en')).toMatchObject({ time: '00:05', zone: 'WIB' })
    expect(regionClock(midnightUtc, 'Asia/Jayapura', 'id')).toMatchObject({ time: '02.05', zone: 'WIT' })
  })
})

describe('the path of a board', () => {
  it('names its region, or none', () => {
    expect(['/papan/kukar', '/papan/jabar-bogor/', '/papan', '/papan/', '/papan/a/b'].map(regionOfPath)).toEqual([
      'kukar',
      'jabar-bogor',
      null,
      null,
      null,
    ])
  })
})
