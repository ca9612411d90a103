import { computed, effect, signal, type Signal } from '@preact/signals'
import type { ConsoleApp } from './console-app.ts'

/** On narrow screens one part is seen at a time. */
export type Part = 'queue' | 'person' | 'talk'

/** What the page shows beside its data. */
export type Layout = {
  readonly part: Signal<Part>
  readonly isHelpOpen: Signal<boolean>
  /** The question before the counter is closed. */
  readonly isClosing: Signal<boolean>
}

/** The part in sight follows the work: the person when called, the talk when they answer, the queue when they are done. */
export function createLayout(app: ConsoleApp): Layout {
  const part = signal<Part>('queue')
  const current = computed(() => app.counter.value?.current?.id ?? null)
  const isTalking = computed(() => app.contact.value?.state === 'talking')
  effect(() => {
    if (current.value === null) part.value = 'queue'
    else part.value = isTalking.value ? 'talk' : 'person'
  })
  return { part, isHelpOpen: signal(false), isClosing: signal(false) }
}
