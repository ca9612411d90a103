import { expect, test } from 'vitest'
import { rememberedLook } from '../../../../../game/page/citizen/mall/look.ts'
import { stickPush } from '../../../../../game/page/citizen/mall/push.ts'

test('the stick: trembling stands, a far thumb pushes no harder than 1', () => {
  expect(stickPush(5, 5, 44)).toEqual({ right: 0, down: 0 })
  expect(stickPush(440, 0, 44)).toEqual({ right: 1, down: 0 })
  const { right, down } = stickPush(-22, 22, 44)
  expect(Math.hypot(right, down)).toBeCloseTo(Math.hypot(22, 22) / 44)
  expect(right).toBeCloseTo(-down)
})

test('a look is drawn once and kept, 32 bits', () => {
  const kept = new Map<string, string>()
  const store = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) }
  const look = rememberedLook(store)
  expect(rememberedLook(store)).toBe(look)
  expect(look >>> 0).toBe(look)
  kept.set('balai.look', '-3')
  expect(rememberedLook(store)).toBeGreaterThanOrEqual(0)
  expect(
    rememberedLook({
      getItem: () => {
        throw new Error('no')
      },
      setItem() {},
    }),
  ).toBeGreaterThanOrEqual(0)
})
