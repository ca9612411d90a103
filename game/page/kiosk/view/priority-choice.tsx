import { priorityReasons } from '../../../queue/index.ts'
import { useText } from '../../shared/index.ts'
import type { KioskApp } from '../state/kiosk-app.ts'
import { PrioritySign } from './priority-sign.tsx'

/** One touch that is not needed: who may go first says why. A second touch takes it back. */
export function PriorityChoice(props: { app: KioskApp }) {
  const { app } = props
  const { t } = useText()
  const chosen = app.priority.value
  return (
    <fieldset class="priority">
      <legend>
        <strong>{t('kiosk.priority')}</strong> <span>{t('kiosk.priority.how')}</span>
      </legend>
      <div class="priority-reasons">
        {priorityReasons.map((reason) => (
          <button
            key={reason}
            type="button"
            class="priority-reason"
            aria-pressed={chosen === reason}
            onClick={() => {
              app.priority.value = chosen === reason ? null : reason
            }}
          >
            <PrioritySign reason={reason} />
            {t(`kiosk.priority.${reason}`)}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
