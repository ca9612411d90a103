import type { Field, Form, TextField } from '../../../../game/case/form/form.ts'

export const both = (text: string) => ({ id: text, en: text })
export const text = (more: Partial<TextField> = {}): TextField => ({ type: 'string', 'x-title': both('teks'), ...more })
export const formOf = (properties: Record<string, Field>, required: readonly string[] = []): Form => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
})
export const choice = (...values: string[]): TextField => text({ oneOf: values.map((value) => ({ const: value, 'x-title': both(value) })) })
