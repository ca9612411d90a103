import { holds, type Answers } from '../standard/condition.ts'
import type { Form } from './form.ts'

/**
 * The names of the fields that are asked, in order. A condition sees the answers of the asked fields before it only: what was answered and then
 * hidden counts for nothing, and asks for nothing.
 */
export function visibleFields(form: Form, answers: Answers): readonly string[] {
  const names: string[] = []
  const seen: Record<string, string | number | boolean> = {}
  for (const [name, field] of Object.entries(form.properties)) {
    if (!holds(field['x-when'], seen)) continue
    names.push(name)
    if (Object.hasOwn(answers, name)) seen[name] = answers[name]
  }
  return names
}
