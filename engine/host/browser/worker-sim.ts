// `@balai/engine/worker/sim`: for the entry of a simulation worker of one's own.
export { defineExtension, type Extension, type SimWorld } from '../../sim/index.ts'
export { runSimWorker } from './run-sim-worker.ts'
