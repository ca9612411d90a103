import { parentPort } from 'node:worker_threads'
import { openFuzzPlaces } from './fuzz-places.ts'
import { runFuzz } from './run-fuzz.ts'

// A seed comes in, its finding goes out. Ends when it is terminated.
if (parentPort === null) throw new Error('fuzz.thread.ts runs as a thread of fuzz-seeds.ts')
const port = parentPort
const places = await openFuzzPlaces()
port.on('message', (seed: number) => port.postMessage(runFuzz(seed, places)))
