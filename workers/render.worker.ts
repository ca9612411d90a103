import { runRenderWorker } from '@balai/engine/host/browser'
import { sceneArt } from '../assets/art/people-art.ts'

runRenderWorker(sceneArt)
