import { expose } from 'comlink'
import type { PeopleArt } from '../../render/index.ts'
import { createRenderThread } from './render-thread.ts'
import { createSimThread } from './sim-thread.ts'

/** Call once in the simulation worker's entry. */
export function runSimWorker(): void {
  expose(createSimThread())
}

/** Call once in the drawing worker's entry, with the application's pictures of people. */
export function runRenderWorker(people: PeopleArt): void {
  expose(createRenderThread(people))
}
