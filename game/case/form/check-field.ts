import type { Field, NumberField, TextField } from './form.ts'
import type { FieldError } from './form-errors.ts'
import { isDay } from './calendar.ts'
import { readNik } from './nik.ts'

type Fault = Pick<FieldError, 'code' | 'details'>
const fault = (code: FieldError['code'], details: FieldError['details'] = {}): Fault => ({ code, details })

/**
 * What is wrong with one answer; null: nothing.
 * @param today YYYY-MM-DD; null: limits by today are not looked at
 */
export function checkField(field: Field, answer: string | number | boolean, today: string | null): Fault | null {
  if (field.type === 'boolean') return typeof answer === 'boolean' ? null : fault('not-yes-or-no')
  if (field.type === 'integer') return checkNumber(field, answer)
  return checkText(field, answer, today)
}

function checkNumber({ minimum, maximum }: NumberField, answer: string | number | boolean): Fault | null {
  if (typeof answer !== 'number' || !Number.isSafeInteger(answer)) return fault('not-a-number')
  if (minimum !== undefined && answer < minimum) return fault('too-small', { least: minimum })
  if (maximum !== undefined && answer > maximum) return fault('too-large', { most: maximum })
  return null
}

function checkText(field: TextField, answer: string | number | boolean, today: string | null): Fault | null {
  if (typeof answer !== 'string') return fault('not-text')
  if (field.oneOf !== undefined && !field.oneOf.some((choice) => choice.const === answer)) return fault('not-a-choice')
  const wrongFormat = checkFormat(field, answer, today)
  if (wrongFormat !== null) return wrongFormat
  // JSON Schema counts code points, not UTF-16 units.
  const length = [...answer].length
  if (field.minLength !== undefined && length < field.minLength) return fault('too-short', { least: field.minLength })
  if (field.maxLength !== undefined && length > field.maxLength) return fault('too-long', { most: field.maxLength })
  if (field.pattern !== undefined && !new RegExp(field.pattern, 'u').test(answer)) return fault('pattern')
  return null
}

/** Mobile and fixed lines as people write them, with spaces or hyphens between digits. */
const phonePattern = /^(?:\+62|62|0)(?:[ -]?[0-9]){7,12}$/
const emailPattern = /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/

function checkFormat(field: TextField, answer: string, today: string | null): Fault | null {
  switch (field.format) {
    case 'date':
      if (!isDay(answer)) return fault('not-a-day')
      if (today !== null && field['x-limit'] === 'not-after-today' && answer > today) return fault('after-today')
      if (today !== null && field['x-limit'] === 'not-before-today' && answer < today) return fault('before-today')
      return null
    case 'nik':
      return readNik(answer) === null ? fault('not-a-nik') : null
    case 'phone':
      return phonePattern.test(answer) ? null : fault('not-a-phone')
    case 'email':
      return emailPattern.test(answer) ? null : fault('not-an-email')
    case undefined:
      return null
  }
}
