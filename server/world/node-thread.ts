import { Worker } from 'node:worker_threads'
import type { WorldThreadEvent } from '../../game/api/index.ts'
import type { WorldThread } from './world-directory.ts'

const stopMs = 2000
/** Halls keep what they have in arrays of their own: a larger nursery costs memory and saves no time. */
const nurseryMb = 12

/** Starts a world thread from its entry file. */
export function startNodeThread(entry: URL): WorldThread {
  const worker = new Worker(entry, { name: 'world', resourceLimits: { maxYoungGenerationSizeMb: nurseryMb } })
  let isStopping = false
  return {
    send: (request) => worker.postMessage(request),
    onEvent: (listener) => {
      worker.on('message', (event: WorldThreadEvent) => listener(event))
    },
    onEnd(listener) {
      let failure: unknown = null
      worker.on('error', (error) => {
        failure = error
      })
      worker.on('exit', (code) => {
        if (!isStopping) listener(failure ?? new Error(`the world thread exited with code ${code}`))
      })
    },
    async stop() {
      isStopping = true
      worker.postMessage({ type: 'stop' })
      const exited = new Promise<void>((done) => worker.once('exit', () => done()))
      const timer = setTimeout(() => void worker.terminate(), stopMs)
      await exited
      clearTimeout(timer)
    },
  }
}
