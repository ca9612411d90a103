import { runSimWorker } from '../run-sim-worker.ts'

runSimWorker()
