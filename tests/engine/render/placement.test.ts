import { expect, test } from 'vitest'
import { packColor } from '../../../engine/render/color.ts'
import { createPlacement } from '../../../engine/render/placement.ts'
import { spreadAlong } from '../../../engine/render/spread-along.ts'
import { trimText } from '../../../engine/render/text.ts'

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

test('dots lie at equal steps round a corner, not on the ends', () => {
  const dots = spreadAlong(
    [
      { x: 0, z: 0 },
      { x: 1, z: 0 },
      { x: 1, z: 1 },
    ],
    0.4,
  )
  const flat = dots.flatMap((dot) => [dot.x, dot.z])
  ;[0.4, 0, 0.8, 0, 1, 0.2, 1, 0.6].forEach((value, i) => expect(flat[i]).toBeCloseTo(value))
  expect(flat).toHaveLength(8)
})

test('text is one composed line of at most so many characters', () => {
  expect(trimText('  Siti\n Nurhaliza ', 20)).toBe('Siti Nurhaliza')
  expect(trimText('I Gusti Ayu Ngurah', 11)).toBe('I Gusti Ay…')
  expect(trimText('E\u0301l', 2)).toBe('Él'.normalize('NFC'))
})

test('a colour is turned into the graphics card’s order', () => {
  expect(packColor(0x112233, 1)).toBe(0xff332211)
  expect(packColor(0xffffff, 0.5)).toBe(0x80ffffff)
})

test('what is drawn anyway takes its place, free or not', () => {
  const placement = createPlacement(4)
  placement.claim(0, 0, 10, 10)
  placement.reserve(5, 5, 30, 30)
  expect(placement.claim(20, 20, 25, 25)).toBe(false)
})
