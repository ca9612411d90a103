import type { Condition } from '../standard/condition.ts'
import type { Localized } from '../standard/localized.ts'

/**
 * A form as JSON Schema (2020-12, a closed part of it) of one flat object, with words and conditions beside it in `x-` keywords that other readers skip.
 * The same object drives the page and is checked again by the server.
 */
export type Form = {
  readonly type: 'object'
  /** In the order in which they are asked. */
  readonly properties: Readonly<Record<string, Field>>
  /** Fields that must be answered when they are asked. */
  readonly required: readonly string[]
  readonly additionalProperties: false
}
type FieldBase = {
  readonly 'x-title': Localized
  readonly 'x-hint'?: Localized
  /** Asked only when this holds of the fields before it. */
  readonly 'x-when'?: Condition
}
export type TextField = FieldBase & {
  readonly type: 'string'
  readonly format?: 'date' | 'nik' | 'phone' | 'email'
  /** In characters (code points). */
  readonly minLength?: number
  readonly maxLength?: number
  /** ECMA-262, with the `u` flag; not anchored. */
  readonly pattern?: string
  /** A choice: values, with their words. */
  readonly oneOf?: readonly Choice[]
  /** A date that cannot be after, or before, the day on which the form is filled in. */
  readonly 'x-limit'?: 'not-after-today' | 'not-before-today'
  /** Of a NIK: the field with the same person's date of birth, and the one with their sex (`L`, `P`). What differs is a warning. */
  readonly 'x-birth'?: string
  readonly 'x-sex'?: string
  /** Several lines. */
  readonly 'x-long'?: true
}
export type Choice = { readonly const: string; readonly 'x-title': Localized }
export type NumberField = FieldBase & { readonly type: 'integer'; readonly minimum?: number; readonly maximum?: number }
export type YesNoField = FieldBase & { readonly type: 'boolean' }
export type Field = TextField | NumberField | YesNoField
