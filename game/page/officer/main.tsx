import { render } from 'preact'
import type { ConfigResponse } from '../../api/index.ts'
import { createApiCall, createTranslate, loadMessages, TextProvider } from '../shared/index.ts'
import { createOfficerDesk, OfficerProvider } from './app/officer-desk.ts'
import { createSettings } from './app/settings.ts'
import { openStorage } from '../shared/index.ts'
import { pageLanguage, rememberLanguage } from '../shared/index.ts'
import { OfficerPage } from './view/officer-page.tsx'
import { StartFailed } from './view/start-failed.tsx'

const place = document.getElementById('app')
if (place) void begin(place)

/** Loads the sentences and the settings of the install, then the console. Without a network it says so and offers to try again. */
async function begin(root: HTMLElement): Promise<void> {
  const language = pageLanguage({ search: location.search, cookie: document.cookie })
  rememberLanguage(language)
  const call = createApiCall({ language, fetch: (input, init) => fetch(input, init) })
  try {
    const [messages, config] = await Promise.all([
      loadMessages(language, ['common', 'officer']),
      call<ConfigResponse>('GET', '/api/config'),
    ])
    const text = { language, t: createTranslate(messages) }
    document.title = text.t('officer.title')
    const parts = createOfficerDesk({ text, config, call, settings: createSettings(openStorage('localStorage')) })
    render(
      <TextProvider text={text}>
        <OfficerProvider value={parts}>
          <OfficerPage />
        </OfficerProvider>
      </TextProvider>,
      root,
    )
  } catch {
    render(<StartFailed language={language} onRetry={() => location.reload()} />, root)
  }
}
