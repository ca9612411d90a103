import { artOfTheme } from '../../../render/index.ts'
import { createRenderThread } from '../render-thread.ts'
import type { RenderThread } from '../threads.ts'

/** The drawing thread's body on the page itself. In a file of its own: it brings all of the drawing with it. */
export function renderOnPage(): RenderThread {
  return createRenderThread(artOfTheme)
}
