import { beforeAll, describe, expect, it } from 'vitest'
import { type FuzzPlace, openFuzzPlaces } from '../../../bench/net-fuzz/fuzz-places.ts'
import { runFuzz } from '../../../bench/net-fuzz/run-fuzz.ts'

let places: readonly FuzzPlace[]
beforeAll(async () => {
  places = await openFuzzPlaces()
})

/** Every picture right at the end, to the bit; and nobody corrected, lost or sent away on the way but as the rules say. */
function holds(seed: number): void {
  const { pairs, wrong, notes } = runFuzz(seed, places)
  expect(pairs).toBeGreaterThan(0)
  expect([...wrong, ...notes]).toEqual([])
}

describe('people on troubled lines come, walk, are cut off, come back and go', () => {
  for (let seed = 1; seed <= 24; seed++) it(`seed ${seed}: all views agree with the server's world`, () => holds(seed))
})

describe('seeds that found something', () => {
  it.each([[194, 'M11: an intent for the same tick as a state that waits starts from that state']])('seed %i: %s', holds)
})
