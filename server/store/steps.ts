import type { Statement } from './statement.ts'

/**
 * What the store's work consists of. The work is written once, as generators that yield one step after the other; an engine carries them out:
 * SQLite's at once, PostgreSQL's over a connection.
 */
export type Step =
  /** First row or null. */
  | { readonly type: 'get'; readonly statement: AnyStatement; readonly args: unknown }
  | { readonly type: 'all'; readonly statement: AnyStatement; readonly args: unknown }
  /** Number of rows changed. */
  | { readonly type: 'change'; readonly statement: AnyStatement; readonly args: unknown }
  /** Changes a row and gives what it returns; null when none was changed. */
  | { readonly type: 'change-row'; readonly statement: AnyStatement; readonly args: unknown }
  /** Inserts one row and gives the value of its column `key`, which counts up by itself. */
  | { readonly type: 'insert'; readonly statement: AnyStatement; readonly args: unknown; readonly key: string }
  /** A fixed text without values, for the schema. */
  | { readonly type: 'text'; readonly sql: string }
  | { readonly type: 'transaction'; readonly verb: TransactionVerb }
  /** A broken disk makes SQLite roll back by itself. */
  | { readonly type: 'is-in-transaction' }
  /** How many migrations the database has seen. */
  | { readonly type: 'schema-version' }
  | { readonly type: 'set-schema-version'; readonly version: number }
export type AnyStatement = Statement<unknown, unknown>
/** `begin` waits until no other process writes. `undo` goes back to the savepoint, `release` forgets it. */
export type TransactionVerb = 'begin' | 'commit' | 'rollback' | 'savepoint' | 'undo' | 'release'

/** Work that ends in a result, one step at a time. A step that fails throws where it was yielded. */
export type Work<Result> = Generator<Step, Result, unknown>

export function* get<Args, Row>(one: Statement<Args, Row>, args: Args): Work<Row | null> {
  return (yield { type: 'get', statement: one as AnyStatement, args }) as Row | null
}
export function* all<Args, Row>(one: Statement<Args, Row>, args: Args): Work<Row[]> {
  return (yield { type: 'all', statement: one as AnyStatement, args }) as Row[]
}
export function* change<Args, Row>(one: Statement<Args, Row>, args: Args): Work<number> {
  return (yield { type: 'change', statement: one as AnyStatement, args }) as number
}
export function* changeRow<Args, Row>(one: Statement<Args, Row>, args: Args): Work<Row | null> {
  return (yield { type: 'change-row', statement: one as AnyStatement, args }) as Row | null
}
/** `returning` would say the same, but costs SQLite more than the insert itself. */
export function* insert<Args, Row>(one: Statement<Args, Row>, args: Args, key: string): Work<number> {
  return (yield { type: 'insert', statement: one as AnyStatement, args, key }) as number
}
export function* transaction(verb: TransactionVerb): Work<void> {
  yield { type: 'transaction', verb }
}
export function* isInTransaction(): Work<boolean> {
  return (yield { type: 'is-in-transaction' }) as boolean
}

export function* schemaVersion(): Work<number> {
  return (yield { type: 'schema-version' }) as number
}

/** Carries work out in this thread, now. */
export function runNow<Result>(perform: (step: Step) => unknown, work: Work<Result>): Result {
  let next = work.next()
  while (next.done !== true) {
    let found: unknown
    try {
      found = perform(next.value)
    } catch (error) {
      next = work.throw(error)
      continue
    }
    next = work.next(found)
  }
  return next.value
}

/** Carries work out over a connection. */
export async function runLater<Result>(perform: (step: Step) => Promise<unknown>, work: Work<Result>): Promise<Result> {
  let next = work.next()
  while (next.done !== true) {
    let found: unknown
    try {
      found = await perform(next.value)
    } catch (error) {
      next = work.throw(error)
      continue
    }
    next = work.next(found)
  }
  return next.value
}
