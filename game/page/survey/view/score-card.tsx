import type { SurveyBoard } from '../../../api/index.ts'
import { useText } from '../../shared/index.ts'
import { formatCount, formatIndex } from '../state/board-words.ts'

/** The index in one large number, its grade in words, and whether enough people answered. */
export function ScoreCard({ board }: { board: SurveyBoard }) {
  const { language, t } = useText()
  const { whole, sample } = board
  const counts = {
    answered: formatCount(sample.answered, language),
    needed: formatCount(sample.needed, language),
    served: formatCount(sample.served, language),
  }
  return (
    <section class="card score" aria-label={t('skm.index')}>
      {whole ? (
        <div class={`score-index grade-${whole.grade}`}>
          <p class="score-number number">{formatIndex(whole.ikm, 2, language)}</p>
          <p class="score-grade">
            <span class="score-letter">{whole.grade}</span>
            <span>
              <strong>{t(`skm.grade.${whole.grade}`)}</strong>
              <span class="small">{t('skm.index')}</span>
            </span>
          </p>
        </div>
      ) : (
        <div class="score-none">
          <p class="score-words">{t('skm.none')}</p>
          <p class="soft">{t('skm.none-why')}</p>
        </div>
      )}
      <div class="score-sample">
        {sample.served === 0 ? (
          <p>{t('skm.sample.nothing')}</p>
        ) : (
          <>
            <p>
              <span class={sample.isEnough ? 'badge good' : 'badge warn'}>
                {t(sample.isEnough ? 'skm.sample.enough' : 'skm.sample.short')}
              </span>
            </p>
            <p>{t('skm.sample', counts)}</p>
            <Meter part={sample.answered} whole={Math.max(sample.needed, 1)} isEnough={sample.isEnough} />
          </>
        )}
      </div>
    </section>
  )
}

/** Answers against what is needed; the words above it say the same. */
function Meter(props: { part: number; whole: number; isEnough: boolean }) {
  const share = Math.min(1, props.part / props.whole)
  return (
    <svg class={props.isEnough ? 'meter is-enough' : 'meter'} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect class="meter-all" width="100" height="6" />
      <rect class="meter-part" width={100 * share} height="6" />
    </svg>
  )
}
