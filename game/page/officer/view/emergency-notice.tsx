import { useLayoutEffect, useRef } from 'preact/hooks'
import { formatClock, Icon, useText } from '../../shared/index.ts'
import type { Emergency } from '../app/emergencies.ts'
import { useOfficer } from '../app/officer-desk.ts'
import { focusHome } from './focus-home.ts'

/** A colleague calls for help: over everything, until it is put away. */
export function EmergencyNotice() {
  const { emergencies } = useOfficer()
  const first = emergencies.open.value[0]
  return first ? <Loud key={`${first.counter}-${first.at}`} emergency={first} /> : null
}

function Loud(props: { emergency: Emergency }) {
  const { counter, name, text, at } = props.emergency
  const { emergencies } = useOfficer()
  const { language, t } = useText()
  const element = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const dialog = element.current
    const before = document.activeElement
    dialog?.showModal()
    // Not on the button: whoever types at this moment must not put it away unread.
    dialog?.querySelector('h2')?.focus()
    return () => {
      dialog?.close()
      if (before instanceof HTMLElement && before !== document.body && before.isConnected) before.focus()
      else focusHome()
    }
  }, [])
  return (
    <dialog
      ref={element}
      class="emergency"
      role="alertdialog"
      aria-labelledby="emergency-title"
      aria-describedby="emergency-text"
      onCancel={(event) => {
        event.preventDefault()
        emergencies.putAway()
      }}
    >
      <Icon name="alert" size={56} />
      <h2 id="emergency-title" tabIndex={-1}>
        {t('officer.emergency.heard', { counter })}
      </h2>
      <p id="emergency-text" class="emergency-text">
        {text}
      </p>
      <p>{t('officer.emergency.from', { name, time: formatClock(at, language) })}</p>
      <button type="button" class="button" onClick={() => emergencies.putAway()}>
        {t('officer.emergency.seen')}
      </button>
    </dialog>
  )
}
