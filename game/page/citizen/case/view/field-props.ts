import type { Field, FieldError, FieldWarning } from '../../../../case/index.ts'

type FieldValue = string | number | boolean
/** A question with what is known of its answer. */
export type FieldBoxProps = {
  readonly name: string
  readonly field: Field
  readonly isRequired: boolean
  readonly value: FieldValue | undefined
  readonly error: FieldError | undefined
  readonly warning: FieldWarning | undefined
  /** null: no answer. */
  readonly onAnswer: (value: FieldValue | null) => void
}
