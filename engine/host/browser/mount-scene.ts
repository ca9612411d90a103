import type { Gesture, Sign, Theme } from '../../render/index.ts'
import { createPhysicsTiming } from './physics-timing.ts'
import { firstTier, type MachineHints, mayRise, type Quality } from './quality.ts'
import { createScene, type Scene } from './scene.ts'
import { holdRender, holdSim, type SceneWorkers } from './scene-threads.ts'
import type { RenderThreadEvent, SimThreadEvent } from './threads.ts'

/** The theme's parts stand beside the rest; what they mean is for the drawing thread's maker of pictures to say. */
export type SceneOptions = Theme & {
  /** The map file's JSON (Tiled, isometric). */
  readonly map: unknown
  readonly signs: readonly Sign[]
  /** ws: or wss: address of the walking socket. */
  readonly socketUrl: string
  readonly look: number
  readonly reducedMotion: boolean
  /** What `scene.gesture(n)` looks like, the first for 1, in the reader's language. The same numbers mean the same for everybody. Default: none. */
  readonly gestures?: readonly Gesture[]
  /** Default `auto`. */
  readonly quality?: Quality
  /** The person has asked to save data; by default what the browser says. */
  readonly saveData?: boolean
  /** By default what the browser says, if it does. */
  readonly deviceMemoryGB?: number
  readonly workers: SceneWorkers
  readonly onEvent: (event: SceneEvent) => void
}

/** What the threads tell, but for the way, which the scene draws by itself. */
export type SceneEvent = Exclude<SimThreadEvent, { type: 'way' }> | RenderThreadEvent

export const sceneErrors = {
  'no-webgl': { meaning: 'the browser has no WebGL', remedy: 'offer the same services without the picture' },
  'no-atlas': { meaning: 'the picture sheet did not load', remedy: 'try again when the network is back' },
  'render-failed': { meaning: 'drawing could not start', remedy: 'offer the same services without the picture' },
  'worker-failed': { meaning: 'a thread could not start', remedy: 'offer the same services without the picture' },
} as const
export type SceneErrorCode = keyof typeof sceneErrors

/**
 * Puts a living place into `element` (which has a size and is positioned, as the canvas covers it): a canvas, a simulation thread, a drawing thread.
 * @throws CodedError with a code of `sceneErrors`; everything begun is undone then.
 */
export async function mountScene(element: HTMLElement, options: SceneOptions): Promise<Scene> {
  const canvas = document.createElement('canvas')
  canvas.className = 'balai-scene'
  // Out of the flow: its own size must never change the element's. Set on the object, as a strict content policy forbids written styles.
  Object.assign(canvas.style, { position: 'absolute', left: '0', top: '0', width: '100%', height: '100%' })
  element.append(canvas)
  const cleanUps: (() => void)[] = [() => canvas.remove()]
  const detach = (): void => {
    for (const cleanUp of cleanUps.splice(0).reverse()) cleanUp()
  }
  let isAlive = true
  const tell = (event: SceneEvent): void => {
    if (isAlive) options.onEvent(event)
  }
  cleanUps.push(() => {
    isAlive = false
  })
  const ends: (() => void)[] = []
  try {
    const snapshots = new MessageChannel()
    const { atlasImage, atlasJson, atlasScale, atlasTheme, clothes, map, people, reducedMotion, signs, targetFrame, tiles } = options
    const theme: Theme = {
      atlasImage: atlasImage && new URL(atlasImage, location.href).href,
      atlasJson,
      atlasScale,
      atlasTheme: atlasTheme && new URL(atlasTheme, location.href).href,
      clothes,
      people,
      targetFrame,
      tiles,
    }
    const { width, height } = element.getBoundingClientRect()
    const size = { widthPx: Math.max(1, width), heightPx: Math.max(1, height), pixelRatio: pixelRatio() }
    const render = await holdRender(canvas, options.workers)
    ends.push(render.end)
    const timing = createPhysicsTiming(() => void sim.calls.loadPhysics())
    cleanUps.push(timing.stop)
    const drawing = { map, signs, reducedMotion, gestures: options.gestures ?? [], ...qualityOf(options) }
    await render.start({ ...theme, ...size, ...drawing }, snapshots.port2, (event) => {
      timing.hear(event)
      tell(event)
    })

    const sim = holdSim(options.workers)
    ends.push(sim.end)
    await sim.start({ map, socketUrl: options.socketUrl, look: options.look }, snapshots.port1, (event) => {
      timing.hear(event)
      if (!isAlive) return
      if (event.type === 'way') return void render.calls.setWay(event.points)
      if (event.type === 'name') void render.calls.setName(event.netId, event.name)
      tell(event)
    })

    const observer = new ResizeObserver(() => {
      const box = element.getBoundingClientRect()
      if (box.width > 0 && box.height > 0) void render.calls.resize(box.width, box.height, pixelRatio())
    })
    observer.observe(element)
    cleanUps.push(() => observer.disconnect())
    const onVisible = (): void => void render.calls.setVisible(!document.hidden)
    document.addEventListener('visibilitychange', onVisible)
    cleanUps.push(() => document.removeEventListener('visibilitychange', onVisible))
    if (document.hidden) onVisible()
    return createScene({ canvas, map, render, sim, detach })
  } catch (error) {
    detach()
    for (const end of ends) end()
    throw error
  }
}

const pixelRatio = (): number => globalThis.devicePixelRatio || 1

/** What Chromium tells of the machine, and other browsers do not. */
type TellingNavigator = Navigator & { readonly deviceMemory?: number; readonly connection?: { readonly saveData?: boolean } }

function qualityOf({ deviceMemoryGB, quality = 'auto', saveData }: SceneOptions) {
  const { connection, deviceMemory, hardwareConcurrency } = navigator as TellingNavigator
  const hints: MachineHints = {
    saveData: saveData ?? connection?.saveData,
    deviceMemoryGB: deviceMemoryGB ?? deviceMemory,
    cores: hardwareConcurrency,
  }
  return { quality, tier: firstTier(quality, hints), mayRise: mayRise(hints) }
}
