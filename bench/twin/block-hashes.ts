import { hashFloat, hashStart } from '@balai/engine/core'
import { type BlockHashes, blockTicks } from './twin-run.ts'

/** Folds positions into one hash for each block of ticks, so that a difference is named by avatar and block. */
export type BlockHasher = {
  /** @param index place of the avatar in `people` @param tick ticks since the walk began, from 0 */
  add(index: number, tick: number, x: number, y: number, z: number): void
  result(): BlockHashes
}

export function createBlockHasher(people: readonly number[], ticks: number): BlockHasher {
  const blocks = Math.ceil(ticks / blockTicks)
  const hashes = people.map(() => Array<number>(blocks).fill(hashStart))
  const counts = people.map(() => Array<number>(blocks).fill(0))
  return {
    add(index, tick, x, y, z) {
      const block = Math.floor(tick / blockTicks)
      hashes[index][block] = hashFloat(hashFloat(hashFloat(hashes[index][block], x), y), z)
      counts[index][block] += 1
    },
    result: () => ({ people, hashes, counts }),
  }
}
