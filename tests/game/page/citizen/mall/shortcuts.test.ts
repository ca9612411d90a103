import { expect, test } from 'vitest'
import { createPace } from '../../../../../game/page/citizen/mall/pace.ts'
import { shortcutOf } from '../../../../../game/page/citizen/mall/shortcuts.ts'

const press = (key: string, more: object = {}) =>
  shortcutOf({ key, ctrlKey: false, metaKey: false, altKey: false, target: null, ...more } as Parameters<typeof shortcutOf>[0])

test('keys do one thing each, whatever their case, and leave combinations and written text alone', () => {
  expect(['/', 'm', 'M', 'e', '?', 'c', '+', '-', 'w', 'Enter', 'toString'].map((key) => press(key))).toEqual([
    'find',
    'plan',
    'plan',
    'gestures',
    'keys',
    'me',
    'zoom-in',
    'zoom-out',
    null,
    null,
    null,
  ])
  expect(press('m', { ctrlKey: true })).toBeNull()
  const field = { closest: (selector: string) => (selector.includes('input') ? {} : null) }
  expect(press('m', { target: field })).toBeNull()
})

test('one a second, however fast one presses', () => {
  const pace = createPace(1000)
  const taken = [0, 10, 999, 1000, 1500, 2000.5].map((atMs) => pace.take(atMs))
  expect(taken).toEqual([true, false, false, true, false, true])
})
