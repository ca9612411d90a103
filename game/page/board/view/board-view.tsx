import { Icon, Ornament, useText } from '../../shared/index.ts'
import type { BoardApp } from '../state/board-app.ts'
import { openCounters, waitingTotal } from '../state/board.ts'
import { BoardHead } from './board-head.tsx'
import { BoardNotes, hasNotes } from './board-notes.tsx'
import { CallCard } from './call-card.tsx'
import { CounterGrid } from './counter-grid.tsx'
import { EarlierCalls } from './earlier-calls.tsx'
import { isLost, LostBar } from './lost-bar.tsx'
import { SoundButton } from './sound-button.tsx'

/** The whole screen of one region. */
export function BoardView(props: { app: BoardApp }) {
  const { app } = props
  const { t } = useText()
  const { theme } = app.catalogue.region
  const waiting = waitingTotal(app.board.value)
  const isClosed = openCounters(app.board.value, app.catalogue).length === 0
  return (
    <div class={`board theme-${theme} ${isLost(app) ? 'is-lost' : ''} ${hasNotes(app) ? 'has-notes' : ''}`}>
      <BoardHead app={app} />
      <div class="band">
        <Ornament theme={theme} id="band-board" />
      </div>
      <LostBar app={app} />
      <main class={isClosed ? 'board-main is-closed' : 'board-main'}>
        <h1 class="visually-hidden">{t('board.title.region', { region: app.catalogue.region.name })}</h1>
        <div class="calls-side">
          <CallCard app={app} />
          <EarlierCalls app={app} />
        </div>
        <CounterGrid app={app} />
      </main>
      <BoardNotes app={app} />
      <footer class="board-foot">
        <p class="foot-waiting">
          <Icon name="ticket" size={28} />
          {t(waiting === 0 ? 'board.waiting.none' : 'board.waiting', { count: waiting })}
        </p>
        <p class="foot-fee">{t('board.fees')}</p>
        <SoundButton speaker={app.speaker} />
      </footer>
    </div>
  )
}
