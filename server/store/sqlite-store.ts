import { Worker } from 'node:worker_threads'
import { storeError } from './operations/index.ts'
import { createStoreClient } from './store-client.ts'
import type { Store } from './store-port.ts'
import { fromWireError, type FromStoreThread, type ToStoreThread } from './wire.ts'

/** Only an address: the entry point stands in a higher layer. */
const storeThreadUrl = new URL('../../workers/store.thread.ts', import.meta.url)

/**
 * Opens the database `file` (made, with its folder, when it is not there) in a writer thread of its own.
 * When the thread dies, waiting and later calls reject with `store-broken`. `close()` ends the thread.
 * @throws CodedError `newer-schema`, `store-broken`
 */
export function openSqliteStore(options: { file: string }): Promise<Store> {
  if (options.file === '') throw new TypeError('options.file must be a path, got an empty string')
  return new Promise((resolve, reject) => {
    const worker = new Worker(storeThreadUrl, { workerData: { file: options.file }, name: 'store' })
    const post = (message: ToStoreThread): void => worker.postMessage(message)
    const hasEnded = new Promise<void>((ended) => worker.once('exit', () => ended()))
    const client = createStoreClient({
      send: (requests) => post({ type: 'requests', requests }),
      async close() {
        post({ type: 'close' })
        await hasEnded
      },
    })
    function fail(error: Error): void {
      client.fail(error)
      reject(error)
    }
    worker.on('message', (message: FromStoreThread) => {
      if (message.type === 'answers') client.settle(message.answers)
      else if (message.type === 'open') resolve(client.store)
      else fail(fromWireError(message.error))
    })
    worker.on('error', (error) => fail(storeError('store-broken', `the store's thread failed: ${String(error)}; start the server again`)))
    worker.on('exit', (code) => fail(storeError('store-broken', `the store's thread ended with code ${code}; start the server again`)))
  })
}
