import { postgres as dialect } from './dialects.ts'
import { bindValues, compileStatement, type CompiledStatement } from './statement.ts'
import { runLater, type AnyStatement, type Step, type TransactionVerb, type Work } from './steps.ts'

/** One connection to a PostgreSQL, whatever carries it. */
export type PostgresConnection = {
  /** Runs one statement. `name`: prepared once a connection under it; null: not prepared. Whole numbers of 64 bits come as numbers. */
  query(
    name: string | null,
    sql: string,
    values: readonly unknown[],
  ): Promise<{ readonly rows: readonly object[]; readonly changed: number }>
  close(): Promise<void>
}
export type PostgresEngine = { run<Result>(work: Work<Result>): Promise<Result> }

/**
 * Who writes holds this lock until the commit: one writer at a time over all processes, as SQLite has it. So no two batches can deadlock, and what
 * an operation has read is still true when it writes. The number is arbitrary, and Balai's alone in its database.
 */
const writerLock = 7_211_626

const verbs: Readonly<Record<TransactionVerb, readonly string[]>> = {
  begin: ['begin', `select pg_advisory_xact_lock(${writerLock})`],
  commit: ['commit'],
  rollback: ['rollback'],
  savepoint: ['savepoint request'],
  undo: ['rollback to savepoint request'],
  release: ['release savepoint request'],
}

/** Speaks PostgreSQL over `connection`, one step after the other. */
export function createPostgresEngine(connection: PostgresConnection): PostgresEngine {
  const prepared = new Map<AnyStatement, { readonly name: string; readonly compiled: CompiledStatement }>()
  let isInTransaction = false

  function prepare(one: AnyStatement, ending: string): { readonly name: string; readonly compiled: CompiledStatement } {
    let found = prepared.get(one)
    if (found === undefined) {
      const { sql, places } = compileStatement(dialect.query, one)
      found = { name: `balai_${prepared.size}`, compiled: { sql: sql + ending, places } }
      prepared.set(one, found)
    }
    return found
  }
  async function run(one: AnyStatement, args: unknown, ending = '') {
    const { name, compiled } = prepare(one, ending)
    return connection.query(name, compiled.sql, bindValues(compiled.places, args))
  }
  const runText = async (sql: string) => connection.query(null, sql, [])

  async function turn(verb: TransactionVerb): Promise<void> {
    // What fails here leaves nothing open: a rollback that cannot be said is the server's own when the connection ends.
    if (verb === 'commit' || verb === 'rollback') isInTransaction = false
    if (verb === 'begin') isInTransaction = true
    for (const sql of verbs[verb]) await runText(sql)
  }
  async function schemaVersion(): Promise<number> {
    // Not to_regclass: after waiting for the lock it may answer from what this connection knew before.
    const { rows } = await runText(
      `select 1 from pg_catalog.pg_tables where schemaname = current_schema() and tablename = 'schema_version'`,
    )
    if (rows.length === 0) return 0
    return ((await runText('select version from schema_version')).rows as { version: number }[])[0]?.version ?? 0
  }
  async function setSchemaVersion(version: number): Promise<void> {
    await runText('create table if not exists schema_version (version integer not null)')
    await runText('delete from schema_version')
    await runText(`insert into schema_version (version) values (${version})`)
  }

  async function perform(step: Step): Promise<unknown> {
    switch (step.type) {
      case 'get':
      case 'change-row':
        return (await run(step.statement, step.args)).rows[0] ?? null
      case 'all':
        return (await run(step.statement, step.args)).rows
      case 'change':
        return (await run(step.statement, step.args)).changed
      case 'insert': {
        const { rows } = await run(step.statement, step.args, ` returning "${step.key}"`)
        return (rows[0] as Record<string, number>)[step.key]
      }
      case 'text':
        return runText(step.sql)
      case 'transaction':
        return turn(step.verb)
      case 'is-in-transaction':
        return isInTransaction
      case 'schema-version':
        return schemaVersion()
      case 'set-schema-version':
        return setSchemaVersion(step.version)
    }
  }
  return { run: (work) => runLater(perform, work) }
}
