// A strict content policy forbids the code that Pixi writes at run time; this import puts written-out code in its place.
import 'pixi.js/unsafe-eval'
import { Container, DOMAdapter, type ICanvas, type RenderOptions, type TextureSource, type WebGLRenderer } from 'pixi.js'
import { CodedError, type ErrorTable } from '../core/index.ts'
import type { QuadPipe } from './quad-pipe.ts'
import { createRenderer } from './renderer.ts'

export const renderErrors = {
  'no-webgl': {
    meaning: 'The browser gives no WebGL context for the canvas.',
    remedy: 'Use the page without the picture; try again after a restart of the browser.',
  },
} as const satisfies ErrorTable
export type RenderErrorCode = keyof typeof renderErrors

export type Surface = {
  resize(widthPx: number, heightPx: number, pixelRatio: number): void
  setBackground(rgb: number): void
  render(root: Container): void
  isLost(): boolean
  /** Sends a sheet to the graphics card at once. */
  upload(source: TextureSource): void
  /** Lets go of the sheets drawn so far, so that they can be destroyed. */
  letGo(): void
  /** Draw calls of the last `render`. */
  drawCalls(): number
  destroy(): void
}

export type SurfaceOptions = {
  canvas: OffscreenCanvas | HTMLCanvasElement
  widthPx: number
  heightPx: number
  pixelRatio: number
  onLost: () => void
  onRestored: () => void
}

/** Sets Pixi up on the canvas, in a worker or on a page. Throws `no-webgl`. */
export async function createSurface(options: SurfaceOptions): Promise<Surface> {
  const { canvas } = options
  if (typeof document === 'undefined') adaptToWorker()
  const gl = openContext(canvas)
  const renderer = createRenderer()
  await renderer.init({
    canvas: canvas as HTMLCanvasElement,
    context: gl as WebGL2RenderingContext,
    width: options.widthPx,
    height: options.heightPx,
    resolution: options.pixelRatio,
    autoDensity: false,
    antialias: false,
    skipExtensionImports: true,
  })
  const calls = countDrawCalls(gl)
  // One for all frames, into which Pixi writes what it has worked out: a new one each time would be garbage.
  const drawn: RenderOptions = { container: new Container(), clear: true }
  // After Pixi's own listeners, so that its buffers are ready again when the owner hears of it.
  canvas.addEventListener('webglcontextlost', options.onLost)
  canvas.addEventListener('webglcontextrestored', options.onRestored)
  return {
    resize: (widthPx, heightPx, pixelRatio) => renderer.resize(widthPx, heightPx, pixelRatio),
    setBackground(rgb) {
      renderer.background.color = rgb
      drawn.clearColor = undefined
    },
    render(root) {
      calls.count = 0
      drawn.container = root
      renderer.render(drawn)
    },
    isLost: () => gl.isContextLost(),
    upload: (source) => (renderer as unknown as WebGLRenderer).texture.initSource(source),
    letGo: () => (renderer.renderPipes.quads as QuadPipe).letGo(),
    drawCalls: () => calls.count,
    destroy() {
      canvas.removeEventListener('webglcontextlost', options.onLost)
      canvas.removeEventListener('webglcontextrestored', options.onRestored)
      renderer.destroy()
    },
  }
}

// Pixi's own WebWorkerAdapter brings an XML parser along, 20 KB brotli that nothing here asks for.
function adaptToWorker(): void {
  DOMAdapter.set({
    ...DOMAdapter.get(),
    createCanvas: (width = 1, height = 1) => new OffscreenCanvas(width, height) as ICanvas,
    getBaseUrl: () => location.href,
    getFontFaceSet: () => null,
  })
}

type Gl = WebGL2RenderingContext | WebGLRenderingContext

function openContext(canvas: OffscreenCanvas | HTMLCanvasElement): Gl {
  const attributes: WebGLContextAttributes = {
    alpha: false,
    antialias: false,
    depth: false,
    stencil: false,
    premultipliedAlpha: true,
    powerPreference: 'low-power',
  }
  const gl = (canvas.getContext('webgl2', attributes) ?? canvas.getContext('webgl', attributes)) as Gl | null
  const { meaning, remedy } = renderErrors['no-webgl']
  if (gl === null) throw new CodedError<RenderErrorCode>('no-webgl', `${meaning} ${remedy}`)
  return gl
}

function countDrawCalls(gl: Gl): { count: number } {
  const calls = { count: 0 }
  const elements = gl.drawElements.bind(gl)
  const arrays = gl.drawArrays.bind(gl)
  gl.drawElements = (mode, count, type, offset) => {
    calls.count++
    elements(mode, count, type, offset)
  }
  gl.drawArrays = (mode, first, count) => {
    calls.count++
    arrays(mode, first, count)
  }
  return calls
}
