import { checkForm, feeAt, requirementsFor, visibleFields } from '../../../../case/index.ts'
import { Icon, Notice, pick, useText } from '../../../shared/index.ts'
import type { Lack } from '../draft/lacking.ts'
import type { Apply } from '../state/apply.ts'
import { showAnswer, showDay } from './answer-words.ts'
import { feeWords } from './fee-words.ts'

/** All of it before anything is sent: what is still wanting first, then what will be sent, what it costs and until when. */
export function CheckStep(props: { apply: Apply; isPressed: boolean; onGo: (step: number) => void }) {
  const { apply } = props
  const { t, language } = useText()
  const { standard } = apply
  const lacks = apply.lacks.value
  const { answers } = checkForm(standard.form, apply.draft.value.answers)
  const { isDeclared } = apply.draft.value
  const fee = feeAt(standard.tariff, { day: apply.today, answers, exemptionsUsed: standard.exemptionsUsed })
  const papers = requirementsFor(standard, answers).filter((row) => apply.draft.value.papers[row.slug])
  return (
    <div class="stack">
      {lacks.length > 0 ? (
        <section class={props.isPressed ? 'case-lacks wrong' : 'case-lacks'}>
          <h2>
            <Icon name="alert" />
            {t('case.lacking', { count: lacks.length })}
          </h2>
          <ul>
            {lacks.map((lack) => (
              <li key={lack.kind === 'field' ? lack.error.field : lack.requirement.slug}>
                <button type="button" class="case-lack" onClick={() => props.onGo(stepOf(apply, lack))}>
                  <span>
                    {lack.kind === 'field'
                      ? pick(standard.form.properties[lack.error.field]['x-title'], language)
                      : t(`case.lack.${lack.state}`, { paper: pick(lack.requirement.name, language) })}
                  </span>
                  <Icon name="next" />
                </button>
              </li>
            ))}
          </ul>
        </section>
      ) : (
        <Notice tone="good">{t('case.complete')}</Notice>
      )}
      <dl class="case-facts card">
        <div>
          <dt>{t('case.fee')}</dt>
          <dd>
            <strong>{fee ? feeWords(fee, { t, language }) : t('fee.depends')}</strong>
            {fee && <span class="small soft">{t('case.fee-basis', { basis: fee.basis })}</span>}
          </dd>
        </div>
        <div>
          <dt>{t('case.promise-if-sent')}</dt>
          <dd>
            <strong>{showDay(apply.promisedDay, language)}</strong>
            <span class="small soft">
              {t(`case.promise-${shortPromises[standard.workingDays] ?? 'days'}`, { days: standard.workingDays })}{' '}
              {t(fee?.rupiah === 0 ? 'case.promise-rests' : 'case.promise-rests-fee')}
            </span>
          </dd>
        </div>
        {standard.body && (
          <div>
            <dt>{t('case.body')}</dt>
            <dd>{pick(standard.body, language)}</dd>
          </div>
        )}
      </dl>
      <details class="case-answers card">
        <summary>
          <span>{t('case.answers', { count: Object.keys(answers).length, papers: papers.length })}</span>
          <Icon name="down" size={20} class="turn" />
        </summary>
        <dl>
          {visibleFields(standard.form, answers).map((name) => (
            <div key={name}>
              <dt>{pick(standard.form.properties[name]['x-title'], language)}</dt>
              <dd>{showAnswer(standard.form.properties[name], answers[name], { t, language })}</dd>
            </div>
          ))}
          {papers.map((row) => (
            <div key={row.slug}>
              <dt>{t('case.paper')}</dt>
              <dd>{pick(row.name, language)}</dd>
            </div>
          ))}
        </dl>
      </details>
      <label class={`case-tick${isDeclared ? ' is-chosen' : ''}${props.isPressed && !isDeclared && lacks.length === 0 ? ' wrong' : ''}`}>
        <input
          type="checkbox"
          checked={isDeclared}
          onChange={(event) => {
            const isTrue = event.currentTarget.checked
            apply.change((draft) => ({ ...draft, isDeclared: isTrue }))
          }}
        />
        <span class="case-tick-mark" aria-hidden="true">
          <Icon name="check" size={22} />
        </span>
        <span>{t('case.declare')}</span>
      </label>
      {props.isPressed && !isDeclared && lacks.length === 0 && (
        <Notice tone="bad" isLive>
          {t('case.declare-first')}
        </Notice>
      )}
    </div>
  )
}

/** By working days: what is said otherwise than with their number. */
const shortPromises = ['same-day', 'one-day'] as const

/** Where it can be put right. */
function stepOf(apply: Apply, lack: Lack): number {
  const at = apply.steps.value.findIndex((step) =>
    lack.kind === 'paper' ? step.kind === 'papers' : 'fields' in step && step.fields.includes(lack.error.field),
  )
  return Math.max(0, at)
}
