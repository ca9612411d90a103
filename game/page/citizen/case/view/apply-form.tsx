import { useRef, useState } from 'preact/hooks'
import { Busy, Icon, pick, useText } from '../../../shared/index.ts'
import type { Lack } from '../draft/lacking.ts'
import type { DraftStep } from '../draft/steps.ts'
import type { Apply } from '../state/apply.ts'
import { useCases } from './case-context.tsx'
import { CheckStep } from './check-step.tsx'
import { KnownStep } from './known-step.tsx'
import { PapersStep } from './papers-step.tsx'
import { QuestionsStep } from './questions-step.tsx'
import { useStepHistory } from './use-step-history.ts'

/** The way through a form: one screen at a time, with one large button to the next. */
export function ApplyForm(props: { apply: Apply; onSent: (id: string) => void }) {
  const { apply } = props
  const { keep } = useCases()
  const { t, language } = useText()
  const [isPressed, setPressed] = useState(false)
  const [isSending, setSending] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const steps = apply.steps.value
  const at = Math.min(apply.draft.value.step, steps.length - 1)
  const step = steps[at]
  const lacks = lacksOf(apply, step)
  const isLast = step.kind === 'check'
  const goTo = useStepHistory(apply, at, () => {
    setPressed(false)
    heading.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  })

  const next = async () => {
    if (lacks.length > 0 || (isLast && !apply.draft.value.isDeclared)) {
      setPressed(true)
      requestAnimationFrame(() => document.querySelector<HTMLElement>('.case .wrong')?.scrollIntoView({ block: 'center' }))
      return
    }
    if (!isLast) {
      goTo(at + 1)
      return
    }
    setSending(true)
    props.onSent(await apply.send())
  }
  return (
    <form
      class="case-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void next()
      }}
    >
      <p class="case-service">{pick(apply.standard.name, language)}</p>
      <Progress at={at} of={steps.length} />
      <h1 ref={heading} tabIndex={-1}>
        {t(`case.step.${step.kind}`)}
      </h1>
      <StepBody apply={apply} step={step} isPressed={isPressed} onGo={goTo} />
      <div class="case-foot">
        <div class="case-buttons">
          {at > 0 && (
            <button type="button" class="button case-back" onClick={() => history.back()}>
              <Icon name="back" />
              {t('action.back')}
            </button>
          )}
          <button type="submit" class="button main large case-next" disabled={isSending}>
            {isSending ? (
              <Busy>{t('case.keeping')}</Busy>
            ) : (
              t(isLast ? 'case.send' : step.kind === 'known' ? 'case.next-known' : 'case.next')
            )}
            {!isLast && !isSending && <Icon name="next" />}
          </button>
        </div>
        <p class="case-kept small soft">
          <Icon name="check" size={16} />
          {t(keep.isLasting ? 'case.kept' : 'case.kept-not')}
        </p>
      </div>
    </form>
  )
}

/** What keeps from going on from this very step. */
function lacksOf(apply: Apply, step: DraftStep): readonly Lack[] {
  const all = apply.lacks.value
  if (step.kind === 'check') return all
  if (step.kind === 'papers') return []
  return all.filter((lack) => lack.kind === 'field' && step.fields.includes(lack.error.field))
}

function StepBody(props: { apply: Apply; step: DraftStep; isPressed: boolean; onGo: (step: number) => void }) {
  const { apply, step, isPressed } = props
  if (step.kind === 'known') return <KnownStep apply={apply} fields={step.fields} isPressed={isPressed} />
  if (step.kind === 'questions') return <QuestionsStep apply={apply} fields={step.fields} isPressed={isPressed} />
  if (step.kind === 'papers') return <PapersStep apply={apply} />
  return <CheckStep apply={apply} isPressed={isPressed} onGo={props.onGo} />
}

function Progress(props: { at: number; of: number }) {
  const { t } = useText()
  return (
    <div class="progress">
      <progress max={props.of} value={props.at + 1} aria-hidden="true" />
      <span class="small">{t('case.progress', { at: props.at + 1, of: props.of })}</span>
    </div>
  )
}
