import { useState } from 'preact/hooks'
import { Busy, useText } from '../../shared/index.ts'
import type { IntegrityApp } from '../state/integrity-app.ts'

/** What was given, by whom, when: in words. */
export function GiftForm(props: { app: IntegrityApp }) {
  const { app } = props
  const { t } = useText()
  const [day, setDay] = useState('')
  const [text, setText] = useState('')
  return (
    <form
      class="card desk-card stack"
      onSubmit={(event) => {
        event.preventDefault()
        void app.declare(day, text)
      }}
    >
      <h2>{t('integrity.gifts.new')}</h2>
      <div class="field">
        <label for="received">{t('integrity.gifts.day')}</label>
        <input id="received" type="date" required value={day} onInput={(event) => setDay(event.currentTarget.value)} />
      </div>
      <div class="field">
        <label for="gift">{t('integrity.gifts.what')}</label>
        <textarea
          id="gift"
          rows={4}
          minLength={10}
          maxLength={4000}
          required
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <p class="hint">{t('integrity.gifts.hint')}</p>
      </div>
      <button type="submit" class="button main" disabled={app.isBusy.value}>
        {app.isBusy.value ? <Busy>{t('action.sending')}</Busy> : t('integrity.gifts.send')}
      </button>
    </form>
  )
}
