import { useState } from 'preact/hooks'
import type { DataRequestRequest } from '../../../api/index.ts'
import { Busy, Notice, useText } from '../../shared/index.ts'
import { useAction } from './use-action.ts'

const kinds = ['correction', 'objection'] as const

/** Asks for a correction, or objects to a use: one sentence is enough. */
export function AskForm(props: { onAsk: (request: DataRequestRequest) => Promise<void> }) {
  const { t } = useText()
  const [kind, setKind] = useState<(typeof kinds)[number]>('correction')
  const [words, setWords] = useState('')
  const [isSent, setSent] = useState(false)
  const { isBusy, problem, run } = useAction()
  const send = (event: Event) => {
    event.preventDefault()
    if (words.trim() === '') return
    void run(async () => {
      await props.onAsk({ kind, about: { kind: 'account', id: 'account' }, words: words.trim() })
      setWords('')
      setSent(true)
    })
  }
  return (
    <form class="card ask-form stack" onSubmit={send}>
      <fieldset>
        <legend class="field-label">{t('rights.ask.kind')}</legend>
        {kinds.map((one) => (
          <label key={one} class="choice">
            <input type="radio" name="kind" value={one} checked={kind === one} onChange={() => setKind(one)} />
            <span>{t(`rights.ask.${one}`)}</span>
          </label>
        ))}
      </fieldset>
      <label class="field">
        <span class="field-label">{t('rights.ask.words')}</span>
        <textarea
          rows={4}
          maxLength={2000}
          value={words}
          required
          onInput={({ currentTarget }) => {
            setWords(currentTarget.value)
            setSent(false)
          }}
        />
      </label>
      {problem && (
        <Notice tone="bad" isLive>
          {problem}
        </Notice>
      )}
      {isSent && (
        <Notice tone="good" isLive>
          {t('rights.ask.sent')}
        </Notice>
      )}
      <button type="submit" class="button main" disabled={isBusy}>
        {isBusy ? <Busy>{t('action.sending')}</Busy> : t('rights.ask.send')}
      </button>
    </form>
  )
}
