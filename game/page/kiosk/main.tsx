import { render } from 'preact'
import { createApiCall, createTranslate, loadMessages, openStorage, type ApiCall, type Language, type Text } from '../shared/index.ts'
import { readPairing } from './pairing.ts'
import { createKioskApp, isUnknownRegion, loadKiosk } from './state/kiosk-app.ts'
import { Connecting } from './view/connecting.tsx'
import { KioskView } from './view/kiosk-view.tsx'
import { Unpaired } from './view/unpaired.tsx'

const retryMs = 5_000
const root = document.getElementById('app')
if (root) void begin(root)
// A pairing address opened over this page changes its last part only, which loads nothing by itself.
window.addEventListener('hashchange', () => location.reload())

/** A screen in a hall has nobody to press "try again": it tries by itself until it is there. */
async function begin(place: HTMLElement): Promise<void> {
  const store = openStorage('localStorage')
  const { pairing, showInstead } = readPairing(location, store)
  if (showInstead !== null) history.replaceState(null, '', showInstead)
  const { region, key, printsAlone, printsDocuments } = pairing
  const calls = { id: callAs('id', key ?? ''), en: callAs('en', key ?? '') }
  for (;;) {
    try {
      const texts = { id: await textIn('id'), en: await textIn('en') }
      if (region === null || key === null) return render(<Unpaired text={texts.id} />, place)
      const app = createKioskApp({ texts, calls, store, printsAlone, printsDocuments, ...(await loadKiosk(calls.id, region)) })
      return render(<KioskView app={app} />, place)
    } catch (error) {
      if (isUnknownRegion(error)) return render(<Unpaired text={await textIn('id')} />, place)
      render(<Connecting />, place)
      await new Promise((done) => setTimeout(done, retryMs))
    }
  }
}

async function textIn(language: Language): Promise<Text> {
  return { language, t: createTranslate(await loadMessages(language, ['common', 'kiosk'])) }
}

/** Every call says that it comes from a kiosk of the mall. Without cookies: a language that was once chosen in this browser would outvote the one on the screen. */
function callAs(language: Language, key: string): ApiCall {
  return createApiCall({
    language,
    fetch: (input, init) =>
      fetch(input, { ...init, credentials: 'omit', headers: { ...(init?.headers as Record<string, string>), 'x-kiosk-key': key } }),
  })
}
