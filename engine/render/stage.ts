import { Container } from 'pixi.js'
import { projectX, projectY, unprojectX, unprojectZ, type SpaceMap, type Zone } from '../space/index.ts'
import type { Motion } from './motion.ts'
import type { FrameView } from '../snapshot/index.ts'
import { createAtlas } from './atlas.ts'
import {
  createCamera,
  cutToNext,
  enterPlace,
  followPoint,
  fromScreenX,
  fromScreenY,
  panCamera,
  resizeCamera,
  zoomCamera,
} from './camera.ts'
import { createArea, seenBy } from './culling.ts'
import { createGlyphSheet } from './glyphs.ts'
import { createLabels } from './labels.ts'
import { createMarks } from './marks.ts'
import { createPeople } from './people.ts'
import { createPostures } from './postures.ts'
import { showStorey, type ShownStorey } from './shown-storey.ts'
import type { FloorPaint, GroundPoint, Sign, Stage, StageArt, StageOptions } from './stage-options.ts'
import { createStoreyViews, type StoreyView, type StoreyViews } from './storey-views.ts'
import { trimText } from './text.ts'
import { createVeil } from './veil.ts'
import { createSurface } from './webgl.ts'

/** A thread that slept gives one long frame; the camera then makes this much of its way at once. */
const longestFrameMs = 250
/** Chromium shows nothing of the first frame that a worker draws after a context came back, so a few are drawn. */
const framesAfterRestore = 3
const nameLength = 22

/** A map that is drawn, and what is shown of it. */
type Place = { readonly map: SpaceMap; readonly signs: readonly Sign[]; readonly views: StoreyViews; shown: ShownStorey }

/**
 * Creates a stage on the canvas, in a worker or on a page.
 * Rejects with `CodedError` `no-webgl` when the browser gives no context.
 */
