import { useLayoutEffect, useRef } from 'preact/hooks'
import { useText } from '../../../shared/index.ts'
import { casePhrases } from '../state/case-phrases.ts'
import { sentenceOf, write, type ReturnPart } from '../state/return-draft.ts'
import { useCases } from './case-context.ts'

/** The server takes sentences of so many characters. */
const mostLetters = 300

/** What the citizen is to do about one part: ready sentences that fill the field, and the field. */
export function ReturnSentence(props: { part: ReturnPart; label: string }) {
  const { part, label } = props
  const { desk } = useCases()
  const { t } = useText()
  const field = useRef<HTMLInputElement>(null)
  // Before the next key can come: what is typed while the focus stands on the tick would be lost.
  useLayoutEffect(() => field.current?.focus(), [])
  const draft = desk.returning.value
  if (draft === null) return null
  const sentence = sentenceOf(draft, part)
  const put = (words: string) => {
    desk.returning.value = write(draft, part, words)
    field.current?.focus()
  }
  return (
    <div class="return-sentence">
      <input
        ref={field}
        class="input"
        autocomplete="off"
        maxLength={mostLetters}
        aria-label={t('cases.return.sentence', { part: label })}
        placeholder={t('cases.return.sentence-hint')}
        value={sentence}
        onInput={(event) => put(event.currentTarget.value)}
      />
      <div class="return-phrases">
        {casePhrases[part.type].map(({ slug, sent }) => (
          <button key={slug} type="button" class="chip" aria-pressed={sentence === sent} onClick={() => put(sent)}>
            {t(`cases.words.${slug}`)}
          </button>
        ))}
      </div>
    </div>
  )
}
