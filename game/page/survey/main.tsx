import { render } from 'preact'
import type { CatalogueResponse, RegionsResponse, SurveyBoard } from '../../api/index.ts'
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
import { boardPath, readAddress } from './state/survey-address.ts'
import { BoardView } from './view/board-view.tsx'
import { ChooseRegion } from './view/choose-region.tsx'
import { StartFailed } from './view/start-failed.tsx'

const place = document.getElementById('app')
if (place) void begin(place)

async function begin(root: HTMLElement): Promise<void> {
  const language = pageLanguage({ search: location.search, cookie: document.cookie })
  rememberLanguage(language)
  let text: Text | null = null
  try {
    text = { language, t: createTranslate(await loadMessages(language, ['common', 'skm'])) }
    document.title = text.t('skm.title')
    await show(root, text)
  } catch (error) {
    const sentence = text === null ? null : callSentence(error, text.t)
    render(<StartFailed language={language} sentence={sentence} onRetry={() => location.reload()} />, root)
  }
}

async function show(root: HTMLElement, text: Text): Promise<void> {
  const { region, agency, period } = readAddress(location)
  const call = createApiCall({ language: text.language, fetch: (input, init) => fetch(input, init) })
  if (region === null) {
    const { regions } = await call<RegionsResponse>('GET', '/api/regions')
    return draw(root, text, <ChooseRegion regions={regions} />)
  }
  const [catalogue, board] = await Promise.all([
    call<CatalogueResponse>('GET', `/api/regions/${encodeURIComponent(region)}/catalogue`),
    call<SurveyBoard>('GET', boardPath(region, agency, period, 'json')),
  ])
  document.title = text.t('skm.title.region', { region: catalogue.region.name })
  draw(root, text, <BoardView board={board} catalogue={catalogue} />)
}

function draw(root: HTMLElement, text: Text, children: preact.ComponentChild): void {
  render(<TextProvider text={text}>{children}</TextProvider>, root)
}
