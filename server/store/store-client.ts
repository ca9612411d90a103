import { operations, storeError, type OperationName } from './operations/index.ts'
import type { Store } from './store-port.ts'
import { fromWireError, type StoreAnswer, type StoreRequest } from './wire.ts'

/** The caller's end of a store: gathers requests, hands them on together, and settles promises as answers come. */
export type StoreClient = {
  readonly store: Store
  settle(answers: readonly StoreAnswer[]): void
  /** The other end is gone: every waiting and every later call rejects with `error`. */
  fail(error: Error): void
}

/** What stands behind a client: the writer thread, or a connection in this thread. */
export type StoreBackend = {
  /** Gets everything that was asked during one turn of the event loop. */
  send(requests: readonly StoreRequest[]): void
  close(): Promise<void>
}

export function createStoreClient(backend: StoreBackend): StoreClient {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  let gathered: StoreRequest[] = []
  let nextId = 1
  let refusal: Error | null = null
  let closing: Promise<void> | null = null
  let whenIdle: (() => void) | null = null

  function call(name: OperationName, args: readonly unknown[]): Promise<unknown> {
    if (refusal !== null) return Promise.reject(refusal)
    return new Promise((resolve, reject) => {
      const pack = operations[name].pack as ((...args: readonly unknown[]) => readonly unknown[]) | undefined
      const request = { id: nextId++, name, args: pack === undefined ? args : pack(...args) }
      waiting.set(request.id, { resolve, reject })
      if (gathered.push(request) === 1) setImmediate(flush)
    })
  }

  function flush(): void {
    const requests = gathered
    gathered = []
    if (requests.length === 0) return
    try {
      backend.send(requests)
    } catch {
      // One request holds something that cannot be copied to the thread: find it, and send the others.
      for (const request of requests) sendAlone(request)
    }
  }

  function sendAlone(request: StoreRequest): void {
    try {
      backend.send([request])
    } catch (error) {
      take(request.id)?.reject(new TypeError(`${request.name}: the request must be plain data: ${(error as Error).message}`))
    }
  }

  function take(id: number) {
    const found = waiting.get(id)
    waiting.delete(id)
    if (waiting.size === 0) whenIdle?.()
    return found
  }

  async function close(): Promise<void> {
    refusal ??= storeError('store-closed', 'the store was closed: start the server again')
    if (waiting.size > 0)
      await new Promise<void>((resolve) => {
        whenIdle = resolve
      })
    await backend.close()
  }

  const methods = Object.fromEntries(
    (Object.keys(operations) as OperationName[]).map((name) => [name, (...args: unknown[]) => call(name, args)]),
  ) as unknown as Omit<Store, 'close'>

  return {
    store: { ...methods, close: () => (closing ??= close()) },
    settle(answers) {
      for (const answer of answers) {
        const one = take(answer.id)
        if (answer.ok) one?.resolve(answer.value)
        else one?.reject(fromWireError(answer.error))
      }
    },
    fail(error) {
      refusal ??= error
      gathered = []
      for (const id of waiting.keys()) take(id)?.reject(error)
    },
  }
}
