import { describe, expect, it } from 'vitest'
import { createBlockHasher } from '../../../bench/twin/block-hashes.ts'
import { findMismatches } from '../../../bench/twin/find-mismatches.ts'
import type { BlockHashes } from '../../../bench/twin/twin-run.ts'

/** Avatars that walk east for 250 ticks; `nudge` moves one of them in one tick. */
function walked(people: number[], nudge?: { person: number; tick: number; byM: number }): BlockHashes {
  const hasher = createBlockHasher(people, 250)
  for (let tick = 0; tick < 250; tick++) {
    for (const [index, person] of people.entries()) {
      const byM = nudge?.person === person && nudge.tick === tick ? nudge.byM : 0
      hasher.add(index, tick, Math.fround(person + tick * 0.16), 0, Math.fround(2 + byM))
    }
  }
  return hasher.result()
}

describe('positions held against each other', () => {
  it('are counted, whatever the order of the avatars', () => {
    expect(findMismatches(walked([2, 0]), walked([0, 1, 2]))).toEqual({ compared: 500, differing: 0, first: [] })
  })
  it('that differ by one bit in one tick are named by avatar and block', () => {
    const other = walked([0, 1, 2], { person: 1, tick: 217, byM: 2 ** -22 })
    expect(findMismatches(other, walked([0, 1, 2]))).toEqual({
      compared: 750,
      differing: 50,
      first: [{ person: 1, fromTick: 200, toTick: 299 }],
    })
    expect(walked([0]).hashes[0][0]).not.toBe(walked([0], { person: 0, tick: 5, byM: 2 ** -22 }).hashes[0][0])
  })
  it('are not when an avatar or a tick is missing: nothing was compared then', () => {
    expect(() => findMismatches(walked([3]), walked([0, 1]))).toThrow(/avatar 3/)
    const shorter = createBlockHasher([0], 250)
    shorter.add(0, 0, 1, 0, 1)
    expect(() => findMismatches(walked([0]), shorter.result())).toThrow(/avatar 0/)
  })
})
