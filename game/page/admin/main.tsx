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
import { AdminProvider, createAdmin } from './state/admin.ts'
import { loadAdmin } from './state/load-admin.ts'
import { AdminPage } from './view/admin-page.tsx'
import { AdminsOnly } from './view/admins-only.tsx'
import { StartFailed } from './view/start-failed.tsx'

const place = document.getElementById('app')
if (place) void begin(place)

/** Loads the sentences and who this is, then the page. Without a network it says so and offers to try again. */
async function begin(root: HTMLElement): Promise<void> {
  const language = pageLanguage({ search: location.search, cookie: document.cookie })
  rememberLanguage(language)
  let text: Text | null = null
  try {
    text = { language, t: createTranslate(await loadMessages(language, ['common', 'admin'])) }
    document.title = text.t('admin.title')
    const call = createApiCall({ language, fetch: (input, init) => fetch(input, init) })
    const loaded = await loadAdmin(call)
    render(
      <TextProvider text={text}>
        {loaded.state === 'ready' ? (
          <AdminProvider value={createAdmin({ call, text, start: loaded.start, page: window })}>
            <AdminPage />
          </AdminProvider>
        ) : (
          <AdminsOnly isForbidden={loaded.state === 'forbidden'} />
        )}
      </TextProvider>,
      root,
    )
  } catch (error) {
    const sentence = text === null ? null : callSentence(error, text.t)
    render(<StartFailed language={language} sentence={sentence} onRetry={() => location.reload()} />, root)
  }
}
