import { runRenderWorker } from '@balai/engine/host/browser'
import { fetchSheet } from '@balai/engine/render'
import { loadSceneArt } from '../assets/art/scene-art.ts'

runRenderWorker(loadSceneArt(fetchSheet))
