import { useEffect, useRef } from 'preact/hooks'
import type { OfficerCounter } from '../../../api/index.ts'
import { useText } from '../../shared/index.ts'
import { useOfficer } from '../app/officer-desk.ts'

/** Asks before the counter is closed: those who wait keep their place, but nobody at this counter calls them. */
export function CloseQuestion(props: { counter: OfficerCounter }) {
  const { desk, layout } = useOfficer()
  const { t } = useText()
  const element = useRef<HTMLDialogElement>(null)
  const put = () => {
    layout.isClosing.value = false
  }
  useEffect(() => {
    const before = document.activeElement
    element.current?.showModal()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  const close = () => {
    put()
    void desk.act('close')
  }
  return (
    <dialog ref={element} class="question" aria-labelledby="close-title" onCancel={put}>
      <h2 id="close-title">{t('officer.close.title', { counter: props.counter.counter.label })}</h2>
      <p>
        {t(props.counter.waiting.length > 0 ? 'officer.close.waiting' : 'officer.close.empty', { count: props.counter.waiting.length })}
      </p>
      <div class="question-buttons">
        <button type="button" class="button" onClick={put}>
          {t('officer.close.no')}
        </button>
        <button type="button" class="button main" onClick={close}>
          {t('officer.close.yes')}
        </button>
      </div>
    </dialog>
  )
}
