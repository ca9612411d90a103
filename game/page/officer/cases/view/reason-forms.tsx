import { useState } from 'preact/hooks'
import type { OfficerCaseView } from '../../../../api/index.ts'
import { useText } from '../../../shared/index.ts'
import { casePhrases, usualAppeal, type CasePhrases } from '../state/case-phrases.ts'
import { agencyName } from '../state/case-words.ts'
import { useCases } from './case-context.ts'

const mostLetters = 600

/** A rejection says why, and how to object: both are read by the citizen. */
export function RejectForm(props: { current: OfficerCaseView }) {
  const { desk, catalogue } = useCases()
  const { t } = useText()
  const [reason, setReason] = useState('')
  const [appeal, setAppeal] = useState(() => usualAppeal(agencyName(catalogue.peek(), props.current.agency)))
  const isOff = reason.trim() === '' || appeal.trim() === ''
  const submit = (event: Event) => {
    event.preventDefault()
    if (!isOff) void desk.act('reject', { reason: reason.trim(), appeal: appeal.trim() })
  }
  return (
    <form class="stack" onSubmit={submit}>
      <p class="soft">{t('cases.reject.how')}</p>
      <ReasonField of="reject" label={t('cases.reject.reason')} value={reason} onChange={setReason} />
      <label class="field-label" for="case-appeal">
        {t('cases.reject.appeal')}
      </label>
      <textarea
        id="case-appeal"
        class="input"
        rows={3}
        maxLength={mostLetters}
        value={appeal}
        onInput={(event) => setAppeal(event.currentTarget.value)}
      />
      <Send isOff={isOff} tone="danger">
        {t('cases.reject.send')}
      </Send>
    </form>
  )
}

/** Hands the step up to the next role, with the reason. */
export function EscalateForm() {
  const { desk } = useCases()
  const { t } = useText()
  const [reason, setReason] = useState('')
  const submit = (event: Event) => {
    event.preventDefault()
    if (reason.trim() !== '') void desk.act('escalate', { reason: reason.trim() })
  }
  return (
    <form class="stack" onSubmit={submit}>
      <p class="soft">{t('cases.escalate.how')}</p>
      <ReasonField of="escalate" label={t('cases.escalate.reason')} value={reason} onChange={setReason} />
      <Send isOff={reason.trim() === ''}>{t('cases.escalate.send')}</Send>
    </form>
  )
}

function ReasonField(props: { of: CasePhrases; label: string; value: string; onChange: (words: string) => void }) {
  const { t } = useText()
  return (
    <fieldset class="reason">
      <legend class="field-label">{props.label}</legend>
      <textarea
        class="input"
        rows={2}
        aria-label={props.label}
        maxLength={mostLetters}
        value={props.value}
        onInput={(event) => props.onChange(event.currentTarget.value)}
      />
      <div class="reason-words">
        {casePhrases[props.of].map(({ slug, sent }) => (
          <button key={slug} type="button" class="chip" aria-pressed={props.value === sent} onClick={() => props.onChange(sent)}>
            {t(`cases.words.${slug}`)}
          </button>
        ))}
      </div>
    </fieldset>
  )
}

/** The button that sends a window's form; turns while the server thinks. */
export function Send(props: { isOff: boolean; tone?: 'danger'; children: string }) {
  const { desk } = useCases()
  const isBusy = desk.busy.value !== null
  return (
    <div class="ask-buttons">
      <button type="submit" class={`button ${props.tone ?? 'main'}`} aria-disabled={props.isOff || isBusy} aria-busy={isBusy}>
        {isBusy && <span class="spinner" aria-hidden="true" />}
        {props.children}
      </button>
    </div>
  )
}
