import type { ComponentChildren } from 'preact'
import { Icon, useText, type IconName } from '../../../shared/index.ts'
import { useOfficer } from '../../app/officer-desk.ts'
import { writtenKey } from '../../keys/shortcuts.ts'
import { caseKeys, type CaseKey } from '../keys/case-keys.ts'
import { useCases } from './case-context.ts'

/** A button of the cases' place with its key beside the word. */
export function CaseButton(props: {
  readonly of: CaseKey
  readonly onClick: () => void
  readonly children: ComponentChildren
  readonly icon?: IconName
  readonly tone?: 'main' | 'danger' | 'quiet'
  readonly isOff?: boolean
  readonly isPressed?: boolean
  readonly class?: string
}) {
  const { t } = useText()
  const { app } = useOfficer()
  const { desk, keys } = useCases()
  const key = writtenKey(caseKeys[props.of], app.settings.keyMode.value)
  const isArmed = keys.armed.value === props.of
  const isBusy = desk.busy.value === props.of
  const isOff = props.isOff === true || desk.busy.value !== null
  return (
    <button
      type="button"
      class={`button key-button ${props.tone ?? ''} ${isArmed ? 'is-armed' : ''} ${props.class ?? ''}`}
      aria-disabled={isOff}
      aria-busy={isBusy}
      aria-pressed={props.isPressed}
      aria-keyshortcuts={key?.replace(' ', '+')}
      onClick={() => {
        if (!isOff) props.onClick()
      }}
    >
      {isBusy ? <span class="spinner" aria-hidden="true" /> : props.icon && <Icon name={props.icon} size={20} />}
      <span class="key-word">{isArmed ? t('officer.keys.again', { key: key ?? '' }) : props.children}</span>
      {key && <kbd aria-hidden="true">{key}</kbd>}
    </button>
  )
}
