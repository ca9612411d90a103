import { useText } from '../../../shared/index.ts'
import type { FieldBoxProps } from './field-props.ts'

const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'] as const

/** Day, month by its name, year: a calendar that begins today is a long way from a year of birth. Half a date is kept as half a date. */
export function DayInput(props: FieldBoxProps) {
  const { t, language } = useText()
  const [year = '', month = '', day = ''] = typeof props.value === 'string' ? props.value.split('-') : []
  const monthName = new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', { month: 'long', timeZone: 'UTC' })
  const put = (next: { year?: string; month?: string; day?: string }) => {
    const parts = { year, month, day, ...next }
    const text = `${parts.year}-${parts.month}-${parts.day}`
    props.onAnswer(text === '--' ? null : text)
  }
  const digits = (text: string, most: number) => text.replace(/\D/g, '').slice(0, most)
  return (
    <div class="case-day">
      <label>
        <span class="small soft">{t('case.day.day')}</span>
        <input
          inputMode="numeric"
          autocomplete="off"
          maxLength={2}
          value={day.replace(/^0(?=\d)/, '')}
          aria-invalid={props.error !== undefined}
          onInput={(event) => put({ day: digits(event.currentTarget.value, 2) })}
          onBlur={() => day.length === 1 && put({ day: day.padStart(2, '0') })}
        />
      </label>
      <label>
        <span class="small soft">{t('case.day.month')}</span>
        <select value={month} aria-invalid={props.error !== undefined} onChange={(event) => put({ month: event.currentTarget.value })}>
          <option value="">–</option>
          {months.map((row) => (
            <option key={row} value={row}>
              {monthName.format(new Date(`2000-${row}-15T12:00:00Z`))}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span class="small soft">{t('case.day.year')}</span>
        <input
          inputMode="numeric"
          autocomplete="off"
          maxLength={4}
          value={year}
          aria-invalid={props.error !== undefined}
          onInput={(event) => put({ year: digits(event.currentTarget.value, 4) })}
        />
      </label>
    </div>
  )
}
