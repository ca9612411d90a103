import { render } from 'preact'
import type { CatalogueResponse, RegionsResponse, SessionResponse } from '../../api/index.ts'
import {
  Busy,
  createApiCall,
  createTranslate,
  loadMessages,
  pageLanguage,
  rememberLanguage,
  TextProvider,
  type Text,
} from '../shared/index.ts'
import { createVoiceApp, type VoiceScreen } from './state/voice-app.ts'
import { ChooseRegion } from './view/choose-region.tsx'
import { VoiceView } from './view/voice-view.tsx'
import { readVoiceAddress } from './voice-address.ts'

const retryMs = 3_000
const place = document.getElementById('app')
if (place) void begin(place)
// Another code in the address is another paper.
window.addEventListener('hashchange', () => location.reload())

async function begin(root: HTMLElement): Promise<void> {
  const language = pageLanguage({ search: location.search, cookie: document.cookie })
  rememberLanguage(language)
  for (;;) {
    try {
      await show(root, { language, t: createTranslate(await loadMessages(language, ['common', 'voice'])) })
      return
    } catch {
      render(<Busy>…</Busy>, root)
      await new Promise((done) => setTimeout(done, retryMs))
    }
  }
}

async function show(root: HTMLElement, text: Text): Promise<void> {
  const address = readVoiceAddress(location)
  const call = createApiCall({ language: text.language, fetch: (input, init) => fetch(input, init) })
  document.title = text.t('voice.page')
  const { regions } = await call<RegionsResponse>('GET', '/api/regions')
  // A code opens the same paper in whatever region's dress.
  const region = regions.find(({ slug }) => slug === address.region) ?? (address.code === null ? undefined : regions[0])
  if (region === undefined) {
    render(
      <TextProvider text={text}>
        <ChooseRegion regions={regions} search={location.search} hash={location.hash} />
      </TextProvider>,
      root,
    )
    return
  }
  const [catalogue, { session }] = await Promise.all([
    call<CatalogueResponse>('GET', `/api/regions/${encodeURIComponent(region.slug)}/catalogue`),
    call<SessionResponse>('GET', '/api/session'),
  ])
  const app = createVoiceApp({ catalogue, address, session, call, text, onScreen: remember })
  window.addEventListener('popstate', () => {
    if (app.screen.peek().kind !== 'home') app.show({ kind: 'home' })
  })
  render(
    <TextProvider text={text}>
      <VoiceView app={app} url={`${location.pathname}${location.search}`} />
    </TextProvider>,
    root,
  )
  if (address.code !== null) {
    const { code } = address
    // A code that stays in the address stays in the history of a borrowed phone.
    history.replaceState(null, '', `${location.pathname}${location.search}`)
    app.show({ kind: 'code' })
    await app.openCode(code)
  }
}

/** Back leads home, and from there away. */
function remember(screen: VoiceScreen): void {
  if (screen.kind === 'home') return
  if (history.state?.voice === true) history.replaceState({ voice: true }, '')
  else history.pushState({ voice: true }, '')
}
