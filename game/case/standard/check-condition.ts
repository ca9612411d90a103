import type { Field, Form } from '../form/form.ts'
import type { Condition } from './condition.ts'
import type { StandardFault } from './standard-faults.ts'

/**
 * Whether a condition can be answered by the fields before it, and can hold of each.
 * @param before the names of the fields that were asked before
 */
export function checkCondition(
  condition: Condition | undefined,
  fields: Form['properties'],
  before: readonly string[],
  path: string,
): StandardFault[] {
  if (condition === undefined) return []
  if ('all' in condition) return condition.all.flatMap((part, index) => checkCondition(part, fields, before, `${path}.all.${index}`))
  if ('any' in condition) return condition.any.flatMap((part, index) => checkCondition(part, fields, before, `${path}.any.${index}`))
  const { field } = condition
  if (!before.includes(field)) return [{ path, code: 'unknown-field', details: { field } }]
  const impossible = valuesOf(condition).find((value) => !canBe(fields[field], value))
  if (impossible === undefined) return []
  return [{ path, code: 'wrong-comparison', details: { field, value: String(impossible) } }]
}

type Comparison = Exclude<Condition, { readonly all: unknown } | { readonly any: unknown }>

function valuesOf(comparison: Comparison): readonly (string | number | boolean)[] {
  if ('is' in comparison) return [comparison.is]
  if ('isNot' in comparison) return [comparison.isNot]
  if ('in' in comparison) return comparison.in
  return ['atLeast' in comparison ? comparison.atLeast : comparison.atMost]
}

function canBe(field: Field, value: string | number | boolean): boolean {
  if (field.type === 'boolean') return typeof value === 'boolean'
  if (field.type === 'integer') return typeof value === 'number'
  return typeof value === 'string' && (field.oneOf === undefined || field.oneOf.some((choice) => choice.const === value))
}
