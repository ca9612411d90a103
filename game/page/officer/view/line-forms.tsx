import { useState } from 'preact/hooks'
import type { OfficerCounter, RebookResponse } from '../../../api/index.ts'
import { Notice, useText } from '../../shared/index.ts'
import { useOfficer } from '../app/officer-desk.ts'
import { ReasonField, SubmitButton } from './words-form.tsx'

/** For how many minutes a line is closed; 0: until somebody opens it. */
const closedFor = [0, 30, 60, 120] as const

/** Closes a line: with a reason for the public, and for how long. */
export function CloseLineForm(props: { group: string }) {
  const { app, house, layout } = useOfficer()
  const { t } = useText()
  const [reason, setReason] = useState('')
  const [minutes, setMinutes] = useState<number>(0)
  const submit = (event: Event) => {
    event.preventDefault()
    if (reason.trim() === '') return
    const until = minutes === 0 ? null : new Date(app.now.peek() + minutes * 60_000).toISOString()
    void layout.settle(house.closeLine(props.group, { reason: reason.trim(), until }))
  }
  return (
    <form class="stack" onSubmit={submit}>
      <p class="soft">{t('officer.ask.close-line.how')}</p>
      <ReasonField of="close-line" value={reason} onChange={setReason} />
      <fieldset class="reason">
        <legend class="field-label">{t('officer.closed-for')}</legend>
        <div class="reason-words">
          {closedFor.map((some) => (
            <label key={some} class={minutes === some ? 'chip is-chosen' : 'chip'}>
              <input type="radio" name="closed-for" class="visually-hidden" checked={minutes === some} onChange={() => setMinutes(some)} />
              {some === 0 ? t('officer.closed-for.open') : t('officer.minutes', { minutes: some })}
            </label>
          ))}
        </div>
      </fieldset>
      <div class="ask-buttons">
        <SubmitButton isOff={reason.trim() === ''}>{t('officer.line.close')}</SubmitButton>
      </div>
    </form>
  )
}

/** Moves a whole line to another day, and says how many found a place there. */
export function RebookForm(props: { group: string; counter: OfficerCounter }) {
  const { house, layout } = useOfficer()
  const { language, t } = useText()
  const { day: today, agency } = props.counter
  const days = agency.nextDays.filter((day) => day > today)
  const [reason, setReason] = useState('')
  const [day, setDay] = useState(days[0] ?? '')
  const [answer, setAnswer] = useState<RebookResponse | null>(null)
  const isOff = reason.trim() === '' || day === ''
  const submit = (event: Event) => {
    event.preventDefault()
    if (isOff) return
    const work = house.rebook(props.group, { reason: reason.trim(), day })
    // Done leaves the window open too: what came of it is read there.
    void layout.settle(work.then(() => false))
    void work.then(setAnswer)
  }
  if (answer) return <Rebooked answer={answer} />
  return (
    <form class="stack" onSubmit={submit}>
      <p class="soft">{t('officer.ask.rebook.how')}</p>
      <ReasonField of="rebook" value={reason} onChange={setReason} />
      <fieldset class="reason">
        <legend class="field-label">{t('officer.rebook.day')}</legend>
        <div class="reason-words">
          {days.map((one) => (
            <label key={one} class={day === one ? 'chip is-chosen' : 'chip'}>
              <input type="radio" name="day" class="visually-hidden" checked={day === one} onChange={() => setDay(one)} />
              {dayName(one, language)}
            </label>
          ))}
        </div>
        {days.length === 0 && <p>{t('officer.rebook.no-day')}</p>}
      </fieldset>
      <div class="ask-buttons">
        <SubmitButton isOff={isOff}>{t('officer.rebook')}</SubmitButton>
      </div>
    </form>
  )
}

function Rebooked(props: { answer: RebookResponse }) {
  const { layout } = useOfficer()
  const { t } = useText()
  const { moved, left } = props.answer
  return (
    <div class="stack">
      <Notice tone={left > 0 ? 'warn' : 'good'} isLive>
        <p>{t('officer.rebook.moved', { count: moved })}</p>
        {left > 0 && <p>{t('officer.rebook.left', { count: left })}</p>}
      </Notice>
      <div class="ask-buttons">
        <button type="button" class="button main" onClick={() => layout.close()}>
          {t('action.close')}
        </button>
      </div>
    </div>
  )
}

/** "Senin, 24 Nov": an office day by its own calendar, wherever this machine stands. */
function dayName(day: string, language: string): string {
  return new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
}
