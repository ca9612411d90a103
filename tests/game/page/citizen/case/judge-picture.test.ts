import { describe, expect, test } from 'vitest'
import { judgePicture, sharpnessOf, type Grey } from '../../../../../game/page/citizen/case/picture/judge-picture.ts'

const size = { width: 1000, height: 640 }
/** A sheet with lines of small marks in its upper third, as print looks; `blur` in pixels. */
function sheet(options: { paper?: number; ink?: number; blur?: number; glare?: number } = {}): Grey {
  const { paper = 190, ink = 40, blur = 0, glare = 0 } = options
  const { width, height } = size
  const sharp = new Uint8Array(width * height).fill(paper)
  for (let y = 40; y < height / 3; y++)
    for (let x = 40; x < width - 40; x++) if (y % 14 < 8 && (x * 7 + y * 3) % 11 < 4) sharp[y * width + x] = ink
  for (let y = 0; y < height * glare; y++) sharp.fill(255, y * width, (y + 1) * width)
  if (blur === 0) return { ...size, pixels: sharp }
  const pixels = new Uint8Array(sharp)
  for (let y = blur; y < height - blur; y++)
    for (let x = blur; x < width - blur; x++) {
      let sum = 0
      for (let dy = -blur; dy <= blur; dy++) for (let dx = -blur; dx <= blur; dx++) sum += sharp[(y + dy) * width + x + dx]
      pixels[y * width + x] = sum / (2 * blur + 1) ** 2
    }
  return { ...size, pixels }
}
const large = { width: 3000, height: 1920 }

describe('a photograph of a paper', () => {
  test('in focus and in light has no fault, though two thirds of it are empty', () => expect(judgePicture(sheet(), large)).toEqual([]))
  test('a scan on pure white has none either', () => expect(judgePicture(sheet({ paper: 255, ink: 0 }), large)).toEqual([]))
  test('out of focus is blurred', () => expect(judgePicture(sheet({ blur: 4 }), large)).toEqual(['blurred']))
  test('too few pixels is small', () => expect(judgePicture(sheet(), { width: 999, height: 700 })).toEqual(['small']))
  test('without light is dark, and only that', () => expect(judgePicture(sheet({ paper: 45, ink: 30, blur: 4 }), large)).toEqual(['dark']))
  test('a lamp in the card is glare', () => expect(judgePicture(sheet({ paper: 120, glare: 0.35 }), large)).toEqual(['glare']))
  test('sharpness falls as focus goes', () => {
    const steps = [0, 1, 2, 4].map((blur) => sharpnessOf(sheet({ blur })))
    expect(steps).toEqual(steps.toSorted((a, b) => b - a))
    expect(steps[0]).toBeGreaterThan(10 * steps[3])
  })
})
