import { useState } from 'preact/hooks'
import type { DocumentView } from '../../../api/index.ts'
import { Notice, useText } from '../../shared/index.ts'
import type { HolderApp } from '../state/holder-app.ts'
import { useAction } from './use-action.ts'

/** Six digits of one's own, for the printer of a kiosk. */
export function PinForm(props: { app: HolderApp; document: DocumentView }) {
  const { app, document } = props
  const { t } = useText()
  const action = useAction()
  const [pin, setPin] = useState('')
  const id = `pin-${document.id}`
  return (
    <form
      class="pin-form"
      onSubmit={(event) => {
        event.preventDefault()
        void action.run(() => app.setPin(document.id, pin)).then((hasWorked) => hasWorked && setPin(''))
      }}
    >
      <h3>{t('documents.pin')}</h3>
      <p>{t('documents.pin.how')}</p>
      <div class="field">
        <label for={id}>{t(document.hasPin ? 'documents.pin.new' : 'documents.pin.label')}</label>
        <input
          id={id}
          type="password"
          inputMode="numeric"
          autocomplete="off"
          maxLength={6}
          required
          value={pin}
          onInput={(event) => setPin(event.currentTarget.value)}
        />
      </div>
      {action.problem !== '' && (
        <Notice tone="bad" isLive>
          {action.problem}
        </Notice>
      )}
      <div role="status">{document.hasPin && <p class="document-done">{t('documents.pin.set')}</p>}</div>
      <button type="submit" class="button wide" disabled={action.isBusy}>
        {t('documents.pin.save')}
      </button>
    </form>
  )
}
