import { useState } from 'preact/hooks'
import { Busy, useText } from '../../shared/index.ts'
import type { VoiceApp } from '../state/voice-app.ts'

/** The code of something that was sent without an account. */
export function CodeForm(props: { app: VoiceApp }) {
  const { app } = props
  const { t } = useText()
  const [code, setCode] = useState('')
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        void app.openCode(code)
      }}
    >
      <h1 tabIndex={-1}>{t('voice.door.code')}</h1>
      <div class="field">
        <label for="code">{t('voice.code')}</label>
        <input
          id="code"
          class="number voice-code-input"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          maxLength={20}
          required
          aria-describedby="code-hint"
          value={code}
          onInput={(event) => setCode(event.currentTarget.value)}
        />
        <p class="hint" id="code-hint">
          {t('voice.code-hint')}
        </p>
      </div>
      <button type="submit" class="button main wide" disabled={app.isBusy.value}>
        {app.isBusy.value ? <Busy>{t('voice.opening')}</Busy> : t('voice.open')}
      </button>
    </form>
  )
}
