import { fieldErrors, fieldWarnings } from '../../../../case/index.ts'
import { fillText, Notice, pick, useText } from '../../../shared/index.ts'
import { ChoiceInput, YesNoInput } from './choice-input.tsx'
import { DayInput } from './day-input.tsx'
import type { FieldBoxProps } from './field-props.ts'
import { PlainInput } from './plain-input.tsx'

/** One question with its hint, its answer and what is wrong with it. */
export function FieldBox(props: FieldBoxProps) {
  const { t, language } = useText()
  const { field, name, error, warning } = props
  const hint = field['x-hint']
  const isGroup = field.type === 'boolean' || (field.type === 'string' && (field.oneOf !== undefined || field.format === 'date'))
  const title = (
    <>
      {pick(field['x-title'], language)}
      {!props.isRequired && <span class="soft case-optional"> {t('case.optional')}</span>}
    </>
  )
  const described = [hint ? `${name}-hint` : '', error || warning ? `${name}-problem` : ''].filter(Boolean).join(' ')
  const input = <FieldInput {...props} described={described} />
  const rest = (
    <>
      {(error || warning) && (
        <div id={`${name}-problem`}>
          <Notice tone={error ? 'bad' : 'warn'} isLive>
            {error
              ? fillText(pick(fieldErrors[error.code], language), error.details)
              : warning && pick(fieldWarnings[warning.code], language)}
          </Notice>
        </div>
      )}
    </>
  )
  const hintLine = hint && (
    <p class="hint" id={`${name}-hint`}>
      {pick(hint, language)}
    </p>
  )
  const className = `field case-field${error ? ' wrong' : ''}`
  if (isGroup) {
    return (
      <fieldset class={className} data-field={name} aria-describedby={described || undefined}>
        <legend class="field-label">{title}</legend>
        {hintLine}
        {input}
        {rest}
      </fieldset>
    )
  }
  return (
    <div class={className} data-field={name}>
      <label for={`f-${name}`}>{title}</label>
      {input}
      {hintLine}
      {rest}
    </div>
  )
}

function FieldInput(props: FieldBoxProps & { described: string }) {
  const { field } = props
  if (field.type === 'boolean') return <YesNoInput {...props} />
  if (field.type === 'string' && field.oneOf !== undefined) return <ChoiceInput {...props} choices={field.oneOf} />
  if (field.type === 'string' && field.format === 'date') return <DayInput {...props} />
  return <PlainInput {...props} />
}
