import { batch, effect, signal, type ReadonlySignal, type Signal } from '@preact/signals'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { AdminStart, CatalogueResponse, Region } from '../../../api/index.ts'
import { callSentence, type ApiCall, type Text } from '../../shared/index.ts'
import { adminHash, readAdminAddress, sectionsOf, type Section } from './admin-address.ts'

/** What the administrator's page knows and can do; its parts fetch what they show themselves. */
export type Admin = {
  readonly text: Text
  readonly start: AdminStart
  readonly region: ReadonlySignal<Region>
  readonly section: ReadonlySignal<Section>
  /** An agency's or a line's slug. */
  readonly chosen: ReadonlySignal<string | null>
  /** Agencies and lines of the region; null until they have come. */
  readonly catalogue: ReadonlySignal<CatalogueResponse | null>
  readonly problem: Signal<string | null>
  /** What was done last, in words; null: nothing, or something else was begun since. */
  readonly done: Signal<string | null>
  readonly isBusy: ReadonlySignal<boolean>
  /** Something was written and not kept: leaving it is asked about. */
  readonly isChanged: Signal<boolean>
  readonly call: ApiCall
  toRegion(slug: string): void
  toSection(section: Section, chosen?: string | null): void
  /** One thing at a time. A refusal is a sentence in `problem`. @returns the answer, null when refused */
  run<Answer>(work: () => Promise<Answer>): Promise<Answer | null>
}

export function createAdmin(options: {
  call: ApiCall
  text: Text
  start: AdminStart
  page: Pick<Window, 'location' | 'history' | 'addEventListener'> & { confirm(question: string): boolean }
}): Admin {
  const { call, text, start, page } = options
  const first = readAdminAddress(page.location.search, page.location.hash)
  const region = signal(start.regions.find(({ slug }) => slug === first.region) ?? start.regions[0])
  const allowed = sectionsOf(start)
  const mine = (asked: Section): Section => (allowed.includes(asked) ? asked : allowed[0])
  const section = signal(mine(first.section))
  const chosen = signal(first.chosen)
  const catalogue = signal<CatalogueResponse | null>(null)
  const problem = signal<string | null>(null)
  const done = signal<string | null>(null)
  const isBusy = signal(false)
  const isChanged = signal(false)

  function mayLeave(): boolean {
    return !isChanged.peek() || page.confirm(text.t('admin.leave'))
  }
  function moved(): void {
    batch(() => {
      isChanged.value = false
      problem.value = null
      done.value = null
    })
  }
  function write(): void {
    const url = `?wilayah=${encodeURIComponent(region.peek().slug)}${adminHash(section.peek(), chosen.peek())}`
    page.history.pushState(null, '', url)
  }
  page.addEventListener('popstate', () => {
    const now = readAdminAddress(page.location.search, page.location.hash)
    batch(() => {
      region.value = start.regions.find(({ slug }) => slug === now.region) ?? region.peek()
      section.value = mine(now.section)
      chosen.value = now.chosen
      moved()
    })
  })
  page.addEventListener('beforeunload', (event) => {
    if (isChanged.peek()) event.preventDefault()
  })
  effect(() => {
    const { slug } = region.value
    catalogue.value = null
    void loadCatalogue(slug)
  })
  async function loadCatalogue(slug: string): Promise<void> {
    try {
      const answer = await call<CatalogueResponse>('GET', `/api/regions/${encodeURIComponent(slug)}/catalogue`)
      if (region.peek().slug === slug) catalogue.value = answer
    } catch (error) {
      problem.value = callSentence(error, text.t)
    }
  }

  return {
    text,
    start,
    region,
    section,
    chosen,
    catalogue,
    problem,
    done,
    isBusy,
    isChanged,
    call,
    toRegion(slug) {
      const next = start.regions.find((one) => one.slug === slug)
      if (next === undefined || !mayLeave()) return
      batch(() => {
        region.value = next
        chosen.value = null
        moved()
      })
      write()
    },
    toSection(next, what = null) {
      if ((next === section.peek() && what === chosen.peek()) || !mayLeave()) return
      batch(() => {
        section.value = next
        chosen.value = what
        moved()
      })
      write()
    },
    async run(work) {
      if (isBusy.peek()) return null
      isBusy.value = true
      try {
        const answer = await work()
        problem.value = null
        return answer
      } catch (error) {
        done.value = null
        problem.value = callSentence(error, text.t)
        return null
      } finally {
        isBusy.value = false
      }
    },
  }
}

const AdminContext = createContext<Admin | null>(null)
export const AdminProvider = AdminContext.Provider

/** The page that this component stands in. */
export function useAdmin(): Admin {
  const admin = useContext(AdminContext)
  if (!admin) throw new TypeError('useAdmin must be called below an AdminProvider')
  return admin
}
