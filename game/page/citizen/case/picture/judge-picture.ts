/** What a person would object to in a photograph of a paper. */
export type PictureFault = 'small' | 'blurred' | 'dark' | 'glare'

/** Brightness of each pixel, 0 to 255, row by row. */
export type Grey = { readonly width: number; readonly height: number; readonly pixels: Uint8Array | Uint8ClampedArray }

/** An ID card fills about this many pixels when its smallest print can still be read. */
export const leastLongSide = 1000
/** Long side of the picture that is judged: sharpness depends on it. */
export const judgedLongSide = 1000
/** Variance of the Laplacian in the sharpest tenth of the picture; print in focus has several hundred, out of focus under 60. */
const leastSharpness = 100
const leastLight = 70
const mostGlare = 0.25
const tileSide = 50

/** @param original size before anything was made smaller */
export function judgePicture(grey: Grey, original: { readonly width: number; readonly height: number }): readonly PictureFault[] {
  const faults: PictureFault[] = []
  if (Math.max(original.width, original.height) < leastLongSide) faults.push('small')
  const { mean, glare } = lightOf(grey)
  if (mean < leastLight) faults.push('dark')
  if (glare > mostGlare) faults.push('glare')
  // What is small or dark is not sharp either: one thing at a time.
  if (faults.length === 0 && sharpnessOf(grey) < leastSharpness) faults.push('blurred')
  return faults
}

/**
 * Sharpness of what is written: the variance of the Laplacian by tiles, and of these the 90th percentile. A sheet is mostly empty, and empty paper
 * is never sharp.
 */
export function sharpnessOf(grey: Grey): number {
  const tiles: number[] = []
  for (let top = 1; top + tileSide < grey.height; top += tileSide) {
    for (let left = 1; left + tileSide < grey.width; left += tileSide) tiles.push(varianceAt(grey, left, top))
  }
  tiles.sort((a, b) => a - b)
  return tiles[Math.floor(tiles.length * 0.9)] ?? 0
}

function varianceAt({ pixels, width }: Grey, left: number, top: number): number {
  let sum = 0
  let squares = 0
  for (let y = top; y < top + tileSide; y++) {
    for (let x = left; x < left + tileSide; x++) {
      const at = y * width + x
      const edge = pixels[at - 1] + pixels[at + 1] + pixels[at - width] + pixels[at + width] - 4 * pixels[at]
      sum += edge
      squares += edge * edge
    }
  }
  const count = tileSide * tileSide
  return squares / count - (sum / count) ** 2
}

/** Mean brightness, and how much is burnt out where its surroundings are not: a lamp in a laminated card. White paper is bright too, but evenly. */
function lightOf({ pixels }: Grey): { mean: number; glare: number } {
  let sum = 0
  let white = 0
  for (const value of pixels) {
    sum += value
    if (value >= 253) white += 1
  }
  const mean = sum / Math.max(1, pixels.length)
  const share = white / Math.max(1, pixels.length)
  // A scan on pure white is nearly all white and easy to read.
  return { mean, glare: share < 0.7 && mean < 200 ? share : 0 }
}
