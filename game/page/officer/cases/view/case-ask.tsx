import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import type { OfficerCaseView } from '../../../../api/index.ts'
import { Icon, useText } from '../../../shared/index.ts'
import { focusHome } from '../../view/focus-home.ts'
import { useCases } from './case-context.ts'
import { Refusal } from '../../view/problem-bar.tsx'
import { DecideForm } from './decide-form.tsx'
import { EscalateForm, RejectForm } from './reason-forms.tsx'

/** The one window of the place, with whatever is asked now. */
export function CaseAskWindow() {
  const { desk } = useCases()
  const ask = desk.ask.value
  const current = desk.current.value
  if (ask === null || current === null) return null
  return <AskWindow key={ask} ask={ask} current={current} />
}

function AskWindow(props: { ask: 'decide' | 'reject' | 'escalate'; current: OfficerCaseView }) {
  const { ask, current } = props
  const { desk } = useCases()
  const { t } = useText()
  const element = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useLayoutEffect(() => {
    const dialog = element.current
    const before = document.activeElement
    dialog?.showModal()
    dialog?.querySelector<HTMLElement>('.ask-body input, .ask-body textarea, .ask-body .button')?.focus()
    return () => {
      dialog?.close()
      if (before instanceof HTMLElement && before !== document.body && before.isConnected) before.focus()
      else focusHome()
    }
  }, [])
  const close = () => {
    desk.ask.value = null
  }
  return (
    <dialog
      ref={element}
      class={ask === 'decide' ? 'ask case-ask is-large' : 'ask case-ask'}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
    >
      <header class="ask-head">
        <h2 id={titleId}>{t(`cases.ask.${ask}`, { number: current.number })}</h2>
        <button type="button" class="icon-button" aria-label={t('action.close')} onClick={close}>
          <Icon name="close" size={20} />
        </button>
      </header>
      <Refusal of={desk.problem} />
      <div class="ask-body">
        {ask === 'decide' && <DecideForm current={current} />}
        {ask === 'reject' && <RejectForm current={current} />}
        {ask === 'escalate' && <EscalateForm />}
      </div>
    </dialog>
  )
}
