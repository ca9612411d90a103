import { expose } from 'comlink'
import { type ArtMaker, createRenderThread } from './render-thread.ts'

/** Call once in the drawing worker's entry, with what makes the application's pictures, or with `artOfTheme`. */
export function runRenderWorker(makeArt: ArtMaker): void {
  expose(createRenderThread(makeArt))
}
