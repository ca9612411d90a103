/** Pixels of four bytes, row by row from the top left. */
export type Pixels = { readonly width: number; readonly height: number; readonly data: Uint8Array }

/** Turns and mirrors pixels so that they lie as `orientation` says they should be seen. 1 gives back what was given. */
export function orientPixels(pixels: Pixels, orientation: number): Pixels {
  if (orientation <= 1 || orientation > 8) return pixels
  const { width, height } = pixels
  const isTurned = orientation >= 5
  const [outWidth, outHeight] = isTurned ? [height, width] : [width, height]
  const from = new Uint32Array(pixels.data.buffer, pixels.data.byteOffset, width * height)
  const to = new Uint32Array(width * height)
  for (let y = 0; y < outHeight; y++) {
    for (let x = 0; x < outWidth; x++) to[y * outWidth + x] = from[sourceIndex(orientation, x, y, width, height)]
  }
  return { width: outWidth, height: outHeight, data: new Uint8Array(to.buffer) }
}

/** Which pixel of the picture as it lies is seen at x, y. */
function sourceIndex(orientation: number, x: number, y: number, width: number, height: number): number {
  const [right, bottom] = [width - 1, height - 1]
  if (orientation === 2) return y * width + right - x
  if (orientation === 3) return (bottom - y) * width + right - x
  if (orientation === 4) return (bottom - y) * width + x
  if (orientation === 5) return x * width + y
  if (orientation === 6) return (bottom - x) * width + y
  if (orientation === 7) return (bottom - x) * width + right - y
  return x * width + right - y
}
