import { useText, Icon } from '../../shared/index.ts'
import { proofPath } from '../proof-address.ts'
import { addDays } from '../../../queue/index.ts'

/** The day before, the day after, or any other. */
export function DayChooser(props: { region: string; day: string; today: string }) {
  const { region, day, today } = props
  const { t } = useText()
  const after = addDays(day, 1)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const chosen = new FormData(event.currentTarget as HTMLFormElement).get('day')
    if (typeof chosen === 'string' && chosen !== '') location.assign(proofPath(region, chosen))
  }
  return (
    <nav class="days" aria-label={t('proof.days')}>
      <a class="button" href={proofPath(region, addDays(day, -1))}>
        <Icon name="back" size={20} />
        {t('proof.days.before')}
      </a>
      {after <= today && (
        <a class="button" href={proofPath(region, after)}>
          {t(after === today ? 'proof.days.today' : 'proof.days.after')}
          <Icon name="next" size={20} />
        </a>
      )}
      <form class="days-form" onSubmit={submit}>
        <label class="visually-hidden" for="day">
          {t('proof.days.other')}
        </label>
        <input id="day" name="day" class="input" type="date" max={today} value={day} required />
        <button type="submit" class="button">
          {t('proof.days.show')}
        </button>
      </form>
    </nav>
  )
}
