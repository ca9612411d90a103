import type { Figure } from '../figures.ts'
import { gestureIntent, gestures, walkToIntent } from '../../input/index.ts'
import type { FloorPaint, GroundPoint } from '../../render/index.ts'
import type { Quality } from './quality.ts'
import type { HeldRender, HeldSim } from './scene-threads.ts'
import type { RenderThread, SimThread } from './threads.ts'

/** A mounted place: what a page may ask of it. Every call after `dispose` does nothing. */
export type Scene = {
  /** A push of joystick or keys: right and down on screen, -1 to 1; 0, 0 stops. */
  steer(right: number, down: number): void
  /** A tap or click at a point of the window: the avatar walks there, and the spot is marked at once. */
  tap(clientX: number, clientY: number): Promise<void>
  /** Walks to a point of the floor, metres. */
  walkTo(x: number, z: number): void
  /** Makes a gesture, 1 to 31 as the options' `gestures` count them, until the next thing done. @throws TypeError for another number */
  gesture(n: number): void
  /** Other clothes: the line is opened anew with them, and the own avatar keeps its place. */
  setLook(look: number): void
  /** Dots on the floor along the way from the own avatar to a point, metres, through lifts and stairs; they go on arrival, or with null. */
  showWay(target: GroundPoint | null): void
  /** People of the application's own, whom nobody simulates: staff behind a counter. In place of those given before. */
  setFigures(figures: readonly Figure[]): void
  /** How much is drawn; a `quality` event says when it is. */
  setQuality(quality: Quality): void
  /** True: nothing eases or pulses from now on. */
  setReducedMotion(isReduced: boolean): void
  zoomBy(factor: number, clientX?: number, clientY?: number): void
  panBy(dxPx: number, dyPx: number): void
  followOwn(): void
  /** CSS pixels at the lower edge that a sheet covers: the own avatar stays in what is left. */
  setCover(bottomPx: number): void
  /** Lights up a zone by its index, or none (-1). */
  highlightZone(zone: number): void
  /** Colours squares of the floor, or none: for overlays. */
  paintFloor(paint: FloorPaint | null): void
  reportFrames(on: boolean): void
  /** The map's JSON as it was given. */
  readonly map: unknown
  /** Where the picture is drawn: in a worker or on the page. */
  readonly drawsIn: 'worker' | 'page'
  /** What it is drawn on; the scene's own, gone after `dispose`. */
  readonly canvas: HTMLCanvasElement
  /** @throws TypeError after `dispose` */
  stats(): Promise<SceneStats>
  /** Takes the picture away at once; the threads, their socket and the graphics card's memory are gone within a fifth of a second. */
  dispose(): void
}

export type SceneStats = {
  readonly sim: Awaited<ReturnType<SimThread['stats']>>
  readonly stage: Awaited<ReturnType<RenderThread['stats']>>
}

/** A thread that does not answer is ended after this time. */
const goodbyeMs = 200

export type SceneParts = {
  readonly canvas: HTMLCanvasElement
  readonly map: unknown
  readonly render: HeldRender
  readonly sim: HeldSim
  /** Ends what belongs to the page, at once. */
  readonly detach: () => void
}

export function createScene({ canvas, detach, map, render, sim }: SceneParts): Scene {
  let disposed = false
  const onCanvas = (clientX: number, clientY: number): [number, number] => {
    const { left, top } = canvas.getBoundingClientRect()
    return [clientX - left, clientY - top]
  }
  const alive = (action: () => unknown): void => {
    if (!disposed) action()
  }
  return {
    canvas,
    map,
    drawsIn: render.drawsIn,
    steer: (right, down) => alive(() => sim.calls.push(right, down)),
    async tap(clientX, clientY) {
      if (disposed) return
      const point = await render.calls.pick(...onCanvas(clientX, clientY))
      if (disposed) return
      void render.calls.showTarget(point)
      void render.calls.followOwn()
      void sim.calls.want(walkToIntent(point.x, point.z))
    },
    walkTo: (x, z) =>
      alive(() => {
        void render.calls.showTarget({ x, z })
        void render.calls.followOwn()
        void sim.calls.want(walkToIntent(x, z))
      }),
    gesture(n) {
      if (!(Number.isInteger(n) && n >= 1 && n <= gestures)) throw new TypeError(`n must be a whole number from 1 to ${gestures}, got ${n}`)
      alive(() => sim.calls.want(gestureIntent(n)))
    },
    setLook: (look) => alive(() => sim.calls.setLook(look)),
    showWay: (target) => alive(() => sim.calls.showWay(target)),
    setFigures: (figures) => alive(() => sim.calls.setFigures(figures)),
    setQuality: (quality) => alive(() => render.calls.setQuality(quality)),
    setReducedMotion: (isReduced) => alive(() => render.calls.setReducedMotion(isReduced)),
    zoomBy: (factor, clientX, clientY) =>
      alive(() => {
        if (clientX === undefined || clientY === undefined) return render.calls.zoomBy(factor)
        return render.calls.zoomBy(factor, ...onCanvas(clientX, clientY))
      }),
    panBy: (dxPx, dyPx) => alive(() => render.calls.panBy(dxPx, dyPx)),
    followOwn: () => alive(() => render.calls.followOwn()),
    setCover: (bottomPx) => alive(() => render.calls.setCover(bottomPx)),
    highlightZone: (zone) => alive(() => render.calls.highlightZone(zone)),
    paintFloor: (paint) => alive(() => render.calls.paintFloor(paint)),
    reportFrames: (on) => alive(() => render.calls.reportFrames(on)),
    async stats() {
      if (disposed) throw new TypeError('stats() after dispose(): a scene that is gone has none')
      return { sim: await sim.calls.stats(), stage: await render.calls.stats() }
    },
    dispose() {
      if (disposed) return
      disposed = true
      detach()
      void sayGoodbye(render, sim)
    },
  }
}

/** The socket says goodbye and the graphics card's memory is given back before the threads end. */
async function sayGoodbye(render: HeldRender, sim: HeldSim): Promise<void> {
  const end = (): void => {
    render.end()
    sim.end()
  }
  const late = setTimeout(end, goodbyeMs)
  await Promise.allSettled([sim.calls.dispose(), render.calls.dispose()])
  clearTimeout(late)
  end()
}
