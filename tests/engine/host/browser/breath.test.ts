import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createBreath } from '../../../../engine/host/browser/breath.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

test('in a worker nothing waits', async () => {
  const breathe = createBreath(false)
  vi.advanceTimersByTime(1000)
  await expect(breathe()).resolves.toBeUndefined()
})

test('on a page a long work lets another in, and no more often than it must', async () => {
  const breathe = createBreath(true)
  let waited = 0
  const count = async (): Promise<void> => {
    const before = vi.getTimerCount()
    const breath = breathe()
    if (vi.getTimerCount() > before) waited++
    await vi.advanceTimersByTimeAsync(0)
    await breath
  }
  for (let piece = 0; piece < 10; piece++) {
    vi.advanceTimersByTime(5)
    await count()
  }
  expect(waited).toBe(3)
})
