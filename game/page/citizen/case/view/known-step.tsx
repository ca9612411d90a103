import { useState } from 'preact/hooks'
import { checkForm } from '../../../../case/index.ts'
import { pick, useText } from '../../../shared/index.ts'
import { answer } from '../draft/draft.ts'
import type { Apply } from '../state/apply.ts'
import { showAnswer } from './answer-words.ts'
import { FieldBox } from './field-box.tsx'

/** What earlier cases have told already: looked over at a glance, changed where it is no longer so. */
export function KnownStep(props: { apply: Apply; fields: readonly string[]; isPressed: boolean }) {
  const { apply } = props
  const { t, language } = useText()
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const { form } = apply.standard
  const { answers } = apply.draft.value
  const check = checkForm(form, answers, { day: apply.today })
  return (
    <div class="stack">
      <p class="soft">{t('case.known.words')}</p>
      <ul class="case-known card">
        {props.fields.map((name) => {
          const field = form.properties[name]
          const error = check.errors.find((row) => row.field === name)
          const isOpen = open.has(name) || error !== undefined
          return (
            <li key={name}>
              {isOpen ? (
                <FieldBox
                  name={name}
                  field={field}
                  isRequired={form.required.includes(name)}
                  value={answers[name]}
                  error={props.isPressed ? error : undefined}
                  warning={check.warnings.find((row) => row.field === name)}
                  onAnswer={(value) => apply.change((draft) => answer(draft, name, value))}
                />
              ) : (
                <>
                  <span class="case-known-words">
                    <span class="small soft">{pick(field['x-title'], language)}</span>
                    <strong>{showAnswer(field, answers[name], { t, language })}</strong>
                  </span>
                  <button type="button" class="button quiet" onClick={() => setOpen(new Set([...open, name]))}>
                    {t('case.change')}
                    <span class="visually-hidden"> {pick(field['x-title'], language)}</span>
                  </button>
                </>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
