import { MapError, type MapErrorCode } from './map-errors.ts'

/** The part of a JSON value that is being read, with the words that find it again in the editor. */
export type Field = { readonly where: string; readonly value: Readonly<Record<string, unknown>> }

export type Properties = Readonly<Record<string, string | number | boolean>>

export function fieldOf(value: unknown, where: string, code: MapErrorCode): Field {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new MapError(code, `${where} is not an object`)
  return { where, value: value as Readonly<Record<string, unknown>> }
}

/** A whole number of at least `least`. */
export function wholeNumber({ where, value }: Field, name: string, least: number, code: MapErrorCode): number {
  const number = value[name]
  if (typeof number === 'number' && Number.isInteger(number) && number >= least) return number
  throw new MapError(code, `${where}: ${name} must be a whole number from ${least}, got ${show(number)}`)
}

export function finiteNumber({ where, value }: Field, name: string, code: MapErrorCode): number {
  const number = value[name] ?? 0
  if (typeof number === 'number' && Number.isFinite(number)) return number
  throw new MapError(code, `${where}: ${name} must be a number, got ${show(number)}`)
}

export function textOf({ value }: Field, name: string): string {
  const text = value[name]
  return typeof text === 'string' ? text : ''
}

export function listOf({ where, value }: Field, name: string, code: MapErrorCode): readonly unknown[] {
  const list = value[name]
  if (Array.isArray(list)) return list
  throw new MapError(code, `${where}: ${name} must be a list, got ${show(list)}`)
}

/** Tiled's custom properties, `[{ name, type, value }]`, as one object. Values are text, numbers and booleans. */
export function propertiesOf(field: Field): Properties {
  if (field.value.properties === undefined) return {}
  const properties: Record<string, string | number | boolean> = {}
  for (const entry of listOf(field, 'properties', 'bad-property')) {
    const { value } = fieldOf(entry, `${field.where}, a custom property`, 'bad-property')
    const { name, value: content } = value
    if (typeof name !== 'string' || name === '') throw new MapError('bad-property', `${field.where} has a property without a name`)
    if (typeof content !== 'string' && typeof content !== 'number' && typeof content !== 'boolean') {
      throw new MapError('bad-property', `${field.where}: property '${name}' must be text, a number or yes/no, got ${show(content)}`)
    }
    properties[name] = content
  }
  return properties
}

/** The value as it is shown in a message: short, whatever the file holds. */
export function show(value: unknown): string {
  const text = typeof value === 'string' ? `'${value}'` : (JSON.stringify(value) ?? String(value))
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}
