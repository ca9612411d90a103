import { CodedError } from '../../core/index.ts'
import { createStage, type Stage, type StageArt, type StageEvent, type Theme } from '../../render/index.ts'
import {
  createFrameView,
  createSnapshotReceiver,
  type FrameView,
  interpolate,
  type SnapshotPort,
  type SnapshotReceiver,
} from '../../snapshot/index.ts'
import { parseTiledMap, type SpaceMap } from '../../space/index.ts'
import { type Breath, createBreath } from './breath.ts'
import { createFrameLoop } from './frame-loop.ts'
import { loadedBytes } from './loaded-bytes.ts'
import { createTierWatch, type Quality, type Tier, tierSettings, type TierWatch } from './quality.ts'
import { release } from './release.ts'
import type { RenderStart, RenderStartResult, RenderThread, RenderThreadEvent } from './threads.ts'

const viewCapacity = 160
/** Metres the own avatar must be seen to move before it counts as a step. */
const firstStepM = 0.01
/** Before pictures that could not be made are tried again, ms. */
const firstRetryMs = 1000

/**
 * Makes the pictures of a theme for a map, as fine as `theme.atlasScale` says: the engine's own way is `artOfTheme`. It is asked again when
 * the quality changes; a long work awaits `breathe` now and then.
 */
export type ArtMaker = (theme: Theme, map: SpaceMap, breathe: Breath) => Promise<StageArt>

