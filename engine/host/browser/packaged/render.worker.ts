import { artOfTheme } from '../../../render/index.ts'
import { runRenderWorker } from '../run-render-worker.ts'

runRenderWorker(artOfTheme)
