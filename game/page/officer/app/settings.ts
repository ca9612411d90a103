import { effect, signal, type Signal } from '@preact/signals'
import type { ContactRung } from '../../../contact/index.ts'
import type { KeyMode } from '../keys/shortcuts.ts'

/** What this officer chose on this machine. Each is kept as soon as it changes. */
export type Settings = {
  /** The rung that a call is offered on. */
  readonly rung: Signal<ContactRung>
  readonly keyMode: Signal<KeyMode>
  /** The counter opened last, to be proposed. */
  readonly lastCounter: Signal<string | null>
}

/** @param storage null where the browser keeps nothing: the choices then last as long as the page. */
export function createSettings(storage: Storage | null): Settings {
  return {
    rung: kept(storage, 'balai.officer.rung', (text): ContactRung => (text === 'audio' || text === 'chat' ? text : 'video')),
    keyMode: kept(storage, 'balai.officer.keys', (text): KeyMode => (text === 'alt' || text === 'off' ? text : 'letters')),
    lastCounter: kept(storage, 'balai.officer.counter', (text): string | null => text),
  }
}

function kept<T extends string | null>(storage: Storage | null, name: string, read: (text: string | null) => T): Signal<T> {
  const value = signal(read(storage?.getItem(name) ?? null))
  effect(() => {
    if (value.value === null) return
    try {
      storage?.setItem(name, value.value)
    } catch {
      // A full or forbidden storage only means that the choice is asked again.
    }
  })
  return value
}
