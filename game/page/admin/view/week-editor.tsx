import type { OfficeHours } from '../../../queue/index.ts'
import { useText, type Language } from '../../shared/index.ts'
import { likeMonday, weekOrder, withDay } from '../state/hours-draft.ts'
import { SpanFields } from './span-fields.tsx'

/** The usual week. A day without hours is one on which the agency is not there. */
export function WeekEditor(props: { hours: OfficeHours; onChange: (hours: OfficeHours) => void }) {
  const { hours, onChange } = props
  const { language, t } = useText()
  return (
    <fieldset class="edit-part">
      <legend>{t('admin.week')}</legend>
      <ul class="week">
        {weekOrder.map((weekday) => (
          <li key={weekday} class={hours.week[weekday].length === 0 ? 'is-closed' : undefined}>
            <span class="week-day">{dayName(weekday, language)}</span>
            <SpanFields
              of={dayName(weekday, language)}
              spans={hours.week[weekday]}
              none={t('admin.week.closed')}
              first={t('admin.week.open')}
              onChange={(spans) => onChange(withDay(hours, weekday, spans))}
            />
          </li>
        ))}
      </ul>
      {hours.week[1].length > 0 && (
        <button type="button" class="button" onClick={() => onChange(likeMonday(hours))}>
          {t('admin.week.like-monday')}
        </button>
      )}
    </fieldset>
  )
}

/** "Senin". @param weekday 0 = Sunday. 4 January 1970 was one. */
export function dayName(weekday: number, language: Language): string {
  const format = new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', { weekday: 'long', timeZone: 'UTC' })
  return format.format(Date.UTC(1970, 0, 4 + weekday, 12))
}
