import type { Compilable, CompiledQuery, Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/**
 * One SQL statement, described once with kysely and compiled once a connection: building a query costs more than running it.
 * `Args` are the values bound at each run, `Row` is what a result row holds.
 */
export type Statement<Args, Row> = { readonly build: (query: Kysely<Tables>, arg: Args) => Compilable<Row> }

/** A compiled statement: its text, and the value or the argument's name for each place. */
export type CompiledStatement = { readonly sql: string; readonly places: readonly Place[] }
type Place = { readonly argument: string } | { readonly value: unknown }

/** `build` is called with placeholders for arguments: it may hand them to kysely, and must not look at their values. */
export function statement<Args, Row>(build: (query: Kysely<Tables>, arg: Args) => Compilable<Row>): Statement<Args, Row> {
  return { build }
}

const argumentName = Symbol('argument name')
type Placeholder = { readonly [argumentName]: string }

export function compileStatement<Args, Row>(query: Kysely<Tables>, one: Statement<Args, Row>): CompiledStatement {
  const placeholders = new Proxy({}, { get: (_target, name) => ({ [argumentName]: String(name) }) satisfies Placeholder })
  const compiled: CompiledQuery = one.build(query, placeholders as Args).compile()
  return {
    sql: compiled.sql,
    places: compiled.parameters.map((value) => (isPlaceholder(value) ? { argument: value[argumentName] } : { value })),
  }
}

function isPlaceholder(value: unknown): value is Placeholder {
  return typeof value === 'object' && value !== null && argumentName in value
}

/** The values for the places of a compiled statement; a boolean is 0 or 1. */
export function bindValues(places: CompiledStatement['places'], args: unknown): unknown[] {
  const values: unknown[] = []
  for (const place of places) {
    const value = 'argument' in place ? (args as Record<string, unknown>)[place.argument] : place.value
    values.push(typeof value === 'boolean' ? Number(value) : value)
  }
  return values
}

/** The named fields of `row` as a new object, for `insert … values`. */
export function pick<Row, Key extends keyof Row>(row: Row, keys: readonly Key[]): Pick<Row, Key> {
  const picked = {} as Pick<Row, Key>
  for (const key of keys) picked[key] = row[key]
  return picked
}
