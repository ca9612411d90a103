import type { OfficerCaseView } from '../../../../api/index.ts'
import { formatDay, Icon, pick, useText } from '../../../shared/index.ts'

/** The steps of the standard: what is done, what is in hand, whose it is, and until when. */
export function StepsPart(props: { current: OfficerCaseView }) {
  const { steps, step } = props.current
  const { language, t } = useText()
  if (steps.length === 0) return null
  return (
    <section class="case-part" aria-labelledby="steps-title">
      <h3 id="steps-title">{t('cases.steps')}</h3>
      <ol class="case-steps">
        {steps.map((one, index) => (
          <li
            key={one.slug}
            class={one.isDone ? 'is-done' : one.slug === step ? 'is-now' : undefined}
            aria-current={one.slug === step ? 'step' : undefined}
          >
            <span class="step-mark number" aria-hidden="true">
              {one.isDone ? <Icon name="check" size={20} /> : index + 1}
            </span>
            <span class="step-words">
              <span>
                {pick(one.name, language)}
                {one.isDone && <span class="visually-hidden"> – {t('cases.steps.done')}</span>}
              </span>
              <span class="small soft">
                {t(`cases.role.${one.role}`)}
                {!one.isDone && ` · ${t(daysKey(one.workingDays), { count: one.workingDays })}`}
                {!one.isDone && one.dueOn !== null && ` · ${t('cases.steps.due', { day: formatDay(one.dueOn, language) })}`}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function daysKey(days: number): string {
  if (days === 0) return 'cases.steps.same-day'
  return days === 1 ? 'cases.steps.one-day' : 'cases.steps.days'
}
