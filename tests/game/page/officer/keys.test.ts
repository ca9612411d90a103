import { describe, expect, it } from 'vitest'
import { armedMs, pressKey } from '../../../../game/page/officer/keys/arming.ts'
import { keyLabel, shortcutKeys, shortcutOf, type KeyPress } from '../../../../game/page/officer/keys/shortcuts.ts'

const press = (change: Partial<KeyPress>): KeyPress => ({
  key: '',
  code: '',
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  repeat: false,
  isTyping: false,
  ...change,
})

describe('the keys of the console', () => {
  it('are each used once', () => {
    const keys = Object.values(shortcutKeys)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('mean their action alone, never in a text field, never with a modifier, never when held', () => {
    expect(shortcutOf(press({ key: 'n' }), 'letters')).toBe('next')
    expect(shortcutOf(press({ key: '?' }), 'letters')).toBe('help')
    expect(shortcutOf(press({ key: 'n', isTyping: true }), 'letters')).toBeNull()
    expect(shortcutOf(press({ key: 'n', ctrlKey: true }), 'letters')).toBeNull()
    expect(shortcutOf(press({ key: 'n', altKey: true }), 'letters')).toBeNull()
    expect(shortcutOf(press({ key: 'n', repeat: true }), 'letters')).toBeNull()
    expect(shortcutOf(press({ key: 'x' }), 'letters')).toBeNull()
  })

  it('can be moved to Alt, where they work while typing, or be turned off (WCAG 2.1.4)', () => {
    expect(shortcutOf(press({ key: 'ñ', code: 'KeyN', altKey: true, isTyping: true }), 'alt')).toBe('next')
    expect(shortcutOf(press({ key: 'n', code: 'KeyN' }), 'alt')).toBeNull()
    expect(shortcutOf(press({ key: 'n', code: 'KeyN' }), 'off')).toBeNull()
    expect([keyLabel('next', 'letters'), keyLabel('next', 'alt'), keyLabel('next', 'off')]).toEqual(['N', 'Alt N', null])
  })
})

describe('a key that ends a turn', () => {
  it('fires on its second press only, within its time', () => {
    const first = pressKey(null, 'finish', 1000)
    expect(first.fires).toBe(false)
    expect(pressKey(first.armed, 'finish', 1000 + armedMs).fires).toBe(true)
    expect(pressKey(first.armed, 'finish', 1001 + armedMs).fires).toBe(false)
  })

  it('is disarmed by any other key, and other keys fire at once', () => {
    const first = pressKey(null, 'skip', 0)
    const other = pressKey(first.armed, 'recall', 10)
    expect(other).toEqual({ fires: true, armed: null })
    expect(pressKey(other.armed, 'skip', 20).fires).toBe(false)
    expect(pressKey(first.armed, 'finish', 30).fires).toBe(false)
  })
})
