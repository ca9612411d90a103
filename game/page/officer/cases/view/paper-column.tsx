import { formatDay, Icon, pick, useText } from '../../../shared/index.ts'
import type { OfficerCasePaper, OfficerCaseView } from '../../../../api/index.ts'
import { useOfficer } from '../../app/officer-desk.ts'
import { runCaseKey, showPaper } from '../keys/run-case-key.ts'
import { isTicked, tick } from '../state/return-draft.ts'
import { CaseButton } from './case-button.tsx'
import { useCases } from './case-context.ts'
import { PaperView } from './paper-view.tsx'
import { ReturnSentence } from './return-sentence.tsx'

/** The papers of the case, and the one in sight. */
export function PaperColumn() {
  const parts = useCases()
  const { app, place } = useOfficer()
  const { t } = useText()
  const { desk, zoom, part } = parts
  const current = desk.current.value
  if (current === null) return <aside class="case-papers part-paper is-empty" />
  const shown = current.papers.find(({ requirement }) => requirement === desk.paper.value) ?? null
  const isHeld = current.answers !== null
  return (
    <aside class="card case-papers part-paper" aria-labelledby="case-papers-title">
      <div class="case-ways">
        <button
          type="button"
          class="button quiet"
          onClick={() => {
            part.value = 'case'
          }}
        >
          <Icon name="back" size={20} />
          {t('cases.back-to-case', { number: current.number })}
        </button>
      </div>
      <div class="papers-bar">
        <h2 id="case-papers-title">{t('cases.papers')}</h2>
        {isHeld && current.papers.length > 1 && (
          <CaseButton of="paper" onClick={() => runCaseKey({ desk, zoom, part, app, place }, 'paper')}>
            {t('cases.papers.next')}
          </CaseButton>
        )}
      </div>
      {current.papers.length === 0 && <p class="empty-line soft">{t('cases.papers.none')}</p>}
      <ul class="paper-list">
        {current.papers.map((paper) => (
          <PaperRow key={paper.requirement} paper={paper} current={current} isShown={paper === shown} isHeld={isHeld} />
        ))}
      </ul>
      {shown !== null && isHeld && <PaperView key={shown.paper} caseId={current.id} paper={shown} />}
      {shown === null && isHeld && current.papers.length > 0 && (
        <div class="paper-place is-empty">
          <Icon name="search" size={40} />
          <p class="soft">{t('cases.papers.choose')}</p>
          <p class="small soft">{t('cases.papers.audited')}</p>
        </div>
      )}
    </aside>
  )
}

function PaperRow(props: { paper: OfficerCasePaper; current: OfficerCaseView; isShown: boolean; isHeld: boolean }) {
  const { paper, current, isShown, isHeld } = props
  const parts = useCases()
  const { language, t } = useText()
  const { desk } = parts
  const draft = desk.returning.value
  const part = { type: 'paper', name: paper.requirement } as const
  const isChosen = draft !== null && isTicked(draft, part)
  const name = pick(paper.name, language)
  const before = current.returned?.papers.find(({ requirement }) => requirement === paper.requirement)
  return (
    <li class={isChosen ? 'paper-row is-ticked' : 'paper-row'}>
      <button
        type="button"
        class={isShown ? 'paper-open is-open' : 'paper-open'}
        aria-pressed={isShown}
        aria-disabled={!isHeld}
        onClick={() => {
          if (isHeld) showPaper(parts, paper.requirement)
        }}
      >
        <Icon name="paper" size={20} />
        <span class="paper-words">
          <span>{name}</span>
          <span class="small soft">
            {t(paper.pages === 1 ? 'cases.papers.one-page' : 'cases.papers.pages', { count: paper.pages })}
            {paper.expiresOn !== null &&
              ` · ${t('cases.papers.until', { day: `${formatDay(paper.expiresOn, language)} ${paper.expiresOn.slice(0, 4)}` })}`}
            {paper.scan === 'not-scanned' && ` · ${t('cases.papers.not-scanned')}`}
          </span>
          {before !== undefined && draft === null && <span class="answer-returned small">{before.sentence}</span>}
          {paper.isNew && <span class="badge good">{t('cases.papers.new')}</span>}
        </span>
      </button>
      {draft !== null && (
        <label class="tick">
          <input
            type="checkbox"
            checked={isChosen}
            aria-label={t('cases.return.tick', { part: name })}
            onChange={() => {
              desk.returning.value = tick(draft, part)
              if (!isChosen && isHeld) parts.desk.paper.value = paper.requirement
            }}
          />
          <span aria-hidden="true">{t('cases.return.tick-short')}</span>
        </label>
      )}
      {isChosen && <ReturnSentence part={part} label={name} />}
    </li>
  )
}
