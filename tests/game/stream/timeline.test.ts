import { expect, test } from 'vitest'
import { createTimeline } from '../../../game/stream/index.ts'

const never = Number.NEGATIVE_INFINITY

test('M6 two epochs meet on one timeline', () => {
  const camera = createTimeline()
  const microphone = createTimeline()
  expect(camera.place(9_000_000_000, 1_000_000, never)).toBe(1_000_000)
  expect(microphone.place(5, 1_010_000, never)).toBe(1_010_000)
  // What counts afterwards is the source's own clock, not when a busy machine got round to it.
  expect(camera.place(9_000_050_000, 1_090_000, never)).toBe(1_050_000)
  expect(microphone.place(10_005, 1_020_500, never)).toBe(1_020_000)
})

test('M6 a late source is left out for half a second, then placed anew', () => {
  const timeline = createTimeline()
  timeline.place(0, 0, never)
  expect(timeline.place(100_000, 400_000, 300_000)).toBe(null)
  expect(timeline.place(300_000, 700_000, 600_000)).toBe(null)
  expect(timeline.place(500_000, 900_001, 800_000)).toBe(900_001)
  expect(timeline.place(520_000, 930_000, 900_000)).toBe(920_001)
})

test('M6 a source that starts anew is placed by its arrival; time never goes back', () => {
  const timeline = createTimeline()
  expect(timeline.place(10_000_000, 0, never)).toBe(0)
  expect(timeline.place(0, 60_000, never)).toBe(60_000)
  expect(timeline.place(0, 60_000, never)).toBe(null)
})
