import type { OfficerCaseView } from '../../../../api/index.ts'
import { useText } from '../../../shared/index.ts'
import { answerRows } from '../state/answer-words.ts'
import { isTicked, tick } from '../state/return-draft.ts'
import { useCases } from './case-context.ts'
import { ReturnSentence } from './return-sentence.tsx'

/** What was written. While it is being sent back each answer can be ticked and given a sentence. */
export function AnswersPart(props: { current: OfficerCaseView }) {
  const { answers, returned } = props.current
  const { desk } = useCases()
  const { language, t } = useText()
  const draft = desk.returning.value
  if (answers === null) return null
  const rows = answerRows(desk.standard.value?.form ?? null, answers, { language, yes: t('cases.yes'), no: t('cases.no') })
  return (
    <section class="case-part" aria-labelledby="answers-title">
      <h3 id="answers-title">{t('cases.answers')}</h3>
      {rows.length === 0 && <p class="soft">{t('cases.answers.none')}</p>}
      <ul class="answers">
        {rows.map(({ field, label, text, isSecret }) => {
          const part = { type: 'field', name: field } as const
          const isChosen = draft !== null && isTicked(draft, part)
          const before = returned?.fields.find((one) => one.field === field)
          return (
            <li key={field} class={isChosen ? 'answer is-ticked' : 'answer'}>
              <span class="answer-label">{label}</span>
              <span class={isSecret ? 'answer-text number' : 'answer-text'}>
                {text === '' ? <span class="soft">–</span> : text}
                {isSecret && <span class="small soft"> {t('cases.answers.masked')}</span>}
                {before !== undefined && draft === null && <span class="answer-returned small">{before.sentence}</span>}
              </span>
              {draft !== null && (
                <label class="tick">
                  <input
                    type="checkbox"
                    checked={isChosen}
                    aria-label={t('cases.return.tick', { part: label })}
                    onChange={() => {
                      desk.returning.value = tick(draft, part)
                    }}
                  />
                  <span aria-hidden="true">{t('cases.return.tick-short')}</span>
                </label>
              )}
              {isChosen && <ReturnSentence part={part} label={label} />}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
