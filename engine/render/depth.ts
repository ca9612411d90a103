import { depthOf, type SolidBox } from '../space/index.ts'

/** Less than any difference that can be seen, more than the rounding of a float32 on a map of a kilometre. */
const hair = 1 / 256

/** Depth of a thing that fills tile (c, r): that of the tile's middle. */
export const tileDepth = (c: number, r: number): number => depthOf(c + 0.5, r + 0.5)

/**
 * Depth of a person at (x, z) who shares the tile (c, r) with a solid thing of `boxes` (tile fractions).
 * A thin wall's middle says nothing about which side of it one stands on, its box does.
 */
export function depthBeside(x: number, z: number, c: number, r: number, boxes: readonly SolidBox[]): number {
  const own = depthOf(x, z)
  const thing = tileDepth(c, r)
  for (let i = 0; i < boxes.length; i++) {
    const box = boxes[i]
    const isInFront = x >= c + box.x1 || z >= r + box.z1
    if (!isInFront) return Math.min(own, thing - hair)
  }
  return Math.max(own, thing + hair)
}

/**
 * Sorts the first `count` of `order` by `depths[order[i]]`, the smallest (farthest) first; equals keep their order.
 * Insertion sort: from frame to frame people hardly change places, so a pass over them is nearly all it costs.
 */
export function sortByDepth(order: Uint32Array, depths: Float32Array, count: number): void {
  for (let i = 1; i < count; i++) {
    const item = order[i]
    const depth = depths[item]
    let j = i - 1
    while (j >= 0 && depths[order[j]] > depth) {
      order[j + 1] = order[j]
      j--
    }
    order[j + 1] = item
  }
}

/** First index of the ascending `depths` whose value is not below `depth`. */
export function firstAtOrBehind(depths: Float32Array, depth: number): number {
  let low = 0
  let high = depths.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (depths[middle] < depth) low = middle + 1
    else high = middle
  }
  return low
}
