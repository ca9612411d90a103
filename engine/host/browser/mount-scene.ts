import { proxy, transfer, wrap } from 'comlink'
import { CodedError } from '../../core/index.ts'
import { walkToIntent } from '../../input/index.ts'
import type { AtlasJson, Sign } from '../../render/index.ts'
import type { RenderStart, RenderThread, RenderThreadEvent, SimThread, SimThreadEvent } from './threads.ts'

export type SceneOptions = {
  /** The map file's JSON (Tiled, isometric). */
  readonly map: unknown
  readonly signs: readonly Sign[]
  readonly atlasImage: string
  readonly atlasJson: AtlasJson
  /** ws: or wss: address of the walking socket. */
  readonly socketUrl: string
  readonly look: number
  readonly reducedMotion: boolean
  /** Makers of the two threads; `renderOnPage` is used where a canvas cannot be handed to a worker. */
  readonly workers: {
    readonly sim: () => Worker
    readonly render: () => Worker
    readonly renderOnPage: () => Promise<RenderThread>
  }
  readonly onEvent: (event: SceneEvent) => void
}

export type SceneEvent = SimThreadEvent | RenderThreadEvent

export const sceneErrors = {
  'no-webgl': { meaning: 'the browser has no WebGL', remedy: 'offer the same services without the picture' },
  'no-atlas': { meaning: 'the picture sheet did not load', remedy: 'try again when the network is back' },
  'render-failed': { meaning: 'drawing could not start', remedy: 'offer the same services without the picture' },
  'worker-failed': { meaning: 'a thread could not start', remedy: 'offer the same services without the picture' },
} as const
export type SceneErrorCode = keyof typeof sceneErrors

/** A mounted place: what a page may ask of it. Every call after `dispose` does nothing. */
export type Scene = {
  /** A push of joystick or keys: right and down on screen, -1 to 1; 0, 0 stops. */
  steer(right: number, down: number): void
  /** A tap or click at a point of the window: the avatar walks there, and the spot is marked at once. */
  tap(clientX: number, clientY: number): Promise<void>
  /** Walks to a point of the floor, metres. */
  walkTo(x: number, z: number): void
  zoomBy(factor: number, clientX?: number, clientY?: number): void
  panBy(dxPx: number, dyPx: number): void
  followOwn(): void
  /** CSS pixels at the lower edge that a sheet covers: the own avatar stays in what is left. */
  setCover(bottomPx: number): void
  /** Lights up a zone by its index, or none (-1). */
  highlightZone(zone: number): void
  reportFrames(on: boolean): void
  /** Where the picture is drawn: in a worker or on the page. */
  readonly drawsIn: 'worker' | 'page'
  stats(): Promise<SceneStats>
  dispose(): void
}

export type SceneStats = {
  readonly sim: Awaited<ReturnType<SimThread['stats']>>
  readonly stage: Awaited<ReturnType<RenderThread['stats']>>
}

/** What both kinds of thread look like from the page: every answer comes later. */
type Remote<T> = { [K in keyof T]: T[K] extends (...args: infer A) => infer R ? (...args: A) => Promise<Awaited<R>> : never }

/**
 * Puts a living place into `element` (which should have a size): a canvas, a simulation thread, a drawing thread.
 * @throws CodedError with a code of `sceneErrors`; everything begun is undone then.
 */
