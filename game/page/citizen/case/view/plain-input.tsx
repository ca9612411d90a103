import { useText } from '../../../shared/index.ts'
import type { FieldBoxProps } from './field-props.ts'

/** Text, number, NIK, telephone, e-mail: with the keyboard that fits. */
export function PlainInput(props: FieldBoxProps & { described: string }) {
  const { t } = useText()
  const { field, name } = props
  const format = field.type === 'string' ? field.format : undefined
  const text = props.value === undefined ? '' : String(props.value)
  const shared = {
    id: `f-${name}`,
    value: text,
    required: props.isRequired,
    autocomplete: 'off' as const,
    'aria-invalid': props.error !== undefined,
    'aria-describedby': props.described || undefined,
  }
  if (field.type === 'string' && field['x-long']) {
    return (
      <textarea {...shared} rows={4} maxLength={field.maxLength} onInput={(event) => props.onAnswer(event.currentTarget.value || null)} />
    )
  }
  const keyboard = format === 'phone' ? 'tel' : (format === 'email' && 'email') || 'text'
  const isNumeric = field.type === 'integer' || format === 'nik' || (field.type === 'string' && field.pattern?.startsWith('^[0-9]{'))
  const onInput = (given: string) => {
    if (given === '') props.onAnswer(null)
    // What is not yet a number is kept as it was typed, and said to be none.
    else if (field.type === 'integer') props.onAnswer(/^-?\d{1,15}$/.test(given.trim()) ? Number(given) : given)
    else props.onAnswer(given)
  }
  return (
    <>
      <input
        {...shared}
        type="text"
        inputMode={isNumeric ? 'numeric' : keyboard}
        maxLength={format === 'nik' ? 19 : field.type === 'string' ? field.maxLength : 16}
        enterKeyHint="next"
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {format === 'nik' && text !== '' && <p class="hint">{t('case.nik-count', { count: text.replace(/\D/g, '').length })}</p>}
    </>
  )
}
