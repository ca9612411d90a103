import { describe, expect, it } from 'vitest'
import { throwFrames } from '../../../bench/hostile/throw-frames.ts'

describe('N8: random frames from ninety sockets at once', () => {
  it.each([1, 2, 3])('seed %i: each is refused with its code or obeyed within the rules; nobody else sees anything of it', async (seed) => {
    const { closes, faults, frames } = await throwFrames(30_000, seed)
    expect(frames).toBeGreaterThanOrEqual(30_000)
    expect([...closes.keys()].sort()).toEqual(['badMessage', 'badVersion', 'helloExpected', 'tooLarge'])
    expect(faults).toEqual([])
  })
})
