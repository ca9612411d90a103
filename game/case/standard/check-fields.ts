import type { Field, Form } from '../form/form.ts'
import { checkCondition } from './check-condition.ts'
import type { Localized } from './localized.ts'
import type { StandardFault } from './standard-faults.ts'

/** A name is what answers are kept and offered again under: the same in every form that asks the same. */
const fieldName = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/

/** Whether the form of a standard can be asked and answered. */
export function checkFields({ properties, required }: Form): StandardFault[] {
  const faults: StandardFault[] = []
  const names = Object.keys(properties)
  for (const [index, name] of names.entries()) {
    const field = properties[name]
    const path = `form.properties.${name}`
    faults.push(...checkCondition(field['x-when'], properties, names.slice(0, index), `${path}.x-when`))
    if (!isText(field['x-title'])) faults.push({ path: `${path}.x-title`, code: 'no-text', details: {} })
    const why = whyUnusable(field, name, properties)
    if (why !== null) faults.push({ path, code: 'wrong-field', details: { field: name, why } })
  }
  for (const name of required) {
    if (names.includes(name)) continue
    faults.push({ path: 'form.required', code: 'wrong-field', details: { field: name, why: 'it is required and not there' } })
  }
  return faults
}

/** A text in both languages. */
export const isText = ({ id, en }: Localized): boolean => id.trim() !== '' && en.trim() !== ''

function whyUnusable(field: Field, name: string, fields: Form['properties']): string | null {
  if (!fieldName.test(name)) return 'its name must be lower case words joined by hyphens'
  if (field.type === 'boolean') return null
  if (field.type === 'integer') {
    return field.minimum !== undefined && field.maximum !== undefined && field.minimum > field.maximum ? 'no number fits its limits' : null
  }
  if (field.oneOf !== undefined) {
    const values = new Set(field.oneOf.map((choice) => choice.const))
    if (values.size !== field.oneOf.length || values.size === 0) return 'its choices must be there, each once'
    return field.oneOf.every((choice) => isText(choice['x-title'])) ? null : 'a choice has no words'
  }
  if (field.minLength !== undefined && field.maxLength !== undefined && field.minLength > field.maxLength) return 'no text fits its limits'
  const isOpen = field.format === undefined || field.format === 'email'
  if (isOpen && field.maxLength === undefined) return 'a free text needs a maxLength'
  if (field.pattern !== undefined && !isPattern(field.pattern)) return 'its pattern is no regular expression'
  if (field['x-limit'] !== undefined && field.format !== 'date') return 'only a date has an x-limit'
  if (field.format !== 'nik' && (field['x-birth'] !== undefined || field['x-sex'] !== undefined)) return 'only a NIK has x-birth and x-sex'
  return [field['x-birth'], field['x-sex']].every((other) => other === undefined || Object.hasOwn(fields, other))
    ? null
    : 'x-birth and x-sex must name fields of the form'
}

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u').source !== ''
  } catch {
    return false
  }
}
