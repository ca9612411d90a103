import type { Answers } from '../standard/condition.ts'
import { checkField } from './check-field.ts'
import type { Form } from './form.ts'
import type { FieldError, FieldWarning } from './form-errors.ts'
import { readNik } from './nik.ts'
import { visibleFields } from './visible-fields.ts'

export type FormCheck = {
  /** What counts, to be kept: of the asked fields without an error only, texts without spaces at their ends, NIKs as digits alone. */
  readonly answers: Answers
  /** In the order of the form, unknown fields first; none: the answers can be taken. */
  readonly errors: readonly FieldError[]
  /** They hinder nothing. */
  readonly warnings: readonly FieldWarning[]
}

/**
 * Checks what was filled in, on the page and again on the server. Never throws: any value may stand in `given`.
 * @param options.day YYYY-MM-DD in the region's time zone; without it limits by today (`x-limit`) are not looked at
 */
export function checkForm(form: Form, given: Readonly<Record<string, unknown>>, options: { readonly day?: string } = {}): FormCheck {
  const errors: FieldError[] = []
  const plain: Record<string, string | number | boolean> = {}
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(form.properties, name)) errors.push({ field: name, code: 'unknown-field', details: { field: name } })
    else {
      const answer = normalize(value, form.properties[name])
      if (answer !== null) plain[name] = answer
    }
  }
  const answers: Record<string, string | number | boolean> = {}
  for (const name of visibleFields(form, plain)) {
    if (!Object.hasOwn(plain, name)) {
      if (form.required.includes(name)) errors.push({ field: name, code: 'missing', details: {} })
      continue
    }
    const fault = checkField(form.properties[name], plain[name], options.day ?? null)
    if (fault === null) answers[name] = plain[name]
    else errors.push({ field: name, ...fault })
  }
  return { answers, errors, warnings: compareNiks(form, answers) }
}

/** null: no answer. What is neither text, number nor yes-or-no becomes a text that no field takes. */
function normalize(value: unknown, field: Form['properties'][string]): string | number | boolean | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'number' || typeof value === 'boolean') return value
  // An object is no answer to any question; a false among texts and numbers is refused as one of a wrong kind.
  if (typeof value !== 'string') return field.type === 'boolean' ? 'object' : false
  const text = value.normalize('NFC').trim()
  if (text === '') return null
  const isNik = field.type === 'string' && field.format === 'nik'
  return isNik ? text.replace(/[\s.-]/gu, '') : text
}

/** A NIK says when somebody was born and their sex, as first registered. */
function compareNiks(form: Form, answers: Answers): FieldWarning[] {
  const warnings: FieldWarning[] = []
  for (const [name, field] of Object.entries(form.properties)) {
    if (field.type !== 'string' || field.format !== 'nik' || !Object.hasOwn(answers, name)) continue
    const reading = readNik(String(answers[name]))
    if (reading === null) continue
    const { day, month, shortYear } = reading.birth
    const born = answerOf(answers, field['x-birth'])
    const isOther = born !== null && /^\d{4}-\d{2}-\d{2}$/.test(born) && born.slice(2) !== [shortYear, month, day].map(twoDigits).join('-')
    if (isOther) warnings.push({ field: name, code: 'nik-birth' })
    const sex = answerOf(answers, field['x-sex'])
    if ((sex === 'L' || sex === 'P') && (sex === 'P') !== reading.isFemale) warnings.push({ field: name, code: 'nik-sex' })
  }
  return warnings
}

const twoDigits = (value: number): string => String(value).padStart(2, '0')

function answerOf(answers: Answers, name: string | undefined): string | null {
  if (name === undefined || !Object.hasOwn(answers, name)) return null
  return String(answers[name])
}
