import { expect, test } from 'vitest'
import { packColor, white } from '../../../engine/render/color.ts'
import { createPlacement } from '../../../engine/render/placement.ts'
import { trimText, wrapText } from '../../../engine/render/text.ts'
import { dotsAlong } from '../../../engine/render/way-dots.ts'

test('a place is given once, neighbours that only touch are free, clear frees all', () => {
  const placement = createPlacement(3)
  expect(placement.claim(0, 0, 10, 10)).toBe(true)
  expect(placement.claim(9, 9, 20, 20)).toBe(false)
  expect(placement.claim(10, 0, 20, 10)).toBe(true)
  expect(placement.claim(0, 20, 1, 21)).toBe(true)
  expect(placement.claim(50, 50, 51, 51)).toBe(false)
  placement.clear()
  expect(placement.claim(9, 9, 20, 20)).toBe(true)
})

test('dots lie at equal steps round a corner, counted from the end, so that they stay while one walks', () => {
  const dots = dotsAlong(Float32Array.of(0, 0, 1, 0, 1, 1), 0.4)
  ;[1, 1, 1, 0.6, 1, 0.2, 0.8, 0, 0.4, 0].forEach((value, i) => expect(dots[i]).toBeCloseTo(value))
  expect(dots).toHaveLength(10)
  expect([...dotsAlong(Float32Array.of(0.5, 0, 1, 0, 1, 1), 0.4)]).toEqual([...dots.subarray(0, 8)])
})

test('nothing is drawn between the ends of a lift, and each part has its own end', () => {
  const dots = dotsAlong(Float32Array.of(0, 0, 1, 0, Number.NaN, Number.NaN, 50, 50, 51, 50), 0.6)
  expect([...dots].map((value) => Math.round(value * 10) / 10)).toEqual([51, 50, 50.4, 50, 1, 0, 0.4, 0])
})

test('a phrase is cut between words, and after the last line', () => {
  expect(wrapText('Permisi, numpang tanya', 20, 2)).toEqual(['Permisi, numpang', 'tanya'])
  expect(wrapText('Ya', 20, 2)).toEqual(['Ya'])
  expect(wrapText('Assalamualaikum warahmatullahi wabarakatuh', 16, 2).map((line) => line.length)).toEqual([15, 15])
})

test('text is one composed line of at most so many characters', () => {
  expect(trimText('  Siti\n Nurhaliza ', 20)).toBe('Siti Nurhaliza')
  expect(trimText('I Gusti Ayu Ngurah', 11)).toBe('I Gusti Ay…')
  expect(trimText('E\u0301l', 2)).toBe('Él'.normalize('NFC'))
})

test('a colour is turned into the graphics card’s order', () => {
  expect(packColor(0x112233, 1) >>> 0).toBe(0xff332211)
  expect(packColor(0xffffff, 0.5) >>> 0).toBe(0x80ffffff)
  expect(packColor(0xffffff, 1)).toBe(white)
})

test('what is drawn anyway takes its place, free or not', () => {
  const placement = createPlacement(4)
  placement.claim(0, 0, 10, 10)
  placement.reserve(5, 5, 30, 30)
  expect(placement.claim(20, 20, 25, 25)).toBe(false)
})
