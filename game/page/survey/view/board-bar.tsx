import type { CatalogueResponse, SurveyBoard } from '../../../api/index.ts'
import { movePeriod } from '../../../survey/index.ts'
import { Icon, useText } from '../../shared/index.ts'
import { periodName } from '../state/board-words.ts'
import { boardPath, surveyPath } from '../state/survey-address.ts'

/** Which quarter and agency, and the way out of the page: a file, or paper. */
export function BoardBar(props: { board: SurveyBoard; catalogue: CatalogueResponse }) {
  const { board, catalogue } = props
  const { t } = useText()
  const region = catalogue.region.slug
  const { agency, period } = board
  const [before, after] = [movePeriod(period, -1), movePeriod(period, 1)]
  const choose = (event: Event) => {
    const { value } = event.currentTarget as HTMLSelectElement
    location.assign(surveyPath(region, value || null, period))
  }
  return (
    <div class="board-bar">
      <nav class="ways" aria-label={t('skm.quarters')}>
        <a class="button" href={surveyPath(region, agency, before)}>
          <Icon name="back" size={20} />
          {periodName(before, t)}
        </a>
        {after <= board.now && (
          <a class="button" href={surveyPath(region, agency, after)}>
            {periodName(after, t)}
            <Icon name="next" size={20} />
          </a>
        )}
      </nav>
      <label class="field">
        <span class="field-label">{t('skm.agency')}</span>
        <select class="input" onChange={choose}>
          <option value="" selected={agency === null}>
            {t('skm.all-agencies')}
          </option>
          {catalogue.agencies.map(({ slug, name }) => (
            <option key={slug} value={slug} selected={slug === agency}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <div class="ways">
        <a class="button" href={boardPath(region, agency, period, 'csv')} download>
          {t('skm.csv')}
        </a>
        <button type="button" class="button" onClick={() => window.print()}>
          {t('skm.print')}
        </button>
      </div>
    </div>
  )
}
