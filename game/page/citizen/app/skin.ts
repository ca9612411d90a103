import { signal, type ReadonlySignal } from '@preact/signals'
import type { BackStack } from './back-stack.ts'

export type SkinName = 'list' | 'mall'

/** Which skin the page wears. Tickets, talks and sheets are the same in both. */
export type Skin = {
  readonly name: ReadonlySignal<SkinName>
  /** Why the mall could not be entered, as a sentence; null when it was not tried or went well. */
  readonly problem: ReadonlySignal<string | null>
  enter(): void
  /** @param problem a sentence when it was not the person's wish. */
  leave(problem?: string): void
}

/** What a skin asks of going from mall to mall (`Travel`), and how another page is loaded. */
type Elsewhere = { listElsewhere(): string | null; comeBack(): void; load(address: string): void }

export function createSkin(backStack: BackStack, elsewhere: Elsewhere): Skin {
  const name = signal<SkinName>('list')
  const problem = signal<string | null>(null)
  let release: (() => void) | null = null
  return {
    name,
    problem,
    enter() {
      if (name.value === 'mall') return
      problem.value = null
      name.value = 'mall'
      release = backStack.push(() => {
        release = null
        name.value = 'list'
        elsewhere.comeBack()
      })
    },
    leave(sentence) {
      problem.value = sentence ?? null
      if (name.value === 'list') return
      const other = elsewhere.listElsewhere()
      if (other !== null) {
        elsewhere.load(other)
        return
      }
      name.value = 'list'
      release?.()
      release = null
    },
  }
}
