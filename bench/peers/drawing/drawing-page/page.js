import { loadHall } from './hall.js'
import { createOurs } from './ours.js'
import { createWalkers, sight } from './walkers.js'

/** What draws, by name; the peers' own code is loaded when it is its turn. */
const drawers = {
  ours: createOurs,
  /** The walk, and a canvas that is another in every frame: what the browser takes for a frame whoever draws it. */
  async nothing({ canvas }) {
    const gl = canvas.getContext('webgl2', { alpha: false, antialias: false })
    let shade = 0
    return {
      frame() {
        shade = (shade + 0.01) % 1
        gl.clearColor(shade, shade, shade, 1)
        gl.clear(gl.COLOR_BUFFER_BIT)
      },
      stats: () => ({}),
      dispose() {},
    }
  },
  async naivePixi(scene) {
    const { createNaivePixi } = await import('./naive-pixi.js')
    return createNaivePixi(scene)
  },
  async phaser(scene) {
    const { createPhaser } = await import('./phaser.js')
    return createPhaser(scene)
  },
}
let drawing = null

/**
 * Of what is drawn only one pixel is to be filled: there is no graphics card here, and filling would keep the browser's other processes busy for most of
 * a second a frame. What the drawing thread does stays the same to the call.
 */
const { getContext } = HTMLCanvasElement.prototype
HTMLCanvasElement.prototype.getContext = function (...args) {
  const context = getContext.apply(this, args)
  if (context === null || !args[0].startsWith('webgl') || context.isNarrow) return context
  const { disable, enable, scissor } = context
  context.isNarrow = true
  context.fill = () => disable.call(context, context.SCISSOR_TEST)
  context.disable = (what) => what !== context.SCISSOR_TEST && disable.call(context, what)
  context.enable = (what) => enable.call(context, what)
  context.scissor = () => {}
  enable.call(context, context.SCISSOR_TEST)
  scissor.call(context, 0, 0, 1, 1)
  return context
}

/** Makes ready: a canvas, the hall, so many people, one who draws them. */
globalThis.begin = async (name, people) => {
  const canvas = document.createElement('canvas')
  canvas.width = sight.widthPx / 2
  canvas.height = sight.heightPx / 2
  document.body.replaceChildren(canvas)
  const hall = await loadHall()
  const walkers = createWalkers(hall.map, people, hall.middle)
  drawing = { drawer: await drawers[name]({ canvas, hall, walkers }), walkers, canvas }
}
globalThis.showNames = (count) => drawing.drawer.showNames?.(count)

/** Draws so many frames in time with the screen, everybody a step on before each. */
globalThis.run = (frames) =>
  new Promise((resolve) => {
    let left = frames
    const next = () => {
      drawing.walkers.step()
      drawing.drawer.frame()
      if (--left > 0) requestAnimationFrame(next)
      else resolve(drawing.drawer.stats())
    }
    requestAnimationFrame(next)
  })

/** The picture of the next frame, as PNG in base64: to see that all draw the same. */
globalThis.shoot = () => {
  ;(drawing.canvas.getContext('webgl2') ?? drawing.canvas.getContext('webgl')).fill()
  drawing.walkers.step()
  drawing.drawer.frame()
  return drawing.canvas.toDataURL('image/png').split(',')[1]
}
globalThis.end = () => {
  drawing.drawer.dispose()
  drawing = null
}
globalThis.isReady = true
