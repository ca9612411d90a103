import { createRng } from '@balai/engine/core'
import { createInterestGrid, densityCells, nearest, place, remove } from '@balai/engine/space'
import { expect, test } from 'vitest'

test('answers like a plain sort through placing, moving and removing (seed 3)', () => {
  const random = createRng(3)
  const grid = createInterestGrid({ columns: 40, rows: 30, capacity: 200 })
  const placed = new Map<number, [number, number]>()
  const out = new Uint16Array(200)
  for (let round = 0; round < 3000; round++) {
    const slot = Math.floor(random() * 200)
    if (random() < 0.2) {
      remove(grid, slot)
      placed.delete(slot)
    } else {
      // Half metres make equal distances common; some lie beyond the border.
      const x = Math.floor(random() * 90) / 2 - 2
      const z = Math.floor(random() * 70) / 2 - 2
      place(grid, slot, x, z)
      placed.set(slot, [x, z])
    }
    if (round % 10 !== 0) continue
    const { columns, rows, counts } = densityCells(grid)
    const crowd = Array.from<number>({ length: columns * rows }).fill(0)
    const squareOf = (position: number, squares: number): number => Math.min(Math.max(Math.floor(position / 4), 0), squares - 1)
    for (const [ox, oz] of placed.values()) crowd[squareOf(oz, rows) * columns + squareOf(ox, columns)]++
    expect([...counts]).toEqual(crowd)
    const [x, z, radius, limit] = [Math.floor(random() * 80) / 2, Math.floor(random() * 60) / 2, random() * 15, Math.floor(random() * 40)]
    const expected = [...placed]
      .map(([other, [ox, oz]]) => ({ other, square: (ox - x) ** 2 + (oz - z) ** 2 }))
      .filter(({ other, square }) => other !== slot && square <= radius * radius)
      .sort((a, b) => a.square - b.square || a.other - b.other)
      .slice(0, limit)
      .map(({ other }) => other)
    const count = nearest(grid, x, z, radius, limit, slot, out)
    expect([...out.subarray(0, count)]).toEqual(expected)
  }
  expect(placed.size).toBeGreaterThan(50)
})
