import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import { compileStatement, type CompiledStatement, type Statement } from './statement.ts'
import type { Tables } from './tables.ts'

/** One open database. Synchronous: it belongs to the thread that opened it. */
export type Connection = {
  /** Compiles SQL for this database; runs nothing. */
  readonly query: Kysely<Tables>
  /** First row, or null. */
  get<Args, Row>(one: Statement<Args, Row>, args: Args): Row | null
  all<Args, Row>(one: Statement<Args, Row>, args: Args): Row[]
  /** Number of rows changed. */
  run<Args, Row>(one: Statement<Args, Row>, args: Args): number
  /** Runs a fixed text without values: transactions, migrations. */
  execute(sql: string): void
  pragma(name: string): unknown
  isInTransaction(): boolean
  close(): void
}

/** How long a write waits for another process that holds the file, milliseconds. */
const busyTimeoutMs = 5000

/*
 * Keys from outside fall all over their trees, so a commit writes a page or more for each request. A log four times SQLite's
 * default writes a page that changes often back once instead of four times; one longer still costs more while it grows.
 */
const settings = ['journal_mode = wal', 'synchronous = full', 'foreign_keys = on', 'wal_autocheckpoint = 4000', 'cache_size = -16000']
  .map((setting) => `pragma ${setting};`)
  .join(' ')

/** Opens `file` (made, with its folder, when it is not there) or `:memory:`. Every commit is on the disk when it returns. */
export function openConnection(file: string): Connection {
  if (file !== ':memory:') {
    mkdirSync(dirname(file), { recursive: true })
    // The file holds telephone numbers; SQLite gives its -wal and -shm the same rights.
    closeSync(openSync(file, 'a', 0o600))
  }
  const database = new DatabaseSync(file, { timeout: busyTimeoutMs, enableForeignKeyConstraints: true })
  database.exec(settings)

  const query = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  })
  const prepared = new Map<object, Prepared>()
  const texts = new Map<string, StatementSync>()

  function prepare<Args, Row>(one: Statement<Args, Row>): Prepared {
    let found = prepared.get(one)
    if (found === undefined) {
      const compiled = compileStatement(query, one)
      found = { places: compiled.places, sqlite: database.prepare(compiled.sql) }
      prepared.set(one, found)
    }
    return found
  }

  return {
    query,
    get(one, args) {
      const { places, sqlite } = prepare(one)
      const row = sqlite.get(...bind(places, args))
      return row === undefined ? null : ({ ...row } as never)
    },
    all(one, args) {
      const { places, sqlite } = prepare(one)
      return sqlite.all(...bind(places, args)).map((row) => ({ ...row })) as never
    },
    run(one, args) {
      const { places, sqlite } = prepare(one)
      return Number(sqlite.run(...bind(places, args)).changes)
    },
    execute(sql) {
      let text = texts.get(sql)
      if (text === undefined) {
        text = database.prepare(sql)
        texts.set(sql, text)
      }
      text.run()
    },
    pragma: (name) => Object.values(database.prepare(`pragma ${name}`).get() ?? {})[0],
    isInTransaction: () => database.isTransaction,
    close: () => database.close(),
  }
}

type Prepared = { readonly places: CompiledStatement['places']; readonly sqlite: StatementSync }

function bind(places: CompiledStatement['places'], args: unknown): SQLInputValue[] {
  return places.map((place) => {
    const value = 'argument' in place ? (args as Record<string, unknown>)[place.argument] : place.value
    return (typeof value === 'boolean' ? Number(value) : value) as SQLInputValue
  })
}