export async function createStage(options: StageOptions): Promise<Stage> {
  checkSize(options.widthPx, options.heightPx, options.pixelRatio)
  const { gestures = [], onEvent } = options
  const motion: Motion = { isReduced: options.reducedMotion }
  const fontFamily = options.fontFamily ?? 'system-ui, sans-serif'
  let changed = true
  let framesDue = 0
  // False when the card has lost the sheet, whose image was closed.
  let hasSheet = true
  const surface = await createSurface({
    ...options,
    onLost: () => onEvent({ type: 'context-lost' }),
    onRestored() {
      hasSheet = false
      onEvent({ type: 'context-restored' })
    },
  })
  const camera = createCamera(options.widthPx, options.heightPx)
  const postures = createPostures(gestures)
  const veil = createVeil(motion)
  const names = new Map<number, string>()
  const world = new Container()
  const root = new Container()
  const area = createArea()
  const stats = { drawCalls: 0, sprites: 0, frames: 0, frameMs: 0, inView: 0, storey: 0 }
  // What the viewer has asked for outlives the art that it is drawn with.
  const asked = { way: null as Float32Array | null, zone: null as Zone | null, paint: null as FloorPaint | null }
  let { pixelRatio } = options
  let withLight = options.withLight ?? true
  let place: Place | null = null
  let lastMs = Number.NaN
  let lastSignature = 0

  const createParts = (art: StageArt) => {
    const atlas = createAtlas(art.atlas, (frame) => onEvent({ type: 'missing-frame', frame }))
    surface.upload(atlas.source)
    atlas.close()
    const sheet = createGlyphSheet(pixelRatio, fontFamily)
    const people = createPeople(art.people, atlas, motion)
    const marks = createMarks({ atlas, sheet, targetFrame: art.targetFrame, motion })
    const labels = createLabels({ atlas, sheet, people: art.people, gestures, names })
    root.removeChildren()
    root.addChild(world, labels.container)
    return { atlas, sheet, people, marks, labels }
  }
  let parts = createParts(options)

  const destroyParts = (): void => {
    surface.letGo()
    parts.labels.destroy()
    parts.marks.destroy()
    parts.sheet.destroy()
    parts.atlas.destroy()
  }

  const build = ({ map, signs, views }: Pick<Place, 'map' | 'signs' | 'views'>, storey: StoreyView): ShownStorey => {
    parts.labels.setSigns(signs.filter(({ x, z }) => views.at(x, z) === storey))
    surface.setBackground(storey.background)
    return showStorey(world, { map, views, storey, withLight, area, atlas: parts.atlas, marks: parts.marks.container })
  }

  /** Draws the storey that the viewer's own avatar stands in: a cut, never a flight across the map. */
  const enterStorey = (to: Place, storey: StoreyView): void => {
    to.shown.destroy()
    to.shown = build(to, storey)
    enterPlace(camera, storey)
    veil.begin(storey.background)
    stats.storey = storey.index
    changed = true
    onEvent({ type: 'storey', storey: storey.index })
  }

  const follow = (view: FrameView, nowMs: number, at: Place): boolean => {
    const sinceMs = Math.min(nowMs - lastMs, longestFrameMs) || 0
    lastMs = nowMs
    const own = view.ownIndex
    if (own < 0) return at.shown.cutNothing()
    const x = view.x[own]
    const z = view.z[own]
    const storey = at.views.at(x, z)
    if (storey !== at.shown.storey) enterStorey(at, storey)
    const moved = followPoint(camera, projectX(x, z), projectY(x, view.y[own], z), sinceMs, motion.isReduced)
    return at.shown.cutBefore(x, z) || moved
  }

  const placeWorld = (): void => {
    // On whole device pixels: a picture between two pixels shimmers while it scrolls.
    const x = Math.round((camera.widthPx / 2 - camera.x * camera.zoom) * pixelRatio) / pixelRatio
    const y = Math.round((camera.heightPx / 2 - camera.y * camera.zoom) * pixelRatio) / pixelRatio
    world.position.set(x, y)
    world.scale.set(camera.zoom)
  }

  const paint = (view: FrameView, nowMs: number, at: Place): void => {
    const { labels, marks, people } = parts
    placeWorld()
    const { floor, standing, storey } = at.shown
    const onFloor = floor.cull(area)
    marks.draw(view, at.views, storey)
    standing.paint(view, people, postures, area)
    labels.draw(view, people, postures, camera, veil.at(nowMs))
    changed = parts.sheet.flush()
    surface.render(root)
    stats.drawCalls = surface.drawCalls()
    stats.sprites = onFloor + marks.count + standing.count + labels.count
    stats.inView = people.count
    stats.frames++
  }

  return {
    loadMap(map, signs) {
      place?.shown.destroy()
      const views = createStoreyViews(map)
      const { first } = views
      postures.enter(map)
      place = { map, signs, views, shown: build({ map, signs, views }, first) }
      enterPlace(camera, first)
      stats.storey = first.index
      changed = true
    },
    resize(widthPx, heightPx, newPixelRatio) {
      checkSize(widthPx, heightPx, newPixelRatio)
      if (newPixelRatio !== pixelRatio) parts.sheet.reset(newPixelRatio, fontFamily)
      pixelRatio = newPixelRatio
      surface.resize(widthPx, heightPx, pixelRatio)
      resizeCamera(camera, widthPx, heightPx)
      changed = true
    },
    draw(view, nowMs, tick) {
      if (place === null || !hasSheet || surface.isLost()) return false
      const beganMs = performance.now()
      const moved = follow(view, nowMs, place)
      seenBy(camera, area)
      postures.update(view, nowMs, tick)
      const signature = parts.people.gather(view, postures, place.shown.where, nowMs)
      const marked = parts.marks.step(view, nowMs)
      if (!changed && framesDue === 0 && !moved && !marked && !veil.isUp() && signature === lastSignature) return false
      lastSignature = signature
      framesDue = Math.max(framesDue - 1, 0)
      paint(view, nowMs, place)
      stats.frameMs = performance.now() - beganMs
      return true
    },
    dueMs: () => Math.min(postures.dueMs, parts.people.dueMs),
    cut: () => cutToNext(camera),
    changeArt(art, quality) {
      place?.shown.destroy()
      destroyParts()
      withLight = quality.withLight
      if (quality.pixelRatio !== pixelRatio) surface.resize(camera.widthPx, camera.heightPx, quality.pixelRatio)
      pixelRatio = quality.pixelRatio
      parts = createParts(art)
      parts.marks.setWay(asked.way)
      parts.marks.highlightZone(asked.zone)
      parts.marks.paintFloor(asked.paint)
      if (place !== null) place.shown = build(place, place.shown.storey)
      changed = true
      if (!hasSheet) framesDue = framesAfterRestore
      hasSheet = true
    },
    pick(screenX, screenY) {
      const x = fromScreenX(camera, screenX)
      const y = fromScreenY(camera, screenY)
      return { x: unprojectX(x, y), z: unprojectZ(x, y) }
    },
    zoomBy(factor, screenX = camera.widthPx / 2, screenY = camera.heightPx / 2) {
      zoomCamera(camera, factor, screenX, screenY)
      changed = true
    },
    panBy(dxPx, dyPx) {
      panCamera(camera, dxPx, dyPx)
      changed = true
    },
    followOwn() {
      camera.following = true
    },
    setReducedMotion(isReduced) {
      motion.isReduced = isReduced
      changed = true
    },
    setCover(bottomPx) {
      camera.coverPx = Math.max(0, Math.min(bottomPx, camera.heightPx * 0.8))
    },
    setName(netId, name) {
      if (name === null || name.trim() === '') names.delete(netId)
      else names.set(netId, trimText(name, nameLength))
      changed = true
    },
    showTarget: (point: GroundPoint | null) => parts.marks.showTarget(point),
    setWay(points) {
      asked.way = points
      parts.marks.setWay(points)
    },
    highlightZone(zone) {
      asked.zone = zone
      parts.marks.highlightZone(zone)
    },
    paintFloor(given) {
      asked.paint = given
      parts.marks.paintFloor(given)
    },
    stats: () => ({ ...stats }),
    dispose() {
      place?.shown.destroy()
      place = null
      destroyParts()
      world.destroy()
      root.destroy()
      surface.destroy()
    },
  }
}

function checkSize(widthPx: number, heightPx: number, pixelRatio: number): void {
  if (!(widthPx >= 1)) throw new TypeError(`options.widthPx must be 1 or more, got ${widthPx}: wait until the canvas is laid out`)
  if (!(heightPx >= 1)) throw new TypeError(`options.heightPx must be 1 or more, got ${heightPx}: wait until the canvas is laid out`)
  if (!(pixelRatio > 0)) throw new TypeError(`options.pixelRatio must be above 0, got ${pixelRatio}: pass devicePixelRatio`)
}
