import type { ComponentChildren } from 'preact'
import { useOfficer } from '../app/officer-desk.ts'

export type ChoiceProps = {
  readonly children: ComponentChildren
  readonly onClick: () => void
  /** Its place in the window, from 1: the digit that presses it. Left out where there are too many to count. */
  readonly digit?: number
  /** A second, quieter line. */
  readonly detail?: ComponentChildren
  readonly isOff?: boolean
}

/** One of several ways on, over the whole width of a window, with its digit. */
export function Choice(props: ChoiceProps) {
  const { app, desk } = useOfficer()
  const isOff = Boolean(props.isOff) || desk.busy.value !== null
  const digit = props.digit !== undefined && props.digit <= 9 && app.settings.keyMode.value !== 'off' ? String(props.digit) : undefined
  return (
    <button
      type="button"
      class="choice"
      aria-disabled={isOff}
      aria-keyshortcuts={digit}
      onClick={() => {
        if (!isOff) props.onClick()
      }}
    >
      {digit && <kbd aria-hidden="true">{digit}</kbd>}
      <span class="choice-words">
        <span>{props.children}</span>
        {props.detail && <span class="small soft">{props.detail}</span>}
      </span>
    </button>
  )
}
