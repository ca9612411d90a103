import { sqlite } from './dialects.ts'
import { migrate } from './migrations.ts'
import { runBatch } from './run-batch.ts'
import { openSqliteEngine } from './sqlite-engine.ts'
import { createStoreClient, type StoreClient } from './store-client.ts'
import type { Store } from './store-port.ts'

/** A store that forgets everything when it closes: the same SQL over `:memory:`, in the calling thread. */
export function openMemoryStore(): Store {
  const engine = openSqliteEngine(':memory:')
  engine.run(migrate(sqlite))
  const client: StoreClient = createStoreClient({
    send: (requests) => client.settle(engine.run(runBatch(requests))),
    async close() {
      engine.close()
    },
  })
  return client.store
}
