import { proxy, transfer, wrap } from 'comlink'
import { CodedError } from '../../core/index.ts'
import type { RenderStart, RenderThread, RenderThreadEvent, SimStart, SimThread, SimThreadEvent } from './threads.ts'

/** Makers of a scene's threads; `renderOnPage` is used where a canvas cannot be handed to a worker. */
export type SceneWorkers = {
  readonly sim: () => Worker
  readonly render: () => Worker
  readonly renderOnPage: () => Promise<RenderThread>
}

/** What both kinds of thread look like from the page: every answer comes later. */
export type Remote<T> = { [K in keyof T]: T[K] extends (...args: infer A) => infer R ? (...args: A) => Promise<Awaited<R>> : never }

/** The drawing thread as the page holds it. `end` is final; ask it to `dispose` before, so that it lets go by itself. */
export type HeldRender = {
  readonly calls: Remote<RenderThread>
  readonly drawsIn: 'worker' | 'page'
  /** @throws CodedError of `sceneErrors` */
  start(options: Omit<RenderStart, 'canvas'>, snapshots: MessagePort, onEvent: (event: RenderThreadEvent) => void): Promise<void>
  end(): void
}

export type HeldSim = {
  readonly calls: Remote<SimThread>
  /** @throws CodedError of `sceneErrors` */
  start(options: SimStart, snapshots: MessagePort, onEvent: (event: SimThreadEvent) => void): Promise<void>
  end(): void
}

export async function holdRender(canvas: HTMLCanvasElement, workers: SceneWorkers): Promise<HeldRender> {
  const canMove = typeof canvas.transferControlToOffscreen === 'function' && typeof OffscreenCanvas === 'function'
  if (!canMove) {
    const calls = later(await workers.renderOnPage())
    return {
      calls,
      drawsIn: 'page',
      start: async (options, snapshots, onEvent) => check(await calls.start({ ...options, canvas }, snapshots, onEvent)),
      end: () => void calls.dispose(),
    }
  }
  const worker = workers.render()
  const calls = wrap<RenderThread>(worker) as Remote<RenderThread>
  return {
    calls,
    drawsIn: 'worker',
    async start(options, snapshots, onEvent) {
      const offscreen = canvas.transferControlToOffscreen()
      const moved = transfer({ ...options, canvas: offscreen }, [offscreen])
      check(await failing(worker, calls.start(moved, transfer(snapshots, [snapshots]), proxy(onEvent))))
    },
    end: () => worker.terminate(),
  }
}

export function holdSim(workers: SceneWorkers): HeldSim {
  const worker = workers.sim()
  const calls = wrap<SimThread>(worker) as Remote<SimThread>
  return {
    calls,
    start: (options, snapshots, onEvent) => failing(worker, calls.start(options, transfer(snapshots, [snapshots]), proxy(onEvent))),
    end: () => worker.terminate(),
  }
}

function check(result: Awaited<ReturnType<RenderThread['start']>>): void {
  if (!result.ok) throw new CodedError<string>(result.code, result.message)
}

/** The promise, or the failure of the worker that was to keep it. */
function failing<T>(worker: Worker, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const fail = (event: ErrorEvent): void => reject(new CodedError('worker-failed', event.message || 'the worker did not load'))
    worker.addEventListener('error', fail, { once: true })
    promise.then(resolve, reject).finally(() => worker.removeEventListener('error', fail))
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
