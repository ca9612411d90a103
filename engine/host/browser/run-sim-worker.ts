import { expose } from 'comlink'
import type { Extension } from '../../sim/index.ts'
import { createSimThread } from './sim-thread.ts'

/** Call once in the simulation worker's entry. `extensions`: the application's own data and rules, the same as the server's. */
export function runSimWorker(options: { readonly extensions?: readonly Extension[] } = {}): void {
  expose(createSimThread(options.extensions))
}
