import { sortByDepth } from './depth.ts'

/** Keeps numbers ordered by a distance from frame to frame, so that each new sort finds its work nearly done. */
export type NearestFirst = {
  /** The first `count` of them, the nearest first, after `sort`. */
  readonly order: Uint32Array
  readonly count: number
  /** To be written before `sort`: the distance of each, by number. `room` makes it hold numbers below `total`. */
  readonly distances: Float32Array
  room(total: number): void
  /** Orders the first `count` of `members`. */
  sort(members: Uint32Array, count: number): void
}

export function createNearestFirst(): NearestFirst {
  let order = new Uint32Array(0)
  let distances = new Float32Array(0)
  let isIn = new Uint8Array(0)
  let count = 0
  return {
    get order() {
      return order
    },
    get count() {
      return count
    },
    get distances() {
      return distances
    },
    room(total) {
      if (distances.length >= total) return
      order = new Uint32Array(total)
      distances = new Float32Array(total)
      isIn = new Uint8Array(total)
      count = 0
    },
    sort(members, memberCount) {
      for (let k = 0; k < memberCount; k++) isIn[members[k]] = 1
      // Those who were there before first, in their old order; then the new ones.
      let kept = 0
      for (let k = 0; k < count; k++) {
        const member = order[k]
        if (isIn[member] === 0) continue
        order[kept++] = member
        isIn[member] = 0
      }
      for (let k = 0; k < memberCount; k++) {
        const member = members[k]
        if (isIn[member] === 0) continue
        order[kept++] = member
        isIn[member] = 0
      }
      count = kept
      sortByDepth(order, distances, 0, count)
    },
  }
}
