import { computed, effect, signal } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import type { CatalogueResponse } from '../../../../api/index.ts'
import { createTranslate, Ornament, TextProvider, useText, type Messages, type Text } from '../../../shared/index.ts'
import { regionsOf } from '../../app/find-counters.ts'
import { useOfficer, type OfficerDesk } from '../../app/officer-desk.ts'
import { listenKeys } from '../../keys/listen-keys.ts'
import { caseKeys, twiceCaseKeys, type CaseKey } from '../keys/case-keys.ts'
import { isCaseKeyPossible, runCaseKey } from '../keys/run-case-key.ts'
import { createCaseDesk } from '../state/case-desk.ts'
import { CaseAskWindow } from './case-ask.tsx'
import { CaseBar } from './case-bar.tsx'
import { CaseProvider, type CaseParts } from './case-context.ts'
import { CaseList } from './case-list.tsx'
import { Refusal } from '../../view/problem-bar.tsx'
import { CaseView } from './case-view.tsx'
import { PaperColumn } from './paper-column.tsx'
import '../cases.css'

const refreshMs = 20_000

/** The officer's cases: what is to be done, one of them, and its papers. Beside the queue; what runs there goes on. */
export function CasesPlace(props: { messages: Messages }) {
  const officer = useOfficer()
  const outer = useText()
  const [text] = useState(() => withWords(outer, props.messages))
  const [parts] = useState(() => createParts(officer, text))
  const { place } = officer
  const { desk, part } = parts
  const isHere = place.at.value === 'cases'
  const wanted = place.caseId.value
  useEffect(() => {
    if (!isHere) return
    void desk.open(wanted)
    part.value = wanted === null ? 'list' : 'case'
  }, [isHere, wanted])
  useEffect(() => {
    if (!isHere) return
    void desk.refresh()
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void desk.refresh()
    }, refreshMs)
    return () => clearInterval(timer)
  }, [isHere])
  useEffect(() => () => parts.keys.stop(), [])
  return (
    <TextProvider text={text}>
      <CaseProvider value={parts}>
        <div class="console cases" hidden={!isHere}>
          <CaseBar />
          <Ornament theme={parts.catalogue.value?.region.theme ?? 'kutai'} id="band-cases" />
          <Refusal of={desk.problem} />
          <main class={`case-columns show-${part.value}`}>
            <h1 class="visually-hidden">{text.t('cases.title')}</h1>
            <CaseList />
            <CaseView />
            <PaperColumn />
          </main>
          <CaseAskWindow />
          <p class="visually-hidden" role="status">
            {parts.keys.armed.value ? text.t('officer.keys.armed') : desk.said.value}
          </p>
        </div>
      </CaseProvider>
    </TextProvider>
  )
}

function withWords(outer: Text, messages: Messages): Text {
  const own = createTranslate(messages)
  return { ...outer, t: (key, values) => (key.startsWith('cases.') ? own(key, values) : outer.t(key, values)) }
}

function createParts({ app, place }: OfficerDesk, text: Text): CaseParts {
  const regions = regionsOf(app.start.peek()?.counters ?? [])
  const lastRegion = app.settings.lastCounter.peek()?.split('.')[0] ?? null
  const known = regions.find(({ slug }) => slug === lastRegion) ?? regions[0]
  const chosenRegion = signal<string | null>(known?.slug ?? null)
  const region = computed(() => app.counter.value?.counter.region ?? chosenRegion.value)
  const catalogue = signal<CatalogueResponse | null>(null)
  effect(() => {
    const slug = region.value
    if (slug === null || catalogue.peek()?.region.slug === slug) return
    catalogue.value = null
    // Names of services: without them their slugs are shown.
    void loadCatalogue(slug)
  })
  async function loadCatalogue(slug: string): Promise<void> {
    try {
      const answer = await app.call<CatalogueResponse>('GET', `/api/regions/${encodeURIComponent(slug)}/catalogue`)
      if (region.peek() === slug) catalogue.value = answer
    } catch (error) {
      app.fail(error)
    }
  }
  const desk = createCaseDesk({
    call: app.call,
    text,
    region,
    // A session that is over ends the whole console; every other failure is said here.
    onFailed: (error) => {
      app.fail(error)
      if (app.phase.peek() !== 'signed-out') app.problem.value = null
    },
  })
  const zoom = signal(1)
  const part = signal<'list' | 'case' | 'paper'>('list')
  const forKeys = { desk, zoom, part, app, place }
  const keys = listenKeys<CaseKey>({
    table: caseKeys,
    twice: twiceCaseKeys,
    mode: app.settings.keyMode,
    isPossible: (key) => isCaseKeyPossible(forKeys, key),
    onShortcut: (key) => runCaseKey(forKeys, key),
    onEscape: () => {
      if (place.at.peek() === 'cases') desk.problem.value = null
    },
  })
  return { desk, keys, catalogue, regions, region, chosenRegion, zoom, part }
}
