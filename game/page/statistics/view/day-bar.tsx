import { addDays } from '../../../queue/index.ts'
import { Icon, useText } from '../../shared/index.ts'
import type { DayFigures } from '../state/load-statistics.ts'
import { figuresPath, statisticsPath } from '../state/statistics-address.ts'

/** Which day and region, and the way out of the page: a file, or paper. */
export function DayBar({ loaded }: { loaded: DayFigures }) {
  const { t } = useText()
  const { figures, catalogue, today, choices } = loaded
  const region = catalogue.region.slug
  const { day } = figures
  const after = addDays(day, 1)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget as HTMLFormElement)
    const [chosen, place] = [form.get('day'), form.get('region')]
    location.assign(statisticsPath(typeof chosen === 'string' ? chosen : day, typeof place === 'string' ? place : region))
  }
  return (
    <div class="day-bar">
      <form class="day-form" onSubmit={submit}>
        <label class="field">
          <span>{t('statistics.day')}</span>
          <input name="day" class="input" type="date" max={today} value={day} required />
        </label>
        {choices.length > 0 && (
          <label class="field">
            <span>{t('statistics.region')}</span>
            <select name="region" class="input">
              {choices.map(({ slug, name }) => (
                <option key={slug} value={slug} selected={slug === region}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <button type="submit" class="button main">
          {t('statistics.show')}
        </button>
      </form>
      <div class="day-ways">
        <a class="button" href={statisticsPath(addDays(day, -1), region)}>
          <Icon name="back" size={20} />
          {t('statistics.before')}
        </a>
        {after <= today && (
          <a class="button" href={statisticsPath(after, region)}>
            {t('statistics.after')}
            <Icon name="next" size={20} />
          </a>
        )}
        <a class="button" href={figuresPath(day, region, 'csv')} download>
          {t('statistics.csv')}
        </a>
        <button type="button" class="button" onClick={() => window.print()}>
          {t('statistics.print')}
        </button>
      </div>
    </div>
  )
}
