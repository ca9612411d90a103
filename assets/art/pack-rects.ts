export type Size = { readonly width: number; readonly height: number }
export type Spot = { readonly x: number; readonly y: number }

/**
 * Places rectangles without overlap in a strip `stripWidth` wide, by the skyline method (lowest place first, tallest
 * rectangle first), with `gap` empty pixels around each. Returns the spots in the order given, and the height used.
 */
export function packRects(sizes: readonly Size[], stripWidth: number, gap: number): { spots: Spot[]; height: number } {
  const skyline = new Uint32Array(stripWidth)
  const spots: Spot[] = sizes.map(() => ({ x: 0, y: 0 }))
  const order = sizes
    .map((_, index) => index)
    .toSorted((a, b) => sizes[b].height - sizes[a].height || sizes[b].width - sizes[a].width || a - b)
  for (const index of order) {
    const width = sizes[index].width + gap
    const height = sizes[index].height + gap
    if (width > stripWidth)
      throw new TypeError(`sizes[${index}] is ${width} px wide with its gap; stripWidth must be at least that, got ${stripWidth}`)
    let [bestX, bestY] = [0, Number.POSITIVE_INFINITY]
    for (let x = 0; x + width <= stripWidth; x++) {
      let y = 0
      for (let i = x; i < x + width && y < bestY; i++) y = Math.max(y, skyline[i])
      if (y < bestY) [bestX, bestY] = [x, y]
    }
    spots[index] = { x: bestX, y: bestY }
    skyline.fill(bestY + height, bestX, bestX + width)
  }
  return { spots, height: skyline.reduce((a, b) => Math.max(a, b), 0) }
}
