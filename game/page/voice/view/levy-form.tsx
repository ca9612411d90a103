import { useState } from 'preact/hooks'
import { Busy, Notice, useText } from '../../shared/index.ts'
import type { VoiceApp } from '../state/voice-app.ts'
import { AgencySelect } from './agency-select.tsx'

/** "I was asked for money" without a ticket at hand: at a door, on the telephone, yesterday. */
export function LevyForm(props: { app: VoiceApp }) {
  const { app } = props
  const { t } = useText()
  const [agency, setAgency] = useState('')
  const [text, setText] = useState('')
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        void app.sendLevy({ agency: agency === '' ? null : agency, text })
      }}
    >
      <h1 tabIndex={-1}>{t('voice.door.levy')}</h1>
      <p>{t('voice.levy-rights')}</p>
      <Notice tone="good">{t('voice.levy-safe')}</Notice>
      <p class="small soft">{t('voice.levy-faster')}</p>
      <AgencySelect catalogue={app.catalogue} value={agency} onChange={setAgency} none={t('voice.agency-unknown')} />
      <div class="field">
        <label for="text">{t('voice.levy-text')}</label>
        <textarea
          id="text"
          rows={5}
          minLength={10}
          maxLength={4000}
          required
          aria-describedby="text-hint"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <p class="hint" id="text-hint">
          {t('voice.levy-hint')}
        </p>
      </div>
      <button type="submit" class="button main wide" disabled={app.isBusy.value}>
        {app.isBusy.value ? <Busy>{t('action.sending')}</Busy> : t('voice.levy-send')}
      </button>
    </form>
  )
}
