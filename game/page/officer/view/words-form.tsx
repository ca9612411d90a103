import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { useText } from '../../shared/index.ts'
import { useOfficer } from '../app/officer-desk.ts'
import { readyWords, type ReadyWords } from '../app/ready-words.ts'
import { Choice } from './choice.tsx'

/** The server takes texts of so many characters. */
const mostLetters: Readonly<Record<ReadyWords, number>> = { pause: 120, room: 60, 'close-line': 120, rebook: 120, emergency: 200 }

/** Ready words as choices that act at once, and a field for other ones. */
export function WordsForm(props: {
  readonly of: ReadyWords
  readonly label: string
  readonly submit: string
  readonly onWords: (words: string) => void
}) {
  const { t } = useText()
  const [text, setText] = useState('')
  return (
    <>
      <ul class="choices">
        {readyWords[props.of].map(({ slug, sent }, index) => (
          <li key={slug}>
            <Choice digit={index + 1} onClick={() => props.onWords(sent)}>
              {t(`officer.words.${slug}`)}
            </Choice>
          </li>
        ))}
      </ul>
      <form
        class="words-own"
        onSubmit={(event) => {
          event.preventDefault()
          if (text.trim() !== '') props.onWords(text.trim())
        }}
      >
        <label class="visually-hidden" for="own-words">
          {props.label}
        </label>
        <input
          id="own-words"
          class="input"
          autocomplete="off"
          maxLength={mostLetters[props.of]}
          placeholder={props.label}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <SubmitButton isOff={text.trim() === ''}>{props.submit}</SubmitButton>
      </form>
    </>
  )
}

/** A reason as a field that ready words fill: for forms that ask more than the reason. */
export function ReasonField(props: { readonly of: ReadyWords; readonly value: string; readonly onChange: (words: string) => void }) {
  const { t } = useText()
  return (
    <fieldset class="reason">
      <legend class="field-label">{t('officer.reason')}</legend>
      <div class="reason-words">
        {readyWords[props.of].map(({ slug, sent }) => (
          <label key={slug} class={props.value === sent ? 'chip is-chosen' : 'chip'}>
            <input
              type="radio"
              name="reason"
              class="visually-hidden"
              checked={props.value === sent}
              onChange={() => props.onChange(sent)}
            />
            {t(`officer.words.${slug}`)}
          </label>
        ))}
      </div>
      <input
        class="input"
        aria-label={t('officer.reason.own')}
        autocomplete="off"
        maxLength={mostLetters[props.of]}
        placeholder={t('officer.reason.own')}
        value={props.value}
        onInput={(event) => props.onChange(event.currentTarget.value)}
      />
    </fieldset>
  )
}

/** The button that sends a window's form; turns while the server thinks. */
export function SubmitButton(props: { readonly isOff?: boolean; readonly children: ComponentChildren }) {
  const { desk } = useOfficer()
  const isBusy = desk.busy.value !== null
  return (
    <button type="submit" class="button main" aria-disabled={Boolean(props.isOff) || isBusy} aria-busy={isBusy}>
      {isBusy && <span class="spinner" aria-hidden="true" />}
      {props.children}
    </button>
  )
}
