import { computed, signal, type ReadonlySignal } from '@preact/signals'

/** Which of its two places the console shows, and which case is open there; kept in the address, so that Back and a reload know it. */
export type Place = {
  readonly at: ReadonlySignal<'queue' | 'cases'>
  /** The case that is open; null: none is. */
  readonly caseId: ReadonlySignal<string | null>
  toQueue(): void
  /** @param caseId null: the list alone */
  toCases(caseId: string | null): void
  /** To the other place. The case that was open is open again. */
  toggle(): void
}

/** `#berkas`, `#berkas/ID` */
const pattern = /^#berkas(?:\/([\w-]{1,64}))?$/

export function createPlace(page: Pick<Window, 'location' | 'history' | 'addEventListener'>): Place {
  const hash = signal(page.location.hash)
  const found = computed(() => pattern.exec(hash.value))
  let lastCase: string | null = null
  page.addEventListener('hashchange', () => {
    hash.value = page.location.hash
  })
  function go(next: string): void {
    if (next === hash.peek()) return
    page.history.pushState(null, '', next === '' ? page.location.pathname + page.location.search : next)
    hash.value = next
  }
  page.addEventListener('popstate', () => {
    hash.value = page.location.hash
  })
  const place: Place = {
    at: computed(() => (found.value === null ? 'queue' : 'cases')),
    caseId: computed(() => found.value?.[1] ?? null),
    toQueue: () => {
      lastCase = place.caseId.peek()
      go('')
    },
    toCases: (caseId) => {
      lastCase = caseId
      go(caseId === null ? '#berkas' : `#berkas/${caseId}`)
    },
    toggle: () => (place.at.peek() === 'queue' ? place.toCases(lastCase) : place.toQueue()),
  }
  return place
}
