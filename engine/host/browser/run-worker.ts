import { expose } from 'comlink'
import { createRenderThread, type SceneArt } from './render-thread.ts'
import { createSimThread } from './sim-thread.ts'

/** Call once in the simulation worker's entry. */
export function runSimWorker(): void {
  expose(createSimThread())
}

/** Call once in the drawing worker's entry, with the application's pictures. */
export function runRenderWorker(art: SceneArt): void {
  expose(createRenderThread(art))
}
