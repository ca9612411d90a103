/** What a form's answers are: plain values by field. A field that was not asked or not answered is missing. */
export type Answers = Readonly<Record<string, string | number | boolean>>

/** A question to the answers; all of `all`, one of `any`. A missing answer meets no comparison. */
export type Condition =
  | { readonly field: string; readonly is: string | number | boolean }
  | { readonly field: string; readonly isNot: string | number | boolean }
  | { readonly field: string; readonly in: readonly (string | number)[] }
  | { readonly field: string; readonly atLeast: number }
  | { readonly field: string; readonly atMost: number }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }

/** Whether the condition holds; no condition always does. */
export function holds(condition: Condition | undefined, answers: Answers): boolean {
  if (condition === undefined) return true
  if ('all' in condition) return condition.all.every((part) => holds(part, answers))
  if ('any' in condition) return condition.any.some((part) => holds(part, answers))
  if (!Object.hasOwn(answers, condition.field)) return false
  const value = answers[condition.field]
  if ('is' in condition) return value === condition.is
  if ('isNot' in condition) return value !== condition.isNot
  if ('in' in condition) return typeof value !== 'boolean' && condition.in.includes(value)
  if (typeof value !== 'number') return false
  return 'atLeast' in condition ? value >= condition.atLeast : value <= condition.atMost
}
