import { useState } from 'preact/hooks'
import { Icon, useText } from '../../shared/index.ts'

/** One more day with what people read about it; each day is there once. */
export function NewDay(props: {
  days: readonly { readonly day: string }[]
  label: string
  hint: string
  mostLetters: number
  onAdd: (day: string, words: string) => void
}) {
  const { t } = useText()
  const [day, setDay] = useState('')
  const [words, setWords] = useState('')
  const isTwice = props.days.some((one) => one.day === day)
  const isOff = day === '' || words.trim() === '' || isTwice
  const add = (event: Event) => {
    event.preventDefault()
    if (isOff) return
    props.onAdd(day, words.trim())
    setDay('')
    setWords('')
  }
  return (
    <form class="closure-new" onSubmit={add}>
      <label class="field">
        <span class="field-label">{t('admin.closures.day')}</span>
        <input class="input" type="date" value={day} onInput={(event) => setDay(event.currentTarget.value)} />
      </label>
      <label class="field closure-why">
        <span class="field-label">{props.label}</span>
        <input
          class="input"
          autocomplete="off"
          maxLength={props.mostLetters}
          placeholder={props.hint}
          value={words}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="button" aria-disabled={isOff}>
        <Icon name="plus" size={20} />
        {t('admin.closures.add')}
      </button>
      {isTwice && (
        <p role="status" class="small save-wrong">
          {t('admin.closures.twice')}
        </p>
      )}
    </form>
  )
}
