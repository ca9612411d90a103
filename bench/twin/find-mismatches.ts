import { type BlockHashes, blockTicks } from './twin-run.ts'

export type Mismatches = {
  /** Positions that both have. */
  readonly compared: number
  /** Positions in blocks that are not the same: any of them may be another. */
  readonly differing: number
  /** The first block of each avatar that is not the same. */
  readonly first: readonly { readonly person: number; readonly fromTick: number; readonly toTick: number }[]
}

/**
 * Holds the avatars of `part` against the same avatars of `whole`, block by block.
 * @throws Error when an avatar is missing in `whole`, or the two looked at different ticks: then nothing was compared
 */
export function findMismatches(part: BlockHashes, whole: BlockHashes): Mismatches {
  let compared = 0
  let differing = 0
  const first: Mismatches['first'][number][] = []
  for (const [index, person] of part.people.entries()) {
    const other = whole.people.indexOf(person)
    if (other < 0 || part.counts[index].join() !== whole.counts[other].join())
      throw new Error(`avatar ${person} was not looked at in the same ticks`)
    const wrong = part.hashes[index].map((hash, block) => hash !== whole.hashes[other][block])
    for (const [block, count] of part.counts[index].entries()) {
      compared += count
      if (wrong[block]) differing += count
    }
    const block = wrong.indexOf(true)
    if (block >= 0) first.push({ person, fromTick: block * blockTicks, toTick: (block + 1) * blockTicks - 1 })
  }
  return { compared, differing, first }
}