/** The body of the drawing thread. It draws while something moves and sleeps otherwise. The same code runs on the page. */
export function createRenderThread(makeArt: ArtMaker): RenderThread {
  let stage: Stage | null = null
  let receiver: SnapshotReceiver | null = null
  let port: MessagePort | null = null
  let map: SpaceMap | null = null
  let started: RenderStart | null = null
  let report: (event: RenderThreadEvent) => void = () => {}
  let reportsFrames = false
  let lost = false
  let disposed = false
  let tier: Tier = 'high'
  let quality: Quality = 'auto'
  let watch: TierWatch | null = null
  let isChanging = false
  let changing = Promise.resolve(true)
  let givenPixelRatio = 1
  let lastDrawnMs = Number.NaN
  const view = createFrameView(viewCapacity)
  const tellFirsts = createFirsts((type) => report({ type }))

  /** One frame, at `nowMs` of this thread's clock; whether another must follow. */
  const draw = (nowMs: number): boolean => {
    if (stage === null || lost || disposed) return false
    const atMs = performance.timeOrigin + nowMs
    const snapshot = receiver?.latest() ?? null
    const moving = snapshot !== null && interpolate(snapshot, atMs, view)
    const drawn = stage.draw(view, atMs, snapshot?.header[4] ?? 0)
    if (drawn) {
      tellFirsts(view)
      if (reportsFrames) report({ type: 'drawn', atMs, people: peopleOf(view) })
      watchTier(nowMs, performance.now() - nowMs)
    }
    lastDrawnMs = drawn ? nowMs : Number.NaN
    if (!moving && !drawn) loop.wakeAt(stage.dueMs() - performance.timeOrigin)
    return moving || drawn
  }
  const loop = createFrameLoop(draw)

  const watchTier = (nowMs: number, frameMs: number): void => {
    if (watch === null || isChanging || quality !== 'auto') return
    const better = watch.observe(nowMs - lastDrawnMs, frameMs)
    if (better !== null) void changeTier(better)
  }

  const pixelRatioOf = (of: Tier): number => Math.min(givenPixelRatio, tierSettings[of].mostPixelRatio)
  const artOf = (of: Tier, theme: Theme, on: SpaceMap): Promise<StageArt> =>
    makeArt({ ...theme, atlasScale: tierSettings[of].atlasScale }, on, createBreath(typeof document !== 'undefined'))

  /** Makes the pictures anew and draws with them; false when they could not be made or nobody wants them any more. One after the other. */
  const changeArt = (of: Tier): Promise<boolean> => (changing = changing.then(() => changeArtNow(of)))
  const changeArtNow = async (of: Tier): Promise<boolean> => {
    if (started === null || map === null) return false
    const art = await artOf(of, started, map).catch(() => null)
    if (art === null) return false
    if (stage === null) {
      art.atlas.image.close()
      return false
    }
    stage.changeArt(art, { pixelRatio: pixelRatioOf(of), withLight: tierSettings[of].withLight })
    loop.wake()
    return true
  }

  /** Draws the sheet anew for another tier, while the old one is still shown. One change at a time; without a sheet all stays as it is. */
  const changeTier = async (to: Tier): Promise<void> => {
    if (isChanging || to === tier) return
    isChanging = true
    if (await changeArt(to)) {
      tier = to
      watch?.changed(to)
      loop.setMostPerSecond(tierSettings[to].mostFramesPerS)
      report({ type: 'quality', tier })
    }
    isChanging = false
    // Somebody has changed their mind meanwhile.
    if (quality !== 'auto' && quality !== to) void changeTier(quality)
  }

  /** What the card has lost is made again; a moment later, should the network be needed for it and gone. */
  const restoreArt = async (): Promise<void> => {
    for (let waitMs = firstRetryMs; !disposed && !(await changeArt(tier)); waitMs *= 2) {
      const pauseMs = waitMs
      await new Promise((resolve) => {
        setTimeout(resolve, pauseMs)
      })
    }
    report({ type: 'context-restored' })
  }

  const hear = (event: StageEvent): void => {
    if (event.type === 'context-lost') {
      lost = true
      report(event)
    } else if (event.type === 'context-restored') {
      lost = false
      void restoreArt()
    }
  }

  const start = async (options: RenderStart, snapshots: MessagePort): Promise<RenderStartResult> => {
    try {
      port = snapshots
      started = options
      givenPixelRatio = options.pixelRatio
      tier = options.tier
      quality = options.quality
      watch = createTierWatch(tier, options.mayRise)
      map = parseTiledMap(options.map)
      const art = await artOf(tier, options, map)
      const { mostFramesPerS, withLight } = tierSettings[tier]
      stage = await createStage({
        ...art,
        canvas: options.canvas,
        widthPx: options.widthPx,
        heightPx: options.heightPx,
        pixelRatio: pixelRatioOf(tier),
        reducedMotion: options.reducedMotion,
        gestures: options.gestures,
        withLight,
        onEvent: hear,
      })
      stage.loadMap(map, options.signs)
      loop.setMostPerSecond(mostFramesPerS)
      receiver = createSnapshotReceiver(snapshots as unknown as SnapshotPort, loop.wake)
      report({ type: 'quality', tier })
      loop.wake()
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
    loop.wake()
  }
  return {
    start(options, snapshots, onEvent) {
      report = onEvent
      return start(options, snapshots)
    },
    resize(widthPx, heightPx, pixelRatio) {
      givenPixelRatio = pixelRatio
      change((on) => on.resize(widthPx, heightPx, pixelRatioOf(tier)))
    },
    pick: (screenX, screenY) => stage?.pick(screenX, screenY) ?? { x: 0, z: 0 },
    zoomBy: (factor, screenX, screenY) => change((on) => on.zoomBy(factor, screenX, screenY)),
    panBy: (dxPx, dyPx) => change((on) => on.panBy(dxPx, dyPx)),
    followOwn: () => change((on) => on.followOwn()),
    setCover: (bottomPx) => change((on) => on.setCover(bottomPx)),
    setName: (netId, name) => change((on) => on.setName(netId, name)),
    showTarget: (point) => change((on) => on.showTarget(point)),
    setWay: (points) => change((on) => on.setWay(points)),
    highlightZone: (zone) => change((on) => on.highlightZone(map?.zones[zone] ?? null)),
    paintFloor: (paint) => change((on) => on.paintFloor(paint)),
    setVisible(isVisible) {
      // Nobody saw the way there.
      if (isVisible) stage?.cut()
      lastDrawnMs = Number.NaN
      loop.setVisible(isVisible)
    },
    setQuality(wanted) {
      quality = wanted
      if (wanted !== 'auto') void changeTier(wanted)
    },
    setReducedMotion: (isReduced) => change((on) => on.setReducedMotion(isReduced)),
    reportFrames(on) {
      reportsFrames = on
    },
    stats: () => ({ ...(stage?.stats() ?? nothingDrawn), tier, loadedBytes: loadedBytes() }),
    dispose() {
      disposed = true
      loop.stop()
      stage?.dispose()
      stage = null
      port?.close()
      release(report)
      report = () => {}
    },
  }
}

const nothingDrawn = { drawCalls: 0, sprites: 0, frames: 0, frameMs: 0, inView: 0, storey: 0 }

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
