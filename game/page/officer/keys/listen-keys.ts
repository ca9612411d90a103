import { signal, type ReadonlySignal } from '@preact/signals'
import { armedMs, pressKey, type Armed } from './arming.ts'
import { nameOfKey, type KeyMode, type KeyTable, type Shortcut } from './shortcuts.ts'

export type KeyListener<Name extends string = Shortcut> = {
  /** The key that waits for its second press. */
  readonly armed: ReadonlySignal<Name | null>
  stop(): void
}

/** Turns the window's key presses into actions. `isPossible` is asked first, so that a key without an action arms nothing. */
export function listenKeys<Name extends string>(options: {
  readonly table: KeyTable<Name>
  /** Those that only act when pressed twice. */
  readonly twice: ReadonlySet<string>
  readonly mode: ReadonlySignal<KeyMode>
  readonly isPossible: (shortcut: Name) => boolean
  readonly onShortcut: (shortcut: Name) => void
  /** Escape outside of a window: puts away what stands in the way. */
  readonly onEscape: () => void
}): KeyListener<Name> {
  const armed = signal<Armed<Name>>(null)
  const shown = signal<Name | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined

  function arm(next: Armed<Name>): void {
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
      : nameOfKey(options.table, { key, code, altKey, ctrlKey, metaKey, repeat, isTyping: isTyping(event.target) }, options.mode.value)
    if (!shortcut || !options.isPossible(shortcut)) {
      if (!repeat) arm(null)
      return
    }
    event.preventDefault()
    const press = pressKey(armed.value, shortcut, Date.now(), options.twice)
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
