import { useState } from 'preact/hooks'
import type { OfficeHours } from '../../../queue/index.ts'
import { formatDay, Icon, useText } from '../../shared/index.ts'
import { withClosure, withoutClosure } from '../state/hours-draft.ts'
import { SpanFields } from './span-fields.tsx'

const mostReason = 120

/** Days that are not as the week says: closed, or with other hours, always with a reason that people read before they set out. */
export function ClosuresEditor(props: { hours: OfficeHours; onChange: (hours: OfficeHours) => void }) {
  const { hours, onChange } = props
  const { language, t } = useText()
  const [day, setDay] = useState('')
  const [reason, setReason] = useState('')
  const isTwice = hours.exceptions.some((one) => one.day === day)
  const isOff = day === '' || reason.trim() === '' || isTwice
  const add = (event: Event) => {
    event.preventDefault()
    if (isOff) return
    onChange(withClosure(hours, { day, spans: [], reason: reason.trim() }))
    setDay('')
    setReason('')
  }
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
      <form class="closure-new" onSubmit={add}>
        <label class="field">
          <span class="field-label">{t('admin.closures.day')}</span>
          <input class="input" type="date" value={day} onInput={(event) => setDay(event.currentTarget.value)} />
        </label>
        <label class="field closure-why">
          <span class="field-label">{t('admin.closures.reason')}</span>
          <input
            class="input"
            autocomplete="off"
            maxLength={mostReason}
            placeholder={t('admin.closures.reason-hint')}
            value={reason}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="button" aria-disabled={isOff}>
          <Icon name="plus" size={20} />
          {t('admin.closures.add')}
        </button>
        {isTwice && <p class="small save-wrong">{t('admin.closures.twice')}</p>}
      </form>
    </fieldset>
  )
}
