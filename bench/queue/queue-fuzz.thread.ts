import { parentPort } from 'node:worker_threads'
import { runQueueFuzz } from './run-queue-fuzz.ts'

// A seed comes in, its finding goes out. Ends when it is terminated.
if (parentPort === null) throw new Error('queue-fuzz.thread.ts runs as a thread of fuzz-queue-seeds.ts')
const port = parentPort
port.on('message', (seed: number) => void runQueueFuzz(seed).then((finding) => port.postMessage(finding)))
