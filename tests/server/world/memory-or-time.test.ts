import { afterEach, expect, it, vi } from 'vitest'
import { preferTimeInCrowds } from '../../../server/world/index.ts'

afterEach(() => void vi.useRealTimers())

it('prefers time from 150 walkers on until fewer than 50 are left, and says so once each time', () => {
  vi.useFakeTimers()
  const flags: string[] = []
  let walkers = 0
  const stop = preferTimeInCrowds(
    () => walkers,
    (flag) => flags.push(flag),
  )
  for (walkers of [0, 149, 150, 4000, 60, 50, 49, 100, 0]) vi.advanceTimersByTime(1000)
  expect(flags).toEqual(['--no-optimize-for-size', '--optimize-for-size'])
  stop()
  walkers = 4000
  vi.advanceTimersByTime(5000)
  expect(flags).toHaveLength(2)
})
