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
import { loadStatistics } from './state/load-statistics.ts'
import { readAddress } from './state/statistics-address.ts'
import { OfficersOnly } from './view/officers-only.tsx'
import { StartFailed } from './view/start-failed.tsx'
import { StatisticsView } from './view/statistics-view.tsx'

const place = document.getElementById('app')
if (place) void begin(place)

async function begin(root: HTMLElement): Promise<void> {
  const language = pageLanguage({ search: location.search, cookie: document.cookie })
  rememberLanguage(language)
  let text: Text | null = null
  try {
    text = { language, t: createTranslate(await loadMessages(language, ['common', 'statistics'])) }
    document.title = text.t('statistics.title')
    await show(root, text)
  } catch (error) {
    const sentence = text === null ? null : callSentence(error, text.t)
    render(<StartFailed language={language} sentence={sentence} onRetry={() => location.reload()} />, root)
  }
}

async function show(root: HTMLElement, text: Text): Promise<void> {
  const call = createApiCall({ language: text.language, fetch: (input, init) => fetch(input, init) })
  const loaded = await loadStatistics(call, readAddress(location.search), todayIn)
  render(
    <TextProvider text={text}>
      {loaded.state === 'ready' ? <StatisticsView loaded={loaded} /> : <OfficersOnly isForbidden={loaded.state === 'forbidden'} />}
    </TextProvider>,
    root,
  )
}

/** The calendar day in a zone, YYYY-MM-DD. */
function todayIn(timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(Date.now())
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}
