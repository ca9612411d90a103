import { render } from 'preact'
import type { SessionResponse } from '../../api/index.ts'
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
import { openDesk } from './state/desk-app.ts'
import { openHolder } from './state/holder-app.ts'
import { DeskPage } from './view/desk-page.tsx'
import { HolderPage } from './view/holder-page.tsx'
import { SignInFirst } from './view/sign-in-first.tsx'
import { StartFailed } from './view/start-failed.tsx'

/** One page for both ends of a handover: `/dokumen` for who holds documents, `/petugas/serah` for who hands them over. */
const isDesk = location.pathname.startsWith('/petugas')

const place = document.getElementById('app')
if (place) void begin(place)

async function begin(root: HTMLElement): Promise<void> {
  const language = pageLanguage({ search: location.search, cookie: document.cookie })
  rememberLanguage(language)
  let text: Text | null = null
  try {
    text = { language, t: createTranslate(await loadMessages(language, ['common', 'documents'])) }
    document.title = text.t(isDesk ? 'documents.desk.title' : 'documents.title')
    const call = createApiCall({ language, fetch: (input, init) => fetch(input, init) })
    const { session } = await call<SessionResponse>('GET', '/api/session')
    const isRight = session?.role === (isDesk ? 'officer' : 'citizen')
    const page = !isRight ? (
      <SignInFirst isDesk={isDesk} />
    ) : isDesk ? (
      <DeskPage app={openDesk(call)} />
    ) : (
      <HolderPage app={await openHolder(call)} />
    )
    render(<TextProvider text={text}>{page}</TextProvider>, root)
  } catch (error) {
    const sentence = text === null ? null : callSentence(error, text.t)
    render(<StartFailed language={language} sentence={sentence} onRetry={() => location.reload()} />, root)
  }
}
