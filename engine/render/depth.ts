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
 * Sorts `order` from `first` to before `end` by `depths[order[i]]`, the smallest (farthest) first; equals keep their order.
 * Insertion sort: few at a time, or hardly out of order.
 */
export function sortByDepth(order: Uint32Array, depths: Float32Array, first: number, end: number): void {
  for (let i = first + 1; i < end; i++) {
    const item = order[i]
    const depth = depths[item]
    let j = i - 1
    while (j >= first && depths[order[j]] > depth) {
      order[j + 1] = order[j]
      j--
    }
    order[j + 1] = item
  }
}

/** Depth of somebody who sits on the thing in tile (c, r): behind it when its back is towards the viewer, else before it. */
export const seatDepth = (c: number, r: number, isFromBehind: boolean): number => tileDepth(c, r) + (isFromBehind ? -hair : hair)
