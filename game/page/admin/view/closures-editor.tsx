import type { OfficeHours } from '../../../queue/index.ts'
import { formatDay, Icon, useText } from '../../shared/index.ts'
import { withClosure, withoutClosure } from '../state/hours-draft.ts'
import { NewDay } from './new-day.tsx'
import { SpanFields } from './span-fields.tsx'

const mostReason = 120

/** Days that are not as the week says: closed, or with other hours, always with a reason that people read before they set out. */
export function ClosuresEditor(props: { hours: OfficeHours; onChange: (hours: OfficeHours) => void }) {
  const { hours, onChange } = props
  const { language, t } = useText()
  return (
    <fieldset class="edit-part">
      <legend>{t('admin.closures')}</legend>
      <p class="small soft">{t('admin.closures.how')}</p>
      {hours.exceptions.length > 0 && (
        <ul class="closures">
          {hours.exceptions.map((closure) => {
            const words = `${formatDay(closure.day, language)} ${closure.day.slice(0, 4)}`
            return (
              <li key={closure.day}>
                <strong class="closure-day number">{words}</strong>
                <input
                  class="input closure-reason"
                  aria-label={t('admin.closures.reason-of', { day: words })}
                  maxLength={mostReason}
                  value={closure.reason}
                  onInput={(event) => onChange(withClosure(hours, { ...closure, reason: event.currentTarget.value }))}
                />
                <SpanFields
                  of={words}
                  spans={closure.spans}
                  none={t('admin.closures.all-day')}
                  first={t('admin.closures.part')}
                  onChange={(spans) => onChange(withClosure(hours, { ...closure, spans }))}
                />
                <button
                  type="button"
                  class="icon-button closure-remove"
                  aria-label={t('admin.closures.remove', { day: words })}
                  onClick={() => onChange(withoutClosure(hours, closure.day))}
                >
                  <Icon name="close" size={20} />
                </button>
              </li>
            )
          })}
        </ul>
      )}
      <NewDay
        days={hours.exceptions}
        label={t('admin.closures.reason')}
        hint={t('admin.closures.reason-hint')}
        mostLetters={mostReason}
        onAdd={(day, reason) => onChange(withClosure(hours, { day, spans: [], reason }))}
      />
    </fieldset>
  )
}
