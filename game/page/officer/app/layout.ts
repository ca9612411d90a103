import { computed, effect, signal, type ReadonlySignal, type Signal } from '@preact/signals'
import type { ConsoleApp } from './console-app.ts'
import type { QueueList } from './queue-lists.ts'

/** On narrow screens one part is seen at a time. */
export type Part = 'queue' | 'person' | 'talk'

/** What the console asks in its window before it acts. `ticket` is an id, `group` a line. */
export type Ask =
  | { readonly type: 'ticket' | 'call' | 'prioritise' | 'note' | 'park' | 'transfer'; readonly ticket: string }
  | { readonly type: 'close-line' | 'rebook'; readonly group: string }
  | { readonly type: 'pause' | 'manage' | 'agency' | 'emergency' | 'kiosk' | 'close' }

/** What the page shows beside its data. */
export type Layout = {
  readonly part: Signal<Part>
  /** Which list of the queue is in sight. */
  readonly list: Signal<QueueList>
  readonly isHelpOpen: Signal<boolean>
  readonly ask: ReadonlySignal<Ask | null>
  /** The action of the open window was refused: the sentence is shown in it, not behind it. */
  readonly isRefused: ReadonlySignal<boolean>
  open(ask: Ask): void
  close(): void
  /** Waits for what was asked: done closes the window, refused leaves it open. */
  settle(work: Promise<boolean>): Promise<void>
}

/** The part in sight follows the work: the person when called, the talk when they answer, the queue when they are done. */
export function createLayout(app: ConsoleApp): Layout {
  const part = signal<Part>('queue')
  const ask = signal<Ask | null>(null)
  const isRefused = signal(false)
  const current = computed(() => app.counter.value?.current?.id ?? null)
  const isTalking = computed(() => app.contact.value?.state === 'talking')
  effect(() => {
    if (current.value === null) part.value = 'queue'
    else part.value = isTalking.value ? 'talk' : 'person'
  })
  const show = (next: Ask | null): void => {
    isRefused.value = false
    ask.value = next
  }
  // A window of a counter that was closed elsewhere has nothing to ask any more.
  effect(() => {
    if (app.counter.value === null) show(null)
  })
  return {
    part,
    ask,
    isRefused,
    list: signal<QueueList>('waiting'),
    isHelpOpen: signal(false),
    open: show,
    close: () => show(null),
    async settle(work) {
      const mine = ask.peek()
      isRefused.value = false
      const isDone = await work
      if (ask.peek() !== mine) return
      if (isDone) show(null)
      else isRefused.value = true
    },
  }
}
