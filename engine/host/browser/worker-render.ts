// `@balai/engine/worker/render`: for the entry of a drawing worker of one's own, or for drawing on the page.
export {
  artOfTheme,
  loadAtlas,
  type PeopleArt,
  type PersonFrame,
  type PersonLayer,
  type PoseCycle,
  type ScreenDirection,
  type StageArt,
  type Theme,
} from '../../render/index.ts'
export { type ArtMaker, createRenderThread } from './render-thread.ts'
export { runRenderWorker } from './run-render-worker.ts'
