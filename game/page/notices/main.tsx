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
import { findPushTools } from './state/browser-push.ts'
import { openNotices } from './state/notices-app.ts'
import { NoticesPage } from './view/notices-page.tsx'
import { SignedOut } from './view/signed-out.tsx'
import { StartFailed } from './view/start-failed.tsx'

const place = document.getElementById('app')
if (place) void begin(place)

async function begin(root: HTMLElement): Promise<void> {
  const language = pageLanguage({ search: location.search, cookie: document.cookie })
  rememberLanguage(language)
  let text: Text | null = null
  try {
    text = { language, t: createTranslate(await loadMessages(language, ['common', 'notices'])) }
    document.title = text.t('notices.title')
    const app = await openNotices(createApiCall({ language, fetch: (input, init) => fetch(input, init) }), findPushTools())
    render(<TextProvider text={text}>{app === null ? <SignedOut /> : <NoticesPage app={app} />}</TextProvider>, root)
  } catch (error) {
    const sentence = text === null ? null : callSentence(error, text.t)
    render(<StartFailed language={language} sentence={sentence} onRetry={() => location.reload()} />, root)
  }
}
