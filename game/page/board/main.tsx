import { CodedError } from '@balai/engine/core'
import { render } from 'preact'
import type { RegionsResponse } from '../../api/index.ts'
import { pageLanguage, rememberLanguage } from '../shared/index.ts'
import { createApiCall, createTranslate, loadMessages, TextProvider, type ApiCall, type Text } from '../shared/index.ts'
import { regionOfPath } from './board-path.ts'
import { keepAwake } from './keep-awake.ts'
import { rememberSound } from './sound/remember-sound.ts'
import { createSpeaker } from './sound/speaker.ts'
import { createBoardApp, loadBoard } from './state/board-app.ts'
import { BoardView } from './view/board-view.tsx'
import { ChooseRegion } from './view/choose-region.tsx'
import { Connecting } from './view/connecting.tsx'

const retryMs = 5_000
const place = document.getElementById('app')
if (place) void begin(place)

/** A screen without a keyboard has nobody to press "try again": it tries by itself until it is there. */
async function begin(root: HTMLElement): Promise<void> {
  const language = pageLanguage({ search: location.search, cookie: document.cookie })
  rememberLanguage(language)
  const call = createApiCall({ language, fetch: (input, init) => fetch(input, init) })
  for (;;) {
    try {
      const messages = await loadMessages(language, ['common', 'board'])
      return await show(root, { language, t: createTranslate(messages) }, call)
    } catch (error) {
      if (error instanceof CodedError && error.code === 'unknown-region') return location.replace('/papan')
      render(<Connecting language={language} />, root)
      await new Promise((done) => setTimeout(done, retryMs))
    }
  }
}

async function show(root: HTMLElement, text: Text, call: ApiCall): Promise<void> {
  const region = regionOfPath(location.pathname)
  if (region === null) {
    const { regions } = await call<RegionsResponse>('GET', '/api/regions')
    document.title = text.t('board.title')
    render(
      <TextProvider text={text}>
        <ChooseRegion regions={regions} />
      </TextProvider>,
      root,
    )
    return
  }
  const { catalogue, summary } = await loadBoard(call, region)
  document.title = text.t('board.title.region', { region: catalogue.region.name })
  const speaker = createSpeaker({ language: text.language, sample: text.t('board.sound.sample') })
  rememberSound(speaker)
  const app = createBoardApp({ text, catalogue, summary, speaker })
  keepAwake()
  render(
    <TextProvider text={text}>
      <BoardView app={app} />
    </TextProvider>,
    root,
  )
}
