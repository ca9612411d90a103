import { createRenderThread, type RenderThread } from '@balai/engine/host/browser'
import { fetchSheet } from '@balai/engine/render'
import { loadSceneArt } from '../../../../assets/art/scene-art.ts'

/** The drawing thread's body on the page itself, for browsers that cannot hand a canvas to a worker. In a file of its own: it brings all of the drawing with it. */
export function renderOnPage(): RenderThread {
  return createRenderThread(loadSceneArt(fetchSheet))
}
