import { expect, test } from 'vitest'
import { createTierWatch, firstTier, mayRise, type Tier, type TierWatch } from '../../../../engine/host/browser/quality.ts'

test('who saves data, has little memory or few cores begins low; a browser that tells nothing begins high', () => {
  expect(firstTier('auto', {})).toBe('high')
  expect(firstTier('auto', { deviceMemoryGB: 8, cores: 8 })).toBe('high')
  expect(firstTier('auto', { saveData: true, deviceMemoryGB: 8 })).toBe('low')
  expect(firstTier('auto', { deviceMemoryGB: 2 })).toBe('low')
  expect(firstTier('auto', { cores: 2 })).toBe('low')
  expect(firstTier('high', { saveData: true })).toBe('high')
  expect([mayRise({ cores: 2 }), mayRise({ deviceMemoryGB: 1 }), mayRise({ saveData: true })]).toEqual([true, false, false])
})

/** Draws for so many seconds at one interval; what was asked for, and after how many seconds. */
function draw(watch: TierWatch, seconds: number, intervalMs: number, frameMs = 2): [Tier, number] | null {
  for (let ms = 0; ms < seconds * 1000; ms += intervalMs) {
    const asked = watch.observe(intervalMs, frameMs)
    if (asked === null) continue
    watch.changed(asked)
    return [asked, Math.round(ms / 1000)]
  }
  return null
}

test('slow frames lower the tier within seconds, a single hitch and a rest between two walks do not', () => {
  const watch = createTierWatch('high', true)
  expect(draw(watch, 30, 16.7)).toBeNull()
  expect(watch.observe(240, 2)).toBeNull()
  expect(watch.observe(60_000, 2)).toBeNull()
  expect(draw(watch, 30, 40)).toEqual(['low', 2])
})

test('a low tier rises after a long calm alone, and not within ten seconds down again', () => {
  const watch = createTierWatch('low', true)
  expect(draw(watch, 120, 33.3, 9)).toBeNull()
  const [asked, after] = draw(watch, 200, 33.3) ?? []
  expect(asked).toBe('high')
  expect(after).toBeGreaterThanOrEqual(55)
  expect(draw(watch, 20, 40)).toEqual(['low', 10])
})

test('what was too much is tried again later, and where it may not it never is', () => {
  const watch = createTierWatch('high', true)
  draw(watch, 20, 40)
  expect(draw(watch, 110, 33.3)).toBeNull()
  expect(draw(watch, 130, 33.3)?.[0]).toBe('high')
  expect(draw(createTierWatch('low', false), 600, 33.3)).toBeNull()
})
