import { openSqliteStore } from './sqlite-store.ts'
import type { Store } from './store-port.ts'

/**
 * The store of an install: the PostgreSQL of `databaseUrl`, or the file where there is none.
 * @throws CodedError `newer-schema`, `store-broken`
 */
export async function openStore(options: { readonly databaseUrl: string | null; readonly file: string }): Promise<Store> {
  if (options.databaseUrl === null) return openSqliteStore({ file: options.file })
  // Only an install that uses it pays for the driver.
  const [{ openPostgresStore }, { connectPostgres }] = await Promise.all([import('./postgres-store.ts'), import('./connect-postgres.ts')])
  return openPostgresStore(connectPostgres(options.databaseUrl))
}
