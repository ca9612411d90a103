import { describe, expect, it } from 'vitest'
import { comparePictures, type Sight } from '../../../bench/bots/compare-twins.ts'

const bot = (netId: number | null, x: number, isMoving = false) => ({
  netId: () => netId,
  position: () => (netId === null ? null : { x, y: 0, z: 1 }),
  isMoving: () => isMoving,
})
const sight = (netId: number, x: number, isWalking = false): Sight => ({ netId, x, y: 0, z: 1, isWalking })
const compare = (...sights: Sight[]) =>
  comparePictures(
    [
      { lagTicks: 4, sights },
      { lagTicks: 6, sights: [] },
    ],
    [bot(1, 5), bot(2, 7), bot(3, 9, true), bot(null, 0)],
  )

describe('twins', () => {
  it('agree when pictures and bodies are the same bits', () => {
    expect(compare(sight(1, 5), sight(2, 7))).toMatchObject({ twins: 2, pairs: 2, divergences: 0, worstM: 0, lagTicks: 5 })
  })
  it('diverge by the last bit of a float32, and the worst is told', () => {
    const nextFloat = 5 + 2 ** -21
    expect(Math.fround(nextFloat)).toBe(nextFloat)
    expect(compare(sight(1, nextFloat), sight(2, 10))).toMatchObject({ pairs: 2, divergences: 2, worstM: 3 })
  })
  it('leave out who still walks, and count who is none of ours', () => {
    expect(compare(sight(3, 1), sight(2, 1, true), sight(8, 1))).toMatchObject({ pairs: 0, walking: 2, strangers: 1, divergences: 0 })
  })
})
