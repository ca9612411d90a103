import { expect, test } from 'vitest'
import { sampleSize, sampleStatus } from '../../../game/survey/index.ts'

test('S8: the table of Krejcie and Morgan', () => {
  // N and S as printed in 1970; where the formula and the print differ by rounding, the formula holds.
  const printed = [
    [10, 10],
    [50, 44],
    [100, 80],
    [200, 132],
    [400, 196],
    [500, 217],
    [1000, 278],
    [2000, 322],
    [5000, 357],
    [10_000, 370],
    [75_000, 382],
    [1_000_000, 384],
  ]
  expect(printed.map(([population]) => [population, sampleSize(population)])).toEqual(printed)
  expect(sampleSize(0)).toBe(0)
  expect(sampleSize(1)).toBe(1)
  for (const bad of [-1, 1.5, Number.NaN]) expect(() => sampleSize(bad)).toThrow('population')
})

test('S8: rounded as exact fractions say', () => {
  for (let population = 1; population < 3000; population += 7) {
    const above = 3841n * 25n * BigInt(population) * 2n
    const below = 250n * BigInt(population - 1) + 3841n * 25n
    expect(sampleSize(population)).toBe(Number((above + below) / (2n * below)))
  }
})

test('S9: enough is what is needed or more, and nothing is never enough', () => {
  expect(sampleStatus(1000, 277)).toEqual({ served: 1000, needed: 278, answered: 277, isEnough: false })
  expect(sampleStatus(1000, 278).isEnough).toBe(true)
  expect(sampleStatus(0, 0)).toEqual({ served: 0, needed: 0, answered: 0, isEnough: false })
  expect(sampleStatus(3, 5)).toMatchObject({ served: 5, answered: 5 })
})
