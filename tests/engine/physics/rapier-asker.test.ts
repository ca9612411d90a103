import { expect, test } from 'vitest'
import { findMisreading } from '../../../engine/physics/rapier-asker.ts'

/** Answers half of every wish. */
function halving() {
  const question = new Float64Array(6)
  const answer = new Float64Array(3)
  return {
    question,
    answer,
    ask() {
      for (let axis = 0; axis < 3; axis++) answer[axis] = question[axis + 3] / 2
    },
    isGrounded: () => false,
  }
}

test('an answer that is read from the wrong place is noticed, and what was read is told', () => {
  const asker = halving()
  const half = (axis: number): number => asker.question[axis + 3] / 2
  const truth = { computedMovement: () => ({ x: half(0), y: half(1), z: half(2) }), computedGrounded: () => false }
  expect(findMisreading(asker, truth)).toBe(null)
  for (const axis of ['x', 'y', 'z'] as const) {
    const elsewhere = { ...truth, computedMovement: () => ({ ...truth.computedMovement(), [axis]: 0.75 }) }
    expect(findMisreading(asker, elsewhere)).toMatch(/rapier answers .*0\.75.* is read/)
  }
  expect(findMisreading(asker, { ...truth, computedGrounded: () => true })).not.toBe(null)
})
