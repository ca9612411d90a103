import type { Quality } from '@balai/engine/host/browser'
import { signal, type Signal } from '@preact/signals'
import { openStorage } from '../../shared/index.ts'

/** What somebody has chosen for the mall; kept on this device. */
export type MallSettings = {
  /** Where the stick is; the buttons are on the other side. */
  readonly stick: Signal<'left' | 'right'>
  readonly quality: Signal<Quality>
  /** Less motion, whether or not the system asks for it. */
  readonly calm: Signal<'no' | 'yes'>
}

/** Reads them, and keeps every change for as long as the page lives. */
export function createMallSettings(): MallSettings {
  return { stick: kept('stick', ['left', 'right']), quality: kept('quality', ['auto', 'low', 'high']), calm: kept('calm', ['no', 'yes']) }
}

/** @param values the first is what holds when nothing was chosen */
function kept<T extends string>(name: string, values: readonly T[]): Signal<T> {
  const store = openStorage('localStorage')
  const key = `balai.${name}`
  const now = signal(values.find((value) => value === store?.getItem(key)) ?? values[0])
  let isFirst = true
  now.subscribe((value) => {
    if (!isFirst) {
      try {
        store?.setItem(key, value)
      } catch {
        // Full: it holds for this visit.
      }
    }
    isFirst = false
  })
  return now
}

/** What the system asks for. */
export function isSystemCalm(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}
