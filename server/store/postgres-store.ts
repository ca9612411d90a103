import { postgres } from './dialects.ts'
import { migrate } from './migrations.ts'
import { createPostgresEngine, type PostgresConnection, type PostgresEngine } from './postgres-engine.ts'
import { runBatch } from './run-batch.ts'
import { createStoreClient, type StoreClient } from './store-client.ts'
import type { Store } from './store-port.ts'
import { fromWireError, toWireError, type StoreRequest } from './wire.ts'

/** Most requests in one commit, so that the first of them does not wait for a whole flood. */
const maxBatch = 1024

/** `connect` opens a connection and calls `onLost` when it ends by itself. */
export type Connect = (onLost: () => void) => Promise<PostgresConnection>

/**
 * A store over one connection: what is asked while a commit is under way is the next one. When the connection is lost, what was under way rejects
 * with `store-broken`, and the next request opens another.
 * @throws CodedError `newer-schema`, `store-broken`
 */
export async function openPostgresStore(connect: Connect): Promise<Store> {
  let waiting: StoreRequest[] = []
  let running: Promise<void> | null = null
  let open: { readonly connection: PostgresConnection; readonly engine: PostgresEngine; readonly life: { isOver: boolean } } | null = null

  async function reach(): Promise<PostgresEngine> {
    if (open !== null && !open.life.isOver) return open.engine
    const life = { isOver: false }
    const connection = await connect(() => {
      life.isOver = true
    })
    const engine = createPostgresEngine(connection)
    try {
      // Another process may have brought the schema further while the connection was lost.
      await engine.run(migrate(postgres))
    } catch (error) {
      await connection.close().catch(() => undefined)
      throw error
    }
    open = { connection, engine, life }
    return engine
  }

  async function runWaiting(): Promise<void> {
    while (waiting.length > 0) {
      const requests = waiting.splice(0, maxBatch)
      try {
        const engine = await reach()
        client.settle(await engine.run(runBatch(requests)))
      } catch (error) {
        const refusal = toWireError(error)
        client.settle(requests.map(({ id }) => ({ id, ok: false, error: refusal })))
      }
    }
    running = null
  }

  const client: StoreClient = createStoreClient({
    send(requests) {
      waiting = waiting.concat(requests)
      running ??= runWaiting()
    },
    async close() {
      await running
      await open?.connection.close().catch(() => undefined)
    },
  })
  try {
    await reach()
  } catch (error) {
    throw fromWireError(toWireError(error))
  }
  return client.store
}
