import { expect, test } from 'vitest'
import { formatLabel, instantOf, officeDay, spokenLabel } from '../../../game/queue/index.ts'
import { issue, must, newDay, ticketOf } from './play.ts'

test('Q63: a label is the prefix, a hyphen and at least three digits', () => {
  expect([formatLabel('A', 1), formatLabel('ZZ', 999), formatLabel('A', 1000)]).toEqual(['A-001', 'ZZ-999', 'A-1000'])
  const day = newDay()
  must(day, issue('a'))
  expect(ticketOf(day, 'a').label).toBe('A-001')
})

test('Q64: a label is spoken letter by letter and digit by digit', () => {
  expect(spokenLabel('A-001', 'id')).toBe('A, nol nol satu')
  expect(spokenLabel('ZZ-1209', 'id')).toBe('Z Z, satu dua nol sembilan')
  expect(spokenLabel('B-345', 'id')).toBe('B, tiga empat lima')
  expect(spokenLabel('B-678', 'en')).toBe('B, six seven eight')
  for (const text of ['<b>', 'A-01', 'a-001', 'AAA-001', 'A-00001']) expect(() => spokenLabel(text, 'id')).toThrow(TypeError)
})

test('Q65: the office day begins at midnight of the region’s own zone', () => {
  const midnightWita = Date.UTC(2026, 2, 1, 16)
  expect([
    officeDay(midnightWita - 1, 480),
    officeDay(midnightWita, 480),
    officeDay(midnightWita, 420),
    officeDay(midnightWita, 540),
  ]).toEqual(['2026-03-01', '2026-03-02', '2026-03-01', '2026-03-02'])
  for (let atMs = Date.UTC(1899, 11, 31); atMs < Date.UTC(2300, 0, 2); atMs += 86_400_000 * 3) {
    const expected = new Date(atMs).toISOString().slice(0, 10)
    if (officeDay(atMs, 0) !== expected || instantOf(expected, 0, 0) !== atMs)
      expect([officeDay(atMs, 0), instantOf(expected, 0, 0)]).toEqual([expected, atMs])
  }
  expect(officeDay(Date.UTC(2024, 1, 29, 12), 0)).toBe('2024-02-29')
  expect(() => officeDay(Number.NaN, 0)).toThrow('atMs')
})
