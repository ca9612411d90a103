import { useState } from 'preact/hooks'
import { useText } from '../../shared/index.ts'
import { readMinute, timeText } from '../state/hours-draft.ts'

/** A time of day, always in 24 hours (a browser's own field follows the machine's language). What cannot be read goes back to what it was. */
export function TimeField(props: { label: string; minute: number; onChange: (minute: number) => void }) {
  const { language } = useText()
  const [typed, setTyped] = useState<string | null>(null)
  const keep = () => {
    const minute = typed === null ? null : readMinute(typed)
    setTyped(null)
    if (minute !== null && minute !== props.minute) props.onChange(minute)
  }
  return (
    <input
      class="input number time-field"
      inputMode="numeric"
      autocomplete="off"
      maxLength={5}
      aria-label={props.label}
      value={typed ?? timeText(props.minute, language === 'id' ? '.' : ':')}
      onFocus={(event) => event.currentTarget.select()}
      onInput={(event) => setTyped(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep()
      }}
    />
  )
}
