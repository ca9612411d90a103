import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createPhysicsTiming, type PhysicsTiming } from '../../../../engine/host/browser/physics-timing.ts'

let loads: number
let timing: PhysicsTiming

beforeEach(() => {
  vi.useFakeTimers()
  loads = 0
  timing = createPhysicsTiming(() => loads++)
})
afterEach(() => vi.useRealTimers())

const after = (ms: number): number => {
  vi.advanceTimersByTime(ms)
  return loads
}

describe('collision is fetched', () => {
  it('two seconds after being let in, when nothing happens', () => {
    timing.entered()
    expect([after(1999), after(1)]).toEqual([0, 1])
  })

  it('half a second after the first step, but not later than it would have been without', () => {
    timing.entered()
    timing.stepped()
    expect([after(499), after(1), after(5000)]).toEqual([0, 1, 1])
    timing.entered()
    vi.advanceTimersByTime(1900)
    timing.stepped()
    expect([after(99), after(1), after(5000)]).toEqual([1, 2, 2])
  })

  it('at once where it is needed, and again when that failed', () => {
    timing.entered()
    timing.needed()
    expect(after(0)).toBe(1)
    timing.needed()
    expect([after(0), after(5000)]).toEqual([2, 2])
  })

  it('no more once it is stopped', () => {
    timing.entered()
    timing.stop()
    expect(after(5000)).toBe(0)
  })
})
