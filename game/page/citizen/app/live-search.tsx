import { signal } from '@preact/signals'
import { callSentence, Busy, Notice, useText } from '../../shared/index.ts'
import type { FoundServices, SearchResults } from '../search/index.ts'
import { useCitizen, type Citizen } from './app-context.tsx'
import { mount } from './live-parts.tsx'

type Found = { readonly query: string; readonly found: FoundServices; readonly View: typeof SearchResults }
type SearchState =
  | { readonly kind: 'none' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly message: string }
  | ({ readonly kind: 'found' } & Found)

const pauseMs = 150

export type LiveSearch = {
  /** Puts words into the box and answers them; no words empty it. */
  ask(words: string): void
}

/** Answers while one writes. Catalogue and search come over the network when the box is entered; before that they cost nothing. */
export function enlivenSearch(citizen: Citizen): LiveSearch {
  const { app } = citizen
  const form = document.querySelector<HTMLFormElement>('#cari')
  const input = form?.querySelector<HTMLInputElement>('input')
  const list = document.getElementById('daftar')
  const place = document.getElementById('slot-results')
  if (!form || !input || !list || !place) return { ask() {} }
  const state = signal<SearchState>({ kind: 'none' })
  let timer: ReturnType<typeof setTimeout> | undefined
  let isMounted = false

  const show = (next: SearchState) => {
    state.value = next
    list.hidden = next.kind === 'found'
    if (!isMounted) mount(citizen, place, <Results state={state} />)
    isMounted = true
  }
  const load = () => Promise.all([app.loadCatalogue(), import('../search/index.ts')])
  /** What is on its way while one still types is there sooner; what fails is asked for again. */
  const prepare = () => void load().catch(() => undefined)
  const search = async () => {
    const query = input.value.trim()
    if (query === '') {
      show({ kind: 'none' })
      return
    }
    if (!app.catalogue.value) show({ kind: 'loading' })
    try {
      const [catalogue, { findServices, SearchResults: View }] = await load()
      if (input.value.trim() === query)
        show({ kind: 'found', query, View, found: findServices(catalogue.agencies, query, app.text.language) })
    } catch (error) {
      show({ kind: 'failed', message: callSentence(error, app.text.t) })
    }
  }

  input.addEventListener('focus', prepare, { once: true })
  input.addEventListener('input', () => {
    prepare()
    clearTimeout(timer)
    timer = setTimeout(() => void search(), pauseMs)
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    clearTimeout(timer)
    input.blur()
    form.scrollIntoView({ block: 'start' })
    void search()
  })
  // Somebody was quicker than this script.
  if (input.value !== input.defaultValue) void search()
  return {
    ask(words) {
      input.value = words
      void search()
      if (words === '') input.focus()
    },
  }
}

function Results(props: { state: { readonly value: SearchState } }) {
  const { app } = useCitizen()
  const { t } = useText()
  const state = props.state.value
  if (state.kind === 'none') return null
  if (state.kind === 'loading') return <Busy>{t('search.loading')}</Busy>
  if (state.kind === 'failed')
    return (
      <Notice tone="warn" isLive>
        {state.message}
      </Notice>
    )
  return (
    <state.View
      region={app.region?.slug ?? ''}
      timeZone={app.region?.timeZone}
      query={state.query}
      found={state.found}
      queue={app.queue.value}
      tickets={app.tickets.value}
      agencies={app.agencies.value}
    />
  )
}
