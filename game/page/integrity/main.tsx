import { CodedError } from '@balai/engine/core'
import { render } from 'preact'
import type { CatalogueResponse, IntegrityStart } from '../../api/index.ts'
import {
  Busy,
  callSentence,
  createApiCall,
  createTranslate,
  loadMessages,
  Notice,
  pageLanguage,
  rememberLanguage,
  TextProvider,
  type Text,
} from '../shared/index.ts'
import { createIntegrityApp } from './state/integrity-app.ts'
import { ChooseRegion, OfficersOnly } from './view/doors.tsx'
import { IntegrityView } from './view/integrity-view.tsx'

const retryMs = 3_000
const place = document.getElementById('app')
if (place) void begin(place)

async function begin(root: HTMLElement): Promise<void> {
  const language = pageLanguage({ search: location.search, cookie: document.cookie })
  rememberLanguage(language)
  for (;;) {
    try {
      const text: Text = { language, t: createTranslate(await loadMessages(language, ['common', 'integrity'])) }
      await show(root, text)
      return
    } catch {
      render(<Busy>…</Busy>, root)
      await new Promise((done) => setTimeout(done, retryMs))
    }
  }
}

async function show(root: HTMLElement, text: Text): Promise<void> {
  const call = createApiCall({ language: text.language, fetch: (input, init) => fetch(input, init) })
  document.title = text.t('integrity.page')
  let start: IntegrityStart
  try {
    start = await call<IntegrityStart>('GET', '/api/integrity')
  } catch (error) {
    const isStranger = error instanceof CodedError && (error.code === 'sign-in-required' || error.code === 'forbidden')
    render(
      <TextProvider text={text}>{isStranger ? <OfficersOnly /> : <Notice tone="bad">{callSentence(error, text.t)}</Notice>}</TextProvider>,
      root,
    )
    return
  }
  const asked = new URLSearchParams(location.search).get('wilayah')
  const region = start.regions.find(({ slug }) => slug === asked) ?? (start.regions.length === 1 ? start.regions[0] : undefined)
  if (region === undefined) {
    render(
      <TextProvider text={text}>
        <ChooseRegion regions={start.regions} />
      </TextProvider>,
      root,
    )
    return
  }
  const catalogue = await call<CatalogueResponse>('GET', `/api/regions/${encodeURIComponent(region.slug)}/catalogue`)
  const app = createIntegrityApp({ start, catalogue, call, text })
  render(
    <TextProvider text={text}>
      <IntegrityView app={app} url={`${location.pathname}${location.search}`} />
    </TextProvider>,
    root,
  )
}
