import { receiveMessageOnPort, type MessagePort } from 'node:worker_threads'
import { sqlite } from './dialects.ts'
import { migrate } from './migrations.ts'
import { runBatch } from './run-batch.ts'
import { openSqliteEngine, type SqliteEngine } from './sqlite-engine.ts'
import { toWireError, type FromStoreThread, type StoreRequest, type ToStoreThread } from './wire.ts'

/** Most requests in one commit, so that the first of them does not wait for a whole flood. */
const maxBatch = 4096
/** From so many on, two commits: while the second is written, the callers of the first read their answers and ask again. */
const fewestHalved = 16

/**
 * The writer thread: opens `file`, then runs whatever has queued up since the last commit as the next batch.
 * Lets the thread end when it is told to close or the database cannot be opened.
 */
export function serveStore(port: MessagePort, file: string): void {
  const post = (message: FromStoreThread): void => port.postMessage(message)
  let engine: SqliteEngine
  try {
    engine = openSqliteEngine(file)
    engine.run(migrate(sqlite))
  } catch (error) {
    post({ type: 'refused', error: toWireError(error) })
    port.close()
    return
  }
  port.on('message', (first: ToStoreThread) => {
    const requests: StoreRequest[] = []
    let isClosing = false
    for (let message: ToStoreThread | undefined = first; message !== undefined; message = nextMessage(port, requests.length)) {
      if (message.type === 'close') isClosing = true
      else requests.push(...message.requests)
    }
    const perCommit = requests.length < fewestHalved ? requests.length : Math.ceil(requests.length / 2)
    for (let at = 0; at < requests.length; at += perCommit) {
      post({ type: 'answers', answers: engine.run(runBatch(requests.slice(at, at + perCommit))) })
    }
    if (!isClosing) return
    engine.close()
    port.close()
  })
  post({ type: 'open' })
}

function nextMessage(port: MessagePort, gathered: number): ToStoreThread | undefined {
  return gathered >= maxBatch ? undefined : (receiveMessageOnPort(port)?.message as ToStoreThread | undefined)
}
