import type { OfficeHours } from '../../../queue/index.ts'
import { useText } from '../../shared/index.ts'

const names = ['quota', 'lastNumberMinutes', 'slotMinutes', 'slotCapacity'] as const

/** How many numbers a day, how long they are given, and how many may book. */
export function NumbersEditor(props: { hours: OfficeHours; onChange: (hours: OfficeHours) => void }) {
  const { hours, onChange } = props
  const { t } = useText()
  const put = (name: (typeof names)[number], text: string) => {
    if (name === 'quota' && text.trim() === '') onChange({ ...hours, quota: null })
    else if (/^\d{1,5}$/.test(text)) onChange({ ...hours, [name]: Number(text) })
  }
  return (
    <fieldset class="edit-part">
      <legend>{t('admin.numbers')}</legend>
      <div class="numbers">
        {names.map((name) => (
          <label key={name} class="field">
            <span class="field-label">{t(`admin.numbers.${name}`)}</span>
            <input
              class="input number"
              inputMode="numeric"
              autocomplete="off"
              placeholder={name === 'quota' ? t('admin.numbers.no-quota') : undefined}
              value={hours[name] === null ? '' : String(hours[name])}
              onInput={(event) => put(name, event.currentTarget.value)}
            />
            <span class="hint">{t(`admin.numbers.${name}.how`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
