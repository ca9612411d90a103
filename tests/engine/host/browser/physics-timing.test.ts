import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createPhysicsTiming } from '../../../../engine/host/browser/physics-timing.ts'

let loads: number
let timing: ReturnType<typeof createPhysicsTiming>

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
  it('two seconds after the first picture of the own avatar, when nothing happens', () => {
    timing.hear({ type: 'entered' })
    expect(after(60_000)).toBe(0)
    timing.hear({ type: 'own-seen' })
    expect([after(1999), after(1)]).toEqual([0, 1])
  })

  it('half a second after the first step, but not later than it would have been without', () => {
    timing.hear({ type: 'own-seen' })
    timing.hear({ type: 'first-step' })
    expect([after(499), after(1), after(5000)]).toEqual([0, 1, 1])
    timing.hear({ type: 'own-seen' })
    vi.advanceTimersByTime(1900)
    timing.hear({ type: 'first-step' })
    expect([after(99), after(1), after(5000)]).toEqual([1, 2, 2])
  })

  it('at once where it is needed, and again when that failed', () => {
    timing.hear({ type: 'own-seen' })
    timing.hear({ type: 'needs-physics' })
    expect(after(0)).toBe(1)
    timing.hear({ type: 'needs-physics' })
    expect([after(0), after(5000)]).toEqual([2, 2])
  })

  it('no more once it is stopped', () => {
    timing.hear({ type: 'own-seen' })
    timing.stop()
    expect(after(5000)).toBe(0)
  })
})
