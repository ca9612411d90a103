import { CodedError } from '../../core/index.ts'
import { createStage, type Stage, type StageArt, type Theme } from '../../render/index.ts'
import {
  createFrameView,
  createSnapshotReceiver,
  type FrameView,
  interpolate,
  type SnapshotPort,
  type SnapshotReceiver,
} from '../../snapshot/index.ts'
import { parseTiledMap, type SpaceMap } from '../../space/index.ts'
import { loadedBytes } from './loaded-bytes.ts'
import { release } from './release.ts'
import type { RenderStart, RenderStartResult, RenderThread, RenderThreadEvent } from './threads.ts'

const viewCapacity = 160
/** Metres the own avatar must be seen to move before it counts as a step. */
const firstStepM = 0.01

/** Makes the pictures of a theme for a map: the engine's own way is `artOfTheme`. */
export type ArtMaker = (theme: Theme, map: SpaceMap) => Promise<StageArt>

/** The body of the drawing thread. It draws while something moves and sleeps otherwise. The same code runs on the page. */
export function createRenderThread(makeArt: ArtMaker): RenderThread {
  let stage: Stage | null = null
  let receiver: SnapshotReceiver | null = null
  let port: MessagePort | null = null
  let image: ImageBitmap | null = null
  let map: SpaceMap | null = null
  let report: (event: RenderThreadEvent) => void = () => {}
  let reportsFrames = false
  let awake = false
  let lost = false
  let disposed = false
  const view = createFrameView(viewCapacity)
  const tellFirsts = createFirsts((type) => report({ type }))
  const now = (): number => performance.timeOrigin + performance.now()

  const nextFrame = (callback: () => void): void => {
    if (typeof requestAnimationFrame === 'function') requestAnimationFrame(callback)
    else setTimeout(callback, 16)
  }
  const wake = (): void => {
    if (awake || lost || disposed) return
    awake = true
    nextFrame(frame)
  }
  const frame = (): void => {
    awake = false
    if (stage === null || lost || disposed) return
    const snapshot = receiver?.latest() ?? null
    const atMs = now()
    const moving = snapshot !== null && interpolate(snapshot, atMs, view)
    const drawn = stage.draw(view, atMs)
    if (drawn) {
      tellFirsts(view)
      if (reportsFrames) report({ type: 'drawn', atMs, people: peopleOf(view) })
    }
    if (moving || drawn) wake()
  }

  const start = async (options: RenderStart, snapshots: MessagePort): Promise<RenderStartResult> => {
    try {
      port = snapshots
      map = parseTiledMap(options.map)
      const art = await makeArt(options, map)
      image = art.atlas.image
      stage = await createStage({
        ...art,
        canvas: options.canvas,
        widthPx: options.widthPx,
        heightPx: options.heightPx,
        pixelRatio: options.pixelRatio,
        reducedMotion: options.reducedMotion,
        onEvent(event) {
          if (event.type === 'missing-frame') return
          lost = event.type === 'context-lost'
          report(event)
          wake()
        },
      })
      stage.loadMap(map, options.signs)
      receiver = createSnapshotReceiver(snapshots as unknown as SnapshotPort, wake)
      wake()
      return { ok: true }
    } catch (error) {
      const code = error instanceof CodedError ? error.code : 'render-failed'
      return { ok: false, code, message: error instanceof Error ? error.message : String(error) }
    }
  }

  /** Runs a command on the stage and draws what it changed. */
  const change = (command: (stage: Stage) => void): void => {
    if (stage === null) return
    command(stage)
    wake()
  }
  return {
    start(options, snapshots, onEvent) {
      report = onEvent
      return start(options, snapshots)
    },
    resize: (widthPx, heightPx, pixelRatio) => change((on) => on.resize(widthPx, heightPx, pixelRatio)),
    pick: (screenX, screenY) => stage?.pick(screenX, screenY) ?? { x: 0, z: 0 },
    zoomBy: (factor, screenX, screenY) => change((on) => on.zoomBy(factor, screenX, screenY)),
    panBy: (dxPx, dyPx) => change((on) => on.panBy(dxPx, dyPx)),
    followOwn: () => change((on) => on.followOwn()),
    setCover: (bottomPx) => change((on) => on.setCover(bottomPx)),
    setName: (netId, name) => change((on) => on.setName(netId, name)),
    showTarget: (point) => change((on) => on.showTarget(point)),
    highlightZone: (zone) => change((on) => on.highlightZone(map?.zones[zone] ?? null)),
    reportFrames(on) {
      reportsFrames = on
    },
    stats: () => ({ ...(stage?.stats() ?? { drawCalls: 0, sprites: 0, frames: 0 }), loadedBytes: loadedBytes() }),
    dispose() {
      disposed = true
      stage?.dispose()
      stage = null
      image?.close()
      port?.close()
      release(report)
      report = () => {}
    },
  }
}

/** The step by the way walked, not by two pictures compared: a slow machine may draw its first picture after the first steps. */
function createFirsts(tell: (type: 'own-seen' | 'first-step') => void): (view: FrameView) => void {
  let isSeen = false
  let hasStepped = false
  return (view) => {
    if (hasStepped || view.ownIndex < 0) return
    if (!isSeen) tell('own-seen')
    isSeen = true
    if (view.walkedM[view.ownIndex] < firstStepM) return
    hasStepped = true
    tell('first-step')
  }
}

function peopleOf(view: FrameView): Float64Array {
  const people = new Float64Array(view.count * 3)
  for (let i = 0; i < view.count; i++) {
    people[i * 3] = view.netId[i]
    people[i * 3 + 1] = view.x[i]
    people[i * 3 + 2] = view.z[i]
  }
  return people
}
