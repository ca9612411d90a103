import { useText } from '../../shared/index.ts'
import type { KioskApp } from '../state/kiosk-app.ts'
import { isCountShown } from '../state/step.ts'

/** Says when the start is shown again, and stops that. Read aloud once, not every second. */
export function StillHere(props: { app: KioskApp }) {
  const { app } = props
  const { t } = useText()
  const seconds = app.secondsLeft.value
  const isShown = seconds !== null && isCountShown(app.step.value, seconds)
  return (
    <div class={isShown ? 'still-here is-shown' : 'still-here'}>
      <p class="visually-hidden" role="status">
        {isShown && app.step.value.kind !== 'number' ? t('kiosk.leaving.spoken') : ''}
      </p>
      {isShown && (
        <>
          <p aria-hidden="true">
            {t('kiosk.leaving')} <strong class="number">{seconds}</strong> {t('kiosk.seconds')}
          </p>
          <button type="button" class="button" onClick={app.stay}>
            {t('kiosk.still-here')}
          </button>
        </>
      )}
    </div>
  )
}
