import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createFrameLoop } from '../../../../engine/host/browser/frame-loop.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['requestAnimationFrame', 'setTimeout', 'clearTimeout', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

test('draws while there is more to draw, then sleeps until it is woken', () => {
  let left = 3
  let drawn = 0
  const loop = createFrameLoop(() => {
    drawn++
    return --left > 0
  })
  loop.wake()
  vi.advanceTimersByTime(1000)
  expect(drawn).toBe(3)
  loop.wake()
  loop.wake()
  vi.advanceTimersByTime(1000)
  expect(drawn).toBe(4)
})

test('draws no more often than it may', () => {
  let drawn = 0
  const loop = createFrameLoop(() => {
    drawn++
    return true
  })
  loop.setMostPerSecond(30)
  loop.wake()
  vi.advanceTimersByTime(1000)
  expect(drawn).toBeGreaterThan(27)
  expect(drawn).toBeLessThan(34)
  loop.stop()
})

test('sleeps until the time it was told, for ever when there is none, and not at all once it is woken', () => {
  let drawn = 0
  const loop = createFrameLoop(() => {
    drawn++
    return false
  })
  loop.wakeAt(Number.POSITIVE_INFINITY)
  vi.advanceTimersByTime(5000)
  expect(drawn).toBe(0)
  loop.wakeAt(performance.now() + 300)
  vi.advanceTimersByTime(290)
  expect(drawn).toBe(0)
  vi.advanceTimersByTime(40)
  expect(drawn).toBe(1)
})

test('hidden, nothing is drawn, whatever wakes it; seen again, it is drawn once', () => {
  let drawn = 0
  const loop = createFrameLoop(() => {
    drawn++
    return false
  })
  loop.setVisible(false)
  loop.wake()
  loop.wakeAt(performance.now() + 10)
  vi.advanceTimersByTime(1000)
  expect(drawn).toBe(0)
  loop.setVisible(true)
  vi.advanceTimersByTime(1000)
  expect(drawn).toBe(1)
})
