import type { CatalogueResponse, SurveyBoard } from '../../../api/index.ts'
import { Notice, useText } from '../../shared/index.ts'
import { partName, periodDays, periodName } from '../state/board-words.ts'
import { BoardBar } from './board-bar.tsx'
import { ElementBars } from './element-bars.tsx'
import { PartsTable } from './parts-table.tsx'
import { ProfileTables } from './profile-tables.tsx'
import { ScoreCard } from './score-card.tsx'
import { SurveyHead } from './survey-head.tsx'

/** The satisfaction of one quarter: whole, by element, by part, by who answered; and how all that is reckoned. */
export function BoardView(props: { board: SurveyBoard; catalogue: CatalogueResponse }) {
  const { board, catalogue } = props
  const text = useText()
  const { language, t } = text
  const { region } = catalogue
  const agency = catalogue.agencies.find(({ slug }) => slug === board.agency)
  const nameOf = (key: string) => partName(board, key, catalogue, text)
  return (
    <div class={`page theme-${region.theme}`}>
      <SurveyHead theme={region.theme} name={region.name} href={`/${encodeURIComponent(region.slug)}`} />
      <main class="column skm-main">
        <div>
          <h1>{agency?.name ?? t('skm.heading', { region: region.name })}</h1>
          <p class="skm-period">
            {periodName(board.period, t)} <span class="soft">{periodDays(board, language)}</span>
          </p>
        </div>
        <BoardBar board={board} catalogue={catalogue} />
        {board.isRunning && <Notice tone="warn">{t('skm.running')}</Notice>}
        <ScoreCard board={board} />
        {board.whole && <ElementBars score={board.whole} />}
        {board.parts.length > 0 && (
          <PartsTable
            title={t(board.agency === null ? 'skm.by-agency' : 'skm.by-service')}
            parts={board.parts}
            nameOf={nameOf}
            board={board}
          />
        )}
        {board.profile.length > 0 && board.whole && <ProfileTables board={board} />}
        <section class="stack explain" aria-labelledby="explain-title">
          <h2 id="explain-title">{t('skm.explain')}</h2>
          <p>{t('skm.explain.index')}</p>
          <p>{t('skm.explain.grades')}</p>
          <p>{t('skm.explain.sample')}</p>
          <p>{t('skm.explain.hidden')}</p>
        </section>
        <p class="print-only small">{t('skm.printed', { address: location.host + location.pathname + location.search })}</p>
      </main>
    </div>
  )
}
