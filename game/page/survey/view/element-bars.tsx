import { surveyElements, type SurveyScore } from '../../../survey/index.ts'
import { useText } from '../../shared/index.ts'
import { formatIndex } from '../state/board-words.ts'

/** The nine elements, the mean of the answers to each from 1 to 4; the lowest is what to work on first. */
export function ElementBars({ score }: { score: SurveyScore }) {
  const { language, t } = useText()
  const lowest = Math.min(...surveyElements.map((element) => score.elements[element]))
  return (
    <section class="stack" aria-labelledby="elements-title">
      <h2 id="elements-title">{t('skm.elements')}</h2>
      <ul class="card elements">
        {surveyElements.map((element) => {
          const mean = score.elements[element]
          const isLowest = mean === lowest && mean < 4
          return (
            <li key={element} class={isLowest ? 'element is-lowest' : 'element'}>
              <span class="element-name">{t(`skm.element.${element}`)}</span>
              {isLowest && <span class="badge warn">{t('skm.lowest')}</span>}
              <strong class="element-mean number">{formatIndex(mean, 2, language)}</strong>
              <svg class="element-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                <rect class="bar-all" width="100" height="8" />
                <rect class="bar-part" width={(100 * (mean - 1)) / 3} height="8" />
              </svg>
            </li>
          )
        })}
      </ul>
      <p class="small soft">{t('skm.elements.scale')}</p>
    </section>
  )
}
