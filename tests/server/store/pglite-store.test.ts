import { afterAll } from 'vitest'
import { openPostgresStore } from '../../../server/store/postgres-store.ts'
import { startPglite } from './connect-pglite.ts'
import { storeContract } from './store-contract.ts'

const database = startPglite()
afterAll(() => database.close())

storeContract('PostgreSQL in memory', () => openPostgresStore(database.connect))
