import { createRng } from '@balai/engine/core'
import { expect, test } from 'vitest'
import { shownCells } from '../../../game/survey/index.ts'

const shown = (cells: Record<string, number>): string[] => [...shownCells(new Map(Object.entries(cells)))].sort()

test('S10: fewer than five are not shown', () => {
  expect(shown({ a: 4, b: 3, c: 5, d: 50 })).toEqual(['c', 'd'])
  expect(shown({ a: 0, b: 0, c: 5 })).toEqual(['c'])
  expect(shown({})).toEqual([])
})

test('S11: one hidden cell takes the smallest shown one with it, of equals the first by name', () => {
  expect(shown({ a: 4, b: 9, c: 6, d: 50 })).toEqual(['b', 'd'])
  expect(shown({ a: 1, d: 6, c: 6 })).toEqual(['d'])
  expect(shown({ a: 2, b: 2, c: 7, d: 8 })).toEqual(['d'])
  expect(shown({ a: 2, b: 3, c: 7, d: 8 })).toEqual(['c', 'd'])
  expect(shown({ a: 3, b: 20 })).toEqual([])
})

test('S10, S11: the total less what is shown is nobody, or five people or more in two cells or more (seed 3)', () => {
  const rng = createRng(3)
  let hiding = 0
  for (let round = 0; round < 2000; round++) {
    const cells = new Map(
      Array.from({ length: 1 + Math.floor(rng() * 8) }, (_, i) => [`k${i}`, Math.floor(rng() * (rng() < 0.5 ? 7 : 40))]),
    )
    const seen = shownCells(cells)
    const hidden = [...cells].filter(([key, count]) => !seen.has(key) && count > 0)
    for (const key of seen) expect(cells.get(key)).toBeGreaterThanOrEqual(5)
    if (hidden.length === 0) continue
    const together = hidden.reduce((sum, [, count]) => sum + count, 0)
    if (seen.size === 0) continue
    hiding++
    expect(together).toBeGreaterThanOrEqual(5)
    expect(hidden.length).toBeGreaterThan(1)
  }
  expect(hiding).toBeGreaterThan(300)
})
