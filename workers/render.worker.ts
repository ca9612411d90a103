import { runRenderWorker } from '@balai/engine/host/browser'
import { fetchSheet } from '@balai/engine/render'
import { artOfSheet } from '../assets/art/scene-art.ts'

runRenderWorker(async ({ atlasImage = '' }) => artOfSheet(await (await fetchSheet(atlasImage)).json()))
