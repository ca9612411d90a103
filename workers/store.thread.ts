import { parentPort, workerData } from 'node:worker_threads'
import { serveStore } from '../server/store/index.ts'

if (parentPort === null) throw new Error('store.thread.ts runs as a thread: use openSqliteStore')
serveStore(parentPort, (workerData as { file: string }).file)
