import { signal, type ReadonlySignal } from '@preact/signals'
import { armedMs, pressKey, type Armed } from './arming.ts'
import { shortcutOf, type KeyMode, type Shortcut } from './shortcuts.ts'

export type KeyListener = {
  /** The key that waits for its second press. */
  readonly armed: ReadonlySignal<Shortcut | null>
  stop(): void
}

/** Turns the window's key presses into actions. `isPossible` is asked first, so that a key without an action arms nothing. */
export function listenKeys(options: {
  readonly mode: ReadonlySignal<KeyMode>
  readonly isPossible: (shortcut: Shortcut) => boolean
  readonly onShortcut: (shortcut: Shortcut) => void
  /** Escape outside of a window: puts away what stands in the way. */
  readonly onEscape: () => void
}): KeyListener {
  const armed = signal<Armed>(null)
  const shown = signal<Shortcut | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined

  function arm(next: Armed): void {
    armed.value = next
    shown.value = next?.shortcut ?? null
    clearTimeout(timer)
    if (next) timer = setTimeout(() => arm(null), armedMs)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Shift' || event.key === 'Alt') return
    const { key, code, altKey, ctrlKey, metaKey, repeat } = event
    if (key === 'Escape' && !isDialogOpen()) options.onEscape()
    const shortcut = isDialogOpen()
      ? null
      : shortcutOf({ key, code, altKey, ctrlKey, metaKey, repeat, isTyping: isTyping(event.target) }, options.mode.value)
    if (!shortcut || !options.isPossible(shortcut)) {
      if (!repeat) arm(null)
      return
    }
    event.preventDefault()
    const press = pressKey(armed.value, shortcut, Date.now())
    arm(press.armed)
    if (press.fires) options.onShortcut(shortcut)
  }
  window.addEventListener('keydown', onKeyDown)
  return {
    armed: shown,
    stop() {
      clearTimeout(timer)
      window.removeEventListener('keydown', onKeyDown)
    },
  }
}

function isDialogOpen(): boolean {
  return document.querySelector('dialog[open]') !== null
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox' && target.type !== 'radio'
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
}
