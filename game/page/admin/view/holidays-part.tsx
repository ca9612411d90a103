import { useState } from 'preact/hooks'
import type { WorkCalendarView } from '../../../api/index.ts'
import { formatDay, Icon, useText } from '../../shared/index.ts'
import { useAdmin } from '../state/admin.ts'
import { readMinute, timeText, weekOrder } from '../state/hours-draft.ts'
import { NewDay } from './new-day.tsx'
import { NotYet } from './not-yet.tsx'
import { SaveBar } from './save-bar.tsx'
import { TimeField } from './time-field.tsx'
import { useLoaded } from './use-loaded.ts'
import { dayName } from './week-editor.tsx'

const mostName = 80

/** The region's working days, by which promised days and complaints are counted. */
export function HolidaysPart() {
  const admin = useAdmin()
  const { t } = useText()
  const path = `/api/admin/holidays?region=${encodeURIComponent(admin.region.value.slug)}`
  const loaded = useLoaded<WorkCalendarView>(path)
  return (
    <section class="admin-part" aria-labelledby="part-title">
      <h1 id="part-title">{t('admin.part.libur')}</h1>
      <p class="soft">{t('admin.holidays.how')}</p>
      {loaded.value === null ? (
        <NotYet hasFailed={loaded.hasFailed} onRetry={loaded.again} />
      ) : (
        <CalendarEditor key={path} path={path} loaded={loaded.value} onKept={loaded.put} />
      )}
    </section>
  )
}

function CalendarEditor(props: { path: string; loaded: WorkCalendarView; onKept: (answer: WorkCalendarView) => void }) {
  const { path, loaded } = props
  const admin = useAdmin()
  const { language, t } = useText()
  const [calendar, setCalendar] = useState(loaded)
  const isChanged = JSON.stringify(calendar) !== JSON.stringify(loaded)
  const isNoDay = calendar.weekdays.length === 0
  const isTurned = calendar.opens >= calendar.closes
  const wrong = isNoDay ? t('admin.holidays.no-day') : isTurned ? t('admin.holidays.turned') : null
  const toggle = (weekday: number) => {
    const has = calendar.weekdays.includes(weekday)
    const weekdays = has ? calendar.weekdays.filter((one) => one !== weekday) : [...calendar.weekdays, weekday]
    setCalendar({ ...calendar, weekdays: weekdays.sort((a, b) => a - b) })
  }
  const add = (day: string, name: string) => {
    const holidays = [...calendar.holidays, { day, name }].sort((a, b) => a.day.localeCompare(b.day))
    setCalendar({ ...calendar, holidays })
  }
  const save = async () => {
    const answer = await admin.run(() => admin.call<WorkCalendarView>('PUT', path, { body: calendar }))
    if (answer === null) return
    setCalendar(answer)
    props.onKept(answer)
    admin.done.value = t('admin.holidays.kept')
  }
  return (
    <div class="card edit-card">
      <fieldset class="edit-part">
        <legend>{t('admin.holidays.weekdays')}</legend>
        <div class="chips">
          {weekOrder.map((weekday) => (
            <label key={weekday} class={calendar.weekdays.includes(weekday) ? 'chip is-chosen' : 'chip'}>
              <input
                type="checkbox"
                class="visually-hidden"
                checked={calendar.weekdays.includes(weekday)}
                onChange={() => toggle(weekday)}
              />
              {dayName(weekday, language)}
            </label>
          ))}
        </div>
        <div class="spans">
          <span class="span">
            <TimeField
              label={t('admin.holidays.opens')}
              minute={readMinute(calendar.opens) ?? 0}
              onChange={(minute) => setCalendar({ ...calendar, opens: timeText(minute) })}
            />
            <span aria-hidden="true">–</span>
            <TimeField
              label={t('admin.holidays.closes')}
              minute={readMinute(calendar.closes) ?? 0}
              onChange={(minute) => setCalendar({ ...calendar, closes: timeText(minute) })}
            />
          </span>
          <span class="small soft">{t('admin.holidays.hours')}</span>
        </div>
      </fieldset>
      <fieldset class="edit-part">
        <legend>{t('admin.holidays.list')}</legend>
        <NewDay
          days={calendar.holidays}
          label={t('admin.holidays.name')}
          hint={t('admin.holidays.name-hint')}
          mostLetters={mostName}
          onAdd={add}
        />
        {calendar.holidays.length === 0 && <p class="soft">{t('admin.holidays.none')}</p>}
        <ul class="holidays">
          {calendar.holidays.map((holiday) => (
            <li key={holiday.day}>
              <strong class="number">
                {formatDay(holiday.day, language)} {holiday.day.slice(0, 4)}
              </strong>
              <span>{holiday.name}</span>
              <button
                type="button"
                class="icon-button"
                aria-label={t('admin.holidays.remove', { name: holiday.name })}
                onClick={() => setCalendar({ ...calendar, holidays: calendar.holidays.filter((one) => one !== holiday) })}
              >
                <Icon name="close" size={20} />
              </button>
            </li>
          ))}
        </ul>
      </fieldset>
      <SaveBar isChanged={isChanged} wrong={wrong} onSave={() => void save()} onUndo={() => setCalendar(loaded)} />
    </div>
  )
}
