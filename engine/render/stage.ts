import { Container } from 'pixi.js'
import { projectX, projectY, unprojectX, unprojectZ, type SpaceMap } from '../space/index.ts'
import type { FrameView } from '../snapshot/index.ts'
import { createAtlas } from './atlas.ts'
import { createCamera, enterPlace, followPoint, fromScreenX, fromScreenY, panCamera, resizeCamera, zoomCamera } from './camera.ts'
import { createArea, seenBy } from './culling.ts'
import { createFloor, type Floor } from './floor.ts'
import { createGlyphSheet } from './glyphs.ts'
import { createLabels } from './labels.ts'
import { createMarks } from './marks.ts'
import { createPeople } from './people.ts'
import { createQuads } from './quads.ts'
import type { Stage, StageOptions } from './stage-options.ts'
import { paintStanding } from './standing.ts'
import { createStandingTiles, type StandingTiles } from './tiles.ts'
import { createSurface } from './webgl.ts'

const plainBackground = 0xeeeee8
/** A thread that slept gives one long frame; the camera then makes this much of its way at once. */
const longestFrameMs = 250
/** Chromium shows nothing of the first frame that a worker draws after a context came back, so a few are drawn. */
const framesAfterRestore = 3

/**
 * Creates a stage on the canvas, in a worker or on a page.
 * Rejects with `CodedError` `no-webgl` when the browser gives no context.
 */
export async function createStage(options: StageOptions): Promise<Stage> {
  checkSize(options.widthPx, options.heightPx, options.pixelRatio)
  const { onEvent, people: art, reducedMotion } = options
  const fontFamily = options.fontFamily ?? 'system-ui, sans-serif'
  let changed = true
  let framesDue = 0
  const surface = await createSurface({
    ...options,
    onLost: () => onEvent({ type: 'context-lost' }),
    onRestored() {
      framesDue = framesAfterRestore
      onEvent({ type: 'context-restored' })
    },
  })
  const atlas = createAtlas(options.atlas.image, options.atlas.json, (frame) => onEvent({ type: 'missing-frame', frame }))
  const sheet = createGlyphSheet(options.pixelRatio, fontFamily)
  const camera = createCamera(options.widthPx, options.heightPx)
  const people = createPeople(art, atlas, reducedMotion)
  const marks = createMarks({ atlas, sheet, targetFrame: options.targetFrame, reducedMotion })
  const labels = createLabels({ atlas, sheet, people: art })
  const standing = createQuads(atlas.source, false)
  const world = new Container()
  const root = new Container()
  root.addChild(world, labels.container)
  const area = createArea()
  const stats = { drawCalls: 0, sprites: 0, frames: 0 }
  let place: { floor: Floor; tiles: StandingTiles } | null = null
  let pixelRatio = options.pixelRatio
  let lastMs = Number.NaN
  let lastSignature = 0

  const follow = (view: FrameView, nowMs: number, tiles: StandingTiles): boolean => {
    const sinceMs = Math.min(nowMs - lastMs, longestFrameMs) || 0
    lastMs = nowMs
    const own = view.ownIndex
    if (own < 0) return tiles.cutNothing()
    const x = view.x[own]
    const z = view.z[own]
    const moved = followPoint(camera, projectX(x, z), projectY(x, view.y[own], z), sinceMs, reducedMotion)
    return tiles.cutBefore(x, z) || moved
  }

  const placeWorld = (): void => {
    // On whole device pixels: a picture between two pixels shimmers while it scrolls.
    const snap = (px: number): number => Math.round(px * pixelRatio) / pixelRatio
    world.position.set(snap(camera.widthPx / 2 - camera.x * camera.zoom), snap(camera.heightPx / 2 - camera.y * camera.zoom))
    world.scale.set(camera.zoom)
  }

  return {
    loadMap(map, signs) {
      place?.floor.destroy()
      world.removeChildren()
      place = { floor: createFloor(map, atlas), tiles: createStandingTiles(map, atlas) }
      world.addChild(place.floor.container, marks.container, standing.container)
      labels.setSigns(signs)
      enterPlace(camera, map.columns, map.rows)
      surface.setBackground(backgroundOf(map))
      changed = true
    },
    resize(widthPx, heightPx, newPixelRatio) {
      checkSize(widthPx, heightPx, newPixelRatio)
      if (newPixelRatio !== pixelRatio) sheet.reset(newPixelRatio, fontFamily)
      pixelRatio = newPixelRatio
      surface.resize(widthPx, heightPx, pixelRatio)
      resizeCamera(camera, widthPx, heightPx)
      changed = true
    },
    draw(view, nowMs) {
      if (place === null || surface.isLost()) return false
      const { floor, tiles } = place
      const moved = follow(view, nowMs, tiles)
      seenBy(camera, area)
      const signature = people.gather(view, area, tiles.depthAt, nowMs)
      const marked = marks.step(view, nowMs)
      if (!changed && framesDue === 0 && !moved && !marked && signature === lastSignature) return false
      lastSignature = signature
      framesDue = Math.max(framesDue - 1, 0)
      placeWorld()
      const onFloor = floor.cull(area)
      marks.draw()
      paintStanding(tiles, people, view, area, nowMs, standing)
      labels.draw(view, people, camera)
      changed = sheet.flush()
      surface.render(root)
      stats.drawCalls = surface.drawCalls()
      stats.sprites = onFloor + marks.count + standing.count + labels.count
      stats.frames++
      return true
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
    setCover(bottomPx) {
      camera.coverPx = Math.max(0, Math.min(bottomPx, camera.heightPx * 0.8))
    },
    setName(netId, name) {
      labels.setName(netId, name)
      changed = true
    },
    showTarget: marks.showTarget,
    setPath: marks.setPath,
    highlightZone: marks.highlightZone,
    stats: () => ({ ...stats }),
    dispose() {
      place?.floor.destroy()
      place = null
      labels.destroy()
      marks.destroy()
      standing.destroy()
      world.destroy()
      root.destroy()
      // The renderer first: its shader still holds the pictures of the last frame.
      surface.destroy()
      sheet.destroy()
      atlas.destroy()
    },
  }
}

function checkSize(widthPx: number, heightPx: number, pixelRatio: number): void {
  if (!(widthPx >= 1)) throw new TypeError(`options.widthPx must be 1 or more, got ${widthPx}: wait until the canvas is laid out`)
  if (!(heightPx >= 1)) throw new TypeError(`options.heightPx must be 1 or more, got ${heightPx}: wait until the canvas is laid out`)
  if (!(pixelRatio > 0)) throw new TypeError(`options.pixelRatio must be above 0, got ${pixelRatio}: pass devicePixelRatio`)
}

/** The map's own `background` (#rrggbb), else a plain pale ground. */
function backgroundOf(map: SpaceMap): number {
  const given = map.properties.background
  return typeof given === 'string' && /^#[0-9a-f]{6}$/i.test(given) ? Number.parseInt(given.slice(1), 16) : plainBackground
}
