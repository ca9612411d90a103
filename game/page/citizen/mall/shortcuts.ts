/** What a key does in the mall. Walking is the engine's. */
export type MallShortcut = 'find' | 'plan' | 'gestures' | 'keys' | 'me' | 'zoom-in' | 'zoom-out'

/** By what the key writes, so that `?` and `/` are where the keyboard has them. */
const shortcuts: Readonly<Record<string, MallShortcut>> = {
  '/': 'find',
  m: 'plan',
  e: 'gestures',
  '?': 'keys',
  c: 'me',
  '+': 'zoom-in',
  '=': 'zoom-in',
  '-': 'zoom-out',
}

const taken = 'input, textarea, select, [contenteditable], dialog'

/** The shortcut that a key press stands for; null in fields and dialogs, and for a key of the browser or a screen reader. */
export function shortcutOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'target'>): MallShortcut | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  if ((event.target as Partial<Element> | null)?.closest?.(taken)) return null
  const key = event.key.toLowerCase()
  return Object.hasOwn(shortcuts, key) ? shortcuts[key] : null
}

/** @returns a function that stops it. */
export function listenToShortcuts(run: (shortcut: MallShortcut) => void): () => void {
  const onKey = (event: KeyboardEvent) => {
    const shortcut = shortcutOf(event)
    if (!shortcut) return
    event.preventDefault()
    run(shortcut)
  }
  window.addEventListener('keydown', onKey)
  return () => window.removeEventListener('keydown', onKey)
}
