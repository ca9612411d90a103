import { checkForm } from '../../../../case/index.ts'
import { answer } from '../draft/draft.ts'
import type { Apply } from '../state/apply.ts'
import { FieldBox } from './field-box.tsx'

type Props = { readonly apply: Apply; readonly fields: readonly string[]; readonly isPressed: boolean }

/** A few questions. What is wrong is said at its question, once one has tried to go on. */
export function QuestionsStep(props: Props) {
  const { apply, fields } = props
  const { form } = apply.standard
  const { answers } = apply.draft.value
  const check = checkForm(form, answers, { day: apply.today })
  return (
    <div class="case-fields">
      {fields.map((name) => (
        <FieldBox
          key={name}
          name={name}
          field={form.properties[name]}
          isRequired={form.required.includes(name)}
          value={answers[name]}
          error={props.isPressed ? check.errors.find((row) => row.field === name) : undefined}
          warning={check.warnings.find((row) => row.field === name)}
          onAnswer={(value) => apply.change((draft) => answer(draft, name, value))}
        />
      ))}
    </div>
  )
}
