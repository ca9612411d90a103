import { openConnection } from './connection.ts'
import { migrate } from './migrations.ts'
import { runBatch } from './run-batch.ts'
import { createStoreClient, type StoreClient } from './store-client.ts'
import type { Store } from './store-port.ts'

/** A store that forgets everything when it closes: the same SQL over `:memory:`, in the calling thread. */
export function openMemoryStore(): Store {
  const connection = openConnection(':memory:')
  migrate(connection)
  const client: StoreClient = createStoreClient({
    send: (requests) => client.settle(runBatch(connection, requests)),
    async close() {
      connection.close()
    },
  })
  return client.store
}