export async function mountScene(element: HTMLElement, options: SceneOptions): Promise<Scene> {
  const canvas = document.createElement('canvas')
  canvas.className = 'balai-scene'
  element.append(canvas)
  const box = element.getBoundingClientRect()
  const inWorker = typeof canvas.transferControlToOffscreen === 'function' && typeof OffscreenCanvas === 'function'
  const cleanUps: (() => void)[] = [() => canvas.remove()]
  const undo = (): void => {
    for (const cleanUp of cleanUps.reverse()) cleanUp()
    cleanUps.length = 0
  }

  try {
    const snapshots = new MessageChannel()
    const startOptions: Omit<RenderStart, 'canvas'> = {
      widthPx: Math.max(1, box.width),
      heightPx: Math.max(1, box.height),
      pixelRatio: pixelRatio(),
      map: options.map,
      signs: options.signs,
      atlasImage: new URL(options.atlasImage, location.href).href,
      atlasJson: options.atlasJson,
      reducedMotion: options.reducedMotion,
    }
    let render: Remote<RenderThread>
    if (inWorker) {
      const worker = options.workers.render()
      cleanUps.push(() => worker.terminate())
      render = wrap<RenderThread>(worker)
      const offscreen = canvas.transferControlToOffscreen()
      await startRender(
        worker,
        render.start(
          transfer({ ...startOptions, canvas: offscreen }, [offscreen]),
          transfer(snapshots.port2, [snapshots.port2]),
          proxy(options.onEvent),
        ),
      )
    } else {
      const onPage = await options.workers.renderOnPage()
      cleanUps.push(() => onPage.dispose())
      render = later(onPage)
      await startRender(null, render.start({ ...startOptions, canvas }, snapshots.port2, options.onEvent))
    }

    const simWorker = options.workers.sim()
    cleanUps.push(() => simWorker.terminate())
    const sim: Remote<SimThread> = wrap<SimThread>(simWorker)
    await failing(
      simWorker,
      sim.start(
        { map: options.map, socketUrl: options.socketUrl, look: options.look },
        transfer(snapshots.port1, [snapshots.port1]),
        proxy((event: SimThreadEvent) => {
          if (event.type === 'name') void render.setName(event.netId, event.name)
          options.onEvent(event)
        }),
      ),
    )

    const observer = new ResizeObserver(() => {
      const { width, height } = element.getBoundingClientRect()
      if (width > 0 && height > 0) void render.resize(width, height, pixelRatio())
    })
    observer.observe(element)
    cleanUps.push(() => observer.disconnect())
    return scene(canvas, sim, render, inWorker, undo)
  } catch (error) {
    undo()
    throw error
  }
}

function scene(
  canvas: HTMLCanvasElement,
  sim: Remote<SimThread>,
  render: Remote<RenderThread>,
  inWorker: boolean,
  undo: () => void,
): Scene {
  let disposed = false
  const onCanvas = (clientX: number, clientY: number): [number, number] => {
    const { left, top } = canvas.getBoundingClientRect()
    return [clientX - left, clientY - top]
  }
  const alive = (action: () => unknown): void => {
    if (!disposed) action()
  }
  return {
    steer: (right, down) => alive(() => sim.push(right, down)),
    async tap(clientX, clientY) {
      if (disposed) return
      const point = await render.pick(...onCanvas(clientX, clientY))
      if (disposed) return
      void render.showTarget(point)
      void render.followOwn()
      void sim.want(walkToIntent(point.x, point.z))
    },
    walkTo: (x, z) =>
      alive(() => {
        void render.showTarget({ x, z })
        void render.followOwn()
        void sim.want(walkToIntent(x, z))
      }),
    zoomBy: (factor, clientX, clientY) =>
      alive(() => {
        if (clientX === undefined || clientY === undefined) return render.zoomBy(factor)
        return render.zoomBy(factor, ...onCanvas(clientX, clientY))
      }),
    panBy: (dxPx, dyPx) => alive(() => render.panBy(dxPx, dyPx)),
    followOwn: () => alive(() => render.followOwn()),
    setCover: (bottomPx) => alive(() => render.setCover(bottomPx)),
    highlightZone: (zone) => alive(() => render.highlightZone(zone)),
    reportFrames: (on) => alive(() => render.reportFrames(on)),
    drawsIn: inWorker ? 'worker' : 'page',
    async stats() {
      return { sim: await sim.stats(), stage: await render.stats() }
    },
    dispose() {
      if (disposed) return
      disposed = true
      // The socket says goodbye before its thread ends.
      void Promise.race([sim.dispose(), new Promise((resolve) => setTimeout(resolve, 200))]).then(undo, undo)
    },
  }
}

async function startRender(worker: Worker | null, starting: ReturnType<Remote<RenderThread>['start']>): Promise<void> {
  const result = worker === null ? await starting : await failing(worker, starting)
  if (!result.ok) throw new CodedError<string>(result.code, result.message)
}

/** The promise, or the failure of the worker that was to keep it. */
function failing<T>(worker: Worker, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    worker.addEventListener('error', (event) => reject(new CodedError('worker-failed', event.message || 'the worker did not load')), {
      once: true,
    })
    promise.then(resolve, reject)
  })
}

/** Gives a thread that runs on the page the same face as one in a worker. */
function later(thread: RenderThread): Remote<RenderThread> {
  const entries = Object.entries(thread).map(([name, call]) => [
    name,
    async (...args: never[]) => (call as (...a: never[]) => unknown)(...args),
  ])
  return Object.fromEntries(entries) as Remote<RenderThread>
}

/** Sharper than twice is not seen and costs memory. */
const pixelRatio = (): number => Math.min(2, globalThis.devicePixelRatio || 1)
