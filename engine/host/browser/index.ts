export {
  mountScene,
  sceneErrors,
  type Scene,
  type SceneErrorCode,
  type SceneEvent,
  type SceneOptions,
  type SceneStats,
} from './mount-scene.ts'
export { createRenderThread, type SceneArt } from './render-thread.ts'
export { runRenderWorker, runSimWorker } from './run-worker.ts'
export type { RenderThread, SimThread } from './threads.ts'
