import { sortByDepth } from './depth.ts'

/** Orders the numbers below `count` by a distance; the answer is reused by the next call. */
export type NearestFirst = (count: number, distanceOf: (i: number) => number) => Uint32Array

export function createNearestFirst(): NearestFirst {
  let order = new Uint32Array(0)
  let distances = new Float32Array(0)
  return (count, distanceOf) => {
    if (order.length < count) {
      order = new Uint32Array(count * 2)
      distances = new Float32Array(count * 2)
    }
    for (let i = 0; i < count; i++) {
      order[i] = i
      distances[i] = distanceOf(i)
    }
    sortByDepth(order, distances, count)
    return order
  }
}
