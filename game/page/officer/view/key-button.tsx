import type { ComponentChildren } from 'preact'
import { Icon, useText, type IconName } from '../../shared/index.ts'
import { useOfficer } from '../app/officer-desk.ts'
import { keyLabel, type Shortcut } from '../keys/shortcuts.ts'

export type KeyButtonProps = {
  readonly shortcut: Shortcut
  readonly onClick: () => void
  readonly children: ComponentChildren
  readonly icon?: IconName
  /** `main` is the usual next step; `danger` cannot be undone. */
  readonly tone?: 'main' | 'danger' | 'quiet'
  /** Has nothing to do now. Stays focusable, so that the focus is not lost when an action runs. */
  readonly isOff?: boolean
  /** Seconds until the server takes it again; 0 and left out: now. */
  readonly heldSeconds?: number
  /** Its action is on the way. */
  readonly isBusy?: boolean
  readonly class?: string
}

/** A button with its key beside the word. */
export function KeyButton(props: KeyButtonProps) {
  const { t } = useText()
  const { app, keys } = useOfficer()
  const mode = app.settings.keyMode.value
  const label = keyLabel(props.shortcut, mode)
  const isArmed = keys.armed.value === props.shortcut
  const held = props.heldSeconds ?? 0
  const isOff = props.isOff === true || props.isBusy === true || held > 0
  return (
    <button
      type="button"
      class={`button key-button ${props.tone ?? ''} ${isArmed ? 'is-armed' : ''} ${props.class ?? ''}`}
      aria-disabled={isOff}
      aria-busy={props.isBusy}
      aria-keyshortcuts={label?.replace(' ', '+')}
      onClick={() => {
        if (!isOff) props.onClick()
      }}
    >
      {props.isBusy ? <span class="spinner" aria-hidden="true" /> : props.icon && <Icon name={props.icon} size={20} />}
      <span class="key-word">{isArmed ? t('officer.keys.again', { key: label ?? '' }) : props.children}</span>
      {held > 0 ? (
        <span class="held number">{t('officer.seconds', { seconds: held })}</span>
      ) : (
        label && <kbd aria-hidden="true">{label}</kbd>
      )}
    </button>
  )
}
