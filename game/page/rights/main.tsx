import { render } from 'preact'
import {
  callSentence,
  createApiCall,
  createTranslate,
  loadMessages,
  pageLanguage,
  rememberLanguage,
  TextProvider,
  type Text,
} from '../shared/index.ts'
import { openRights } from './state/rights-app.ts'
import { CitizensOnly } from './view/citizens-only.tsx'
import { RightsPage } from './view/rights-page.tsx'
import { StartFailed } from './view/start-failed.tsx'

const place = document.getElementById('app')
if (place) void begin(place)

async function begin(root: HTMLElement): Promise<void> {
  const language = pageLanguage({ search: location.search, cookie: document.cookie })
  rememberLanguage(language)
  let text: Text | null = null
  try {
    text = { language, t: createTranslate(await loadMessages(language, ['common', 'rights'])) }
    document.title = text.t('rights.title')
    const call = createApiCall({ language, fetch: (input, init) => fetch(input, init) })
    const app = await openRights(call)
    render(<TextProvider text={text}>{app === null ? <CitizensOnly /> : <RightsPage app={app} />}</TextProvider>, root)
  } catch (error) {
    const sentence = text === null ? null : callSentence(error, text.t)
    render(<StartFailed language={language} sentence={sentence} onRetry={() => location.reload()} />, root)
  }
}
