// `@balai/engine/worker/sim`: for the entry of a simulation worker of one's own.
export { runSimWorker } from './run-sim-worker.ts'
