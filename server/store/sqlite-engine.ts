import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { sqlite as dialect } from './dialects.ts'
import { bindValues, compileStatement, type CompiledStatement } from './statement.ts'
import { runNow, type AnyStatement, type Step, type TransactionVerb, type Work } from './steps.ts'

/** One open SQLite database. Synchronous: it belongs to the thread that opened it. */
export type SqliteEngine = {
  run<Result>(work: Work<Result>): Result
  pragma(text: string): unknown
  isInTransaction(): boolean
  close(): void
}

/** How long a write waits for another process that holds the file, milliseconds. */
const busyTimeoutMs = 5000

/*
 * Keys from outside fall all over their trees, so a commit writes a page or more for each request. A log of 64 MB, sixteen times SQLite's
 * default, writes a page that changes often back once instead of sixteen times; one longer gains nothing more. SQLite's own cache stays at its
 * default of 2 MB: the system's cache lies under it, and to keep a larger one in order costs more than it saves.
 */
const settings = ['journal_mode = wal', 'synchronous = full', 'foreign_keys = on', 'wal_autocheckpoint = 16000']
  .map((setting) => `pragma ${setting};`)
  .join(' ')

const verbs: Readonly<Record<TransactionVerb, string>> = {
  begin: 'begin immediate',
  commit: 'commit',
  rollback: 'rollback',
  savepoint: 'savepoint request',
  undo: 'rollback to request',
  release: 'release request',
}

/** Opens `file` (made, with its folder, when it is not there) or `:memory:`. Every commit is on the disk when it returns. */
export function openSqliteEngine(file: string): SqliteEngine {
  if (file !== ':memory:') {
    mkdirSync(dirname(file), { recursive: true })
    // The file holds telephone numbers; SQLite gives its -wal and -shm the same rights.
    closeSync(openSync(file, 'a', 0o600))
  }
  const database = new DatabaseSync(file, { timeout: busyTimeoutMs, enableForeignKeyConstraints: true })
  database.exec(settings)
  const prepared = new Map<AnyStatement, Prepared>()
  const texts = new Map<string, StatementSync>()

  function prepare(one: AnyStatement): Prepared {
    let found = prepared.get(one)
    if (found === undefined) {
      const { sql, places } = compileStatement(dialect.query, one)
      found = { places, sqlite: database.prepare(sql) }
      prepared.set(one, found)
    }
    return found
  }
  function runText(sql: string): void {
    let text = texts.get(sql)
    if (text === undefined) {
      text = database.prepare(sql)
      texts.set(sql, text)
    }
    text.run()
  }
  const pragma = (text: string): unknown => Object.values(database.prepare(`pragma ${text}`).get() ?? {})[0]

  function perform(step: Step): unknown {
    switch (step.type) {
      case 'get':
      case 'change-row': {
        const { places, sqlite } = prepare(step.statement)
        const row = sqlite.get(...bind(places, step.args))
        return row === undefined ? null : { ...row }
      }
      case 'all': {
        const { places, sqlite } = prepare(step.statement)
        return sqlite.all(...bind(places, step.args)).map((row) => ({ ...row }))
      }
      case 'change': {
        const { places, sqlite } = prepare(step.statement)
        return Number(sqlite.run(...bind(places, step.args)).changes)
      }
      case 'insert': {
        const { places, sqlite } = prepare(step.statement)
        return Number(sqlite.run(...bind(places, step.args)).lastInsertRowid)
      }
      case 'text':
        return database.exec(step.sql)
      case 'transaction':
        return runText(verbs[step.verb])
      case 'is-in-transaction':
        return database.isTransaction
      case 'schema-version':
        return Number(pragma('user_version'))
      case 'set-schema-version':
        return database.exec(`pragma user_version = ${step.version}`)
    }
  }

  return {
    run: (work) => runNow(perform, work),
    pragma,
    isInTransaction: () => database.isTransaction,
    close: () => database.close(),
  }
}

type Prepared = { readonly places: CompiledStatement['places']; readonly sqlite: StatementSync }

const bind = bindValues as (places: CompiledStatement['places'], args: unknown) => SQLInputValue[]
