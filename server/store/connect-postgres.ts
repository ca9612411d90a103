import { Client, DatabaseError, types } from 'pg'
import type { Connect } from './postgres-store.ts'

/** How long a connection may take to open, and a statement to answer, before the database counts as lost. Milliseconds. */
const connectWithinMs = 10_000
const answerWithinMs = 60_000

/**
 * Opens connections to the PostgreSQL of `url` (`postgres://user:password@host:5432/database`). Every commit is on the server's disk when it returns,
 * whatever the role's settings say.
 */
export function connectPostgres(url: string): Connect {
  return async (onLost) => {
    const client = new Client({
      connectionString: url,
      application_name: 'balai',
      connectionTimeoutMillis: connectWithinMs,
      query_timeout: answerWithinMs,
      keepAlive: true,
      // Times and numbers of rows, far below 2⁵³; by itself pg gives them as text.
      types: {
        getTypeParser: (type, format) =>
          type === types.builtins.INT8 ? Number : (types.getTypeParser(type, format) as (text: string) => unknown),
      },
    })
    const lose = (): void => {
      onLost()
      client.end().catch(() => undefined)
    }
    // An error between two statements has no caller; the next request finds the connection gone.
    client.on('error', lose)
    client.on('end', onLost)
    await client.connect()
    await client.query('set synchronous_commit = on')
    return {
      async query(name, text, values) {
        try {
          const { rows, rowCount } = await client.query({ name: name ?? undefined, text, values: [...values] })
          return { rows, changed: rowCount ?? 0 }
        } catch (error) {
          // What the server refuses has its own code; without one the connection itself has failed.
          if (!(error instanceof DatabaseError)) lose()
          throw error
        }
      },
      close: () => client.end(),
    }
  }
}
