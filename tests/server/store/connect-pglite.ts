import { PGlite, types } from '@electric-sql/pglite'
import type { Connect } from '../../../server/store/postgres-store.ts'

/**
 * PostgreSQL itself, compiled to WASM, in this process and in memory: it proves the dialect, and nothing of races or disks. Each connection has an
 * empty schema of its own; `close` of the whole ends the database.
 */
export function startPglite(): { connect: Connect; close(): Promise<void> } {
  const starting = PGlite.create({ parsers: { [types.INT8]: Number } })
  let schemas = 0
  return {
    async connect() {
      const database = await starting
      const schema = `store_${++schemas}`
      await database.exec(`create schema ${schema}; set search_path to ${schema}`)
      return {
        async query(_name, sql, values) {
          const { rows, affectedRows } = await database.query<object>(sql, [...values])
          return { rows, changed: affectedRows ?? 0 }
        },
        close: async () => undefined,
      }
    },
    async close() {
      await (await starting).close()
    },
  }
}
