import { Icon, callSentence, useText } from '../../shared/index.ts'
import type { KioskApp } from '../state/kiosk-app.ts'
import { useScreenFocus } from './use-screen-focus.ts'

/** Between the touch and the number: it is asked for, the network is lost, or the server says why not. */
export function TakingScreen(props: { app: KioskApp }) {
  const { app } = props
  const { t } = useText()
  const heading = useScreenFocus()
  const taking = app.taker.taking.value
  if (taking?.state === 'refused') {
    return (
      <main class="screen taking is-refused">
        <div class="screen-top">
          <Icon name="alert" size={96} />
          <h1 ref={heading} tabIndex={-1}>
            {t('kiosk.refused')}
          </h1>
          <p role="alert" class="taking-why">
            {callSentence(taking.error, t)}
          </p>
          <p>{t('kiosk.refused.next')}</p>
        </div>
      </main>
    )
  }
  const isWaiting = taking?.state === 'waiting' || app.isLost.value
  return (
    <main class={`screen taking ${isWaiting ? 'is-waiting' : ''}`}>
      <div class="screen-top">
        {isWaiting ? <Icon name="wifi" size={96} /> : <span class="spinner" aria-hidden="true" />}
        <h1 ref={heading} tabIndex={-1}>
          {t(isWaiting ? 'kiosk.waiting' : 'kiosk.sending')}
        </h1>
        <p role="status" class="taking-why">
          {t(isWaiting ? 'kiosk.waiting.how' : 'kiosk.sending.how')}
        </p>
      </div>
      {isWaiting && (
        <div class="screen-actions">
          <button type="button" class="button main" onClick={app.taker.retry}>
            <Icon name="swap" size={32} />
            {t('action.retry')}
          </button>
        </div>
      )}
    </main>
  )
}
