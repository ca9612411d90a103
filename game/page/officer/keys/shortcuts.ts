/** One key for each action of the console, shown beside it. */
export const shortcutKeys = {
  next: 'N',
  recall: 'U',
  skip: 'T',
  serve: 'M',
  finish: 'S',
  park: 'R',
  transfer: 'O',
  note: 'I',
  verify: 'V',
  list: 'Q',
  pause: 'J',
  manage: 'E',
  close: 'L',
  cases: 'F',
  emergency: 'D',
  camera: 'K',
  join: 'B',
  sound: 'A',
  picture: 'G',
  write: 'C',
  help: '?',
} as const
export type Shortcut = keyof typeof shortcutKeys

/** `letters`: the key alone, outside of text fields. `alt`: with Alt, everywhere. `off`: none (WCAG 2.1.4). */
export type KeyMode = 'letters' | 'alt' | 'off'

export type KeyPress = {
  readonly key: string
  readonly code: string
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  /** The key is held down. */
  readonly repeat: boolean
  /** The focus stands in a text field. */
  readonly isTyping: boolean
}

/** Which key means what. */
export type KeyTable<Name extends string> = Readonly<Record<Name, string>>

/** The action of the console that a key press means, or null. A held key means its action once. */
export function shortcutOf(press: KeyPress, mode: KeyMode): Shortcut | null {
  return nameOfKey(shortcutKeys, press, mode)
}

/** The same for any table of keys. */
export function nameOfKey<Name extends string>(table: KeyTable<Name>, press: KeyPress, mode: KeyMode): Name | null {
  if (mode === 'off' || press.repeat || press.ctrlKey || press.metaKey || press.altKey !== (mode === 'alt')) return null
  if (mode === 'letters' && press.isTyping) return null
  // With Alt some keyboards give another character: the place of the key counts then.
  const key = mode === 'alt' ? keyOfCode(press.code) : press.key.toUpperCase()
  const found = Object.entries<string>(table).find(([, own]) => own === key)
  return (found?.[0] as Name | undefined) ?? null
}

function keyOfCode(code: string): string {
  return signs[code] ?? code.replace(/^Key/, '')
}

const signs: Readonly<Record<string, string>> = { Slash: '?', Equal: '+', NumpadAdd: '+', Minus: '-', NumpadSubtract: '-' }

/** As written beside the action: `N`, `Alt N`; null when keys are off. */
export function keyLabel(shortcut: Shortcut, mode: KeyMode): string | null {
  return writtenKey(shortcutKeys[shortcut], mode)
}

export function writtenKey(key: string, mode: KeyMode): string | null {
  if (mode === 'off') return null
  return mode === 'alt' ? `Alt ${key}` : key
}
