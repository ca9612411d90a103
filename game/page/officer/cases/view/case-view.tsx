import { Busy, Icon, useText } from '../../../shared/index.ts'
import { useOfficer } from '../../app/officer-desk.ts'
import { AnswersPart } from './answers-part.tsx'
import { useCases } from './case-context.ts'
import { CaseFeeGuard } from './case-fee-guard.tsx'
import { CaseHead } from './case-head.tsx'
import { CaseNews } from './case-news.tsx'
import { HistoryPart } from './history-part.tsx'
import { ReturnBar } from './return-bar.tsx'
import { StepsPart } from './steps-part.tsx'

/** The case that is open: where it stands, what can be done, what was written, what happened. */
export function CaseView() {
  const { desk, catalogue, part } = useCases()
  const { place } = useOfficer()
  const { t } = useText()
  const current = desk.current.value
  const wing = catalogue.value?.agencies.find(({ slug }) => slug === current?.agency)?.wing
  if (current === null) {
    return (
      <section class="card case-card case-empty part-case" aria-label={t('cases.none')}>
        {desk.opening.value === null ? (
          <>
            <Icon name="paper" size={48} />
            <p class="soft">{t('cases.none')}</p>
            <p class="small soft">{t('cases.none.how')}</p>
          </>
        ) : (
          <Busy>{t('cases.opening')}</Busy>
        )}
      </section>
    )
  }
  return (
    <section class={`card case-card part-case wing-${wing ?? 'kependudukan'}`} aria-labelledby="case-title">
      <div class="case-ways">
        <button type="button" class="button quiet" onClick={() => place.toCases(null)}>
          <Icon name="back" size={20} />
          {t('cases.back-to-list')}
        </button>
        {current.papers.length > 0 && (
          <button
            type="button"
            class="button"
            onClick={() => {
              part.value = 'paper'
            }}
          >
            <Icon name="paper" size={20} />
            {t('cases.papers.count', { count: current.papers.length })}
          </button>
        )}
      </div>
      <CaseHead current={current} />
      <div class="person-body case-body" tabIndex={0} role="group" aria-label={t('cases.body')}>
        <CaseNews current={current} />
        <CaseFeeGuard fee={current.fee} />
        <AnswersPart current={current} />
        <StepsPart current={current} />
        <HistoryPart current={current} />
      </div>
      <ReturnBar />
    </section>
  )
}
