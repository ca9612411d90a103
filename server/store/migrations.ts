import type { Compilable } from 'kysely'
import type { Dialect } from './dialects.ts'
import { firstSchema } from './first-schema.ts'
import { storeError } from './operations/index.ts'
import { secondSchema } from './second-schema.ts'
import { thirdSchema } from './third-schema.ts'
import { isInTransaction, schemaVersion, transaction, type Work } from './steps.ts'

/**
 * The schema's history. Forward only: a migration that has been released is never changed; the next one goes at the end.
 * The database remembers how many it has seen.
 */
const migrations: readonly ((dialect: Dialect) => readonly (Compilable | string)[])[] = [firstSchema, secondSchema, thirdSchema]

/** Brings the schema up to date, each step all or nothing. @throws CodedError `newer-schema` */
export function* migrate(dialect: Dialect): Work<void> {
  const seen = yield* schemaVersion()
  if (seen > migrations.length) {
    throw storeError(
      'newer-schema',
      `the database has schema ${seen}, this Balai knows ${migrations.length}: start the version that wrote it, or restore a backup`,
      { found: seen, known: migrations.length },
    )
  }
  for (let version = seen; version < migrations.length; version++) {
    yield* transaction('begin')
    try {
      // Another process may have been first while this one waited for its turn.
      if ((yield* schemaVersion()) === version) {
        for (const step of migrations[version](dialect)) yield { type: 'text', sql: typeof step === 'string' ? step : step.compile().sql }
        yield { type: 'set-schema-version', version: version + 1 }
      }
      yield* transaction('commit')
    } catch (error) {
      if (yield* isInTransaction()) yield* transaction('rollback')
      throw error
    }
  }
}
