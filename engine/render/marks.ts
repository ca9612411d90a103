import { Container } from 'pixi.js'
import { projectX, projectY, type Zone } from '../space/index.ts'
import type { Motion } from './motion.ts'
import type { FrameView } from '../snapshot/index.ts'
import type { Atlas } from './atlas.ts'
import { packColor, white } from './color.ts'
import { shapeScale, type GlyphSheet } from './glyphs.ts'
import { movePen } from './quad-words.ts'
import { createQuads, type Quads } from './quads.ts'
import type { FloorPaint, GroundPoint } from './stage-options.ts'
import type { StoreyView, StoreyViews } from './storey-views.ts'
import { dotsAlong } from './way-dots.ts'

/** What is drawn on the floor for the viewer alone: the place tapped, the way there, a zone, squares of an overlay. */
export type Marks = {
  readonly container: Container
  readonly count: number
  showTarget(point: GroundPoint | null): void
  /** x and z in turn, metres; a pair of NaN where the way goes on elsewhere. */
  setWay(points: Float32Array | null): void
  highlightZone(zone: Zone | null): void
  paintFloor(paint: FloorPaint | null): void
  /** Moves on to `nowMs`; true when the picture of the marks is another than the last. */
  step(view: FrameView, nowMs: number): boolean
  draw(view: FrameView, views: StoreyViews, storey: StoreyView): void
  destroy(): void
}

export type MarksOptions = { atlas: Atlas; sheet: GlyphSheet; targetFrame: string; motion: Readonly<Motion> }

const targetMs = 280
const arrivedM = 0.5
const dotEveryM = 0.6
/** Dots nearer to the own feet than this are left out, metres. */
const underFeetM = 0.55
/** As who is called: a bright spot with a dark rim, as the yellow alone is hardly seen on a pale floor. */
const dotRim = packColor(0x5a2e00, 0.9)
const dotFill = packColor(0xffb020, 1)
const rimScale = 1 / shapeScale
const fillScale = 0.68 / shapeScale
const endScale = 1.7
const glow = packColor(0xffb020, 0.32)

export function createMarks({ atlas, sheet, targetFrame, motion }: MarksOptions): Marks {
  const container = new Container()
  const ground = createQuads(sheet.source)
  const targets = createQuads(atlas.source)
  container.addChild(ground.container, targets.container)
  const targetPicture = atlas.find(targetFrame)
  let target: GroundPoint | null = null
  let dots = new Float32Array(0)
  let zone: Zone | null = null
  let paint: FloorPaint | null = null
  let startedMs = -1
  let growth = 1
  let changed = false

  const drawDots = (view: FrameView, views: StoreyViews, storey: StoreyView): void => {
    const dot = sheet.shape('dot')
    const own = view.ownIndex
    for (let i = 0; i < dots.length; i += 2) {
      const x = dots[i]
      const z = dots[i + 1]
      if (views.at(x, z) !== storey) continue
      if (own >= 0 && Math.abs(view.x[own] - x) + Math.abs(view.z[own] - z) < underFeetM) continue
      const size = i === 0 ? endScale : 1
      movePen(ground.pen, projectX(x, z), projectY(x, 0, z), rimScale * size, rimScale * size)
      ground.put(dot, dotRim)
      movePen(ground.pen, projectX(x, z), projectY(x, 0, z), fillScale * size, fillScale * size)
      ground.put(dot, dotFill)
    }
  }

  return {
    container,
    get count() {
      return ground.count + targets.count
    },
    showTarget(point) {
      target = point
      startedMs = -1
      changed = true
    },
    setWay(points) {
      dots = points === null ? new Float32Array(0) : dotsAlong(points, dotEveryM)
      changed = true
    },
    highlightZone(given) {
      zone = given
      changed = true
    },
    paintFloor(given) {
      paint = given
      changed = true
    },
    step(view, nowMs) {
      const own = view.ownIndex
      if (target !== null && own >= 0 && startedMs >= 0 && Math.hypot(view.x[own] - target.x, view.z[own] - target.z) < arrivedM) {
        target = null
        changed = true
      }
      if (target !== null) {
        if (startedMs < 0) startedMs = nowMs
        const share = motion.isReduced ? 1 : Math.min(1, (nowMs - startedMs) / targetMs)
        const next = 1 + 0.8 * (1 - share) * (1 - share)
        if (next !== growth) changed = true
        growth = next
      }
      const result = changed
      changed = false
      return result
    },
    draw(view, views, storey) {
      ground.begin()
      targets.begin()
      if (paint !== null) drawPaint(paint, views, storey, sheet, ground)
      if (zone !== null) drawZone(zone, sheet, ground)
      drawDots(view, views, storey)
      if (target !== null && targetPicture !== null && views.at(target.x, target.z) === storey) {
        movePen(targets.pen, projectX(target.x, target.z), projectY(target.x, 0, target.z), growth, growth)
        targets.put(targetPicture, white)
      }
      ground.end()
      targets.end()
    },
    destroy() {
      ground.destroy()
      targets.destroy()
      container.destroy()
    },
  }
}

function drawZone(zone: Zone, sheet: GlyphSheet, quads: Quads): void {
  const tile = sheet.shape('tile')
  for (let r = Math.floor(zone.z0); r < zone.z1; r++) {
    for (let c = Math.floor(zone.x0); c < zone.x1; c++) {
      movePen(quads.pen, projectX(c + 0.5, r + 0.5), projectY(c + 0.5, 0, r + 0.5), 1 / shapeScale, 1 / shapeScale)
      quads.put(tile, glow)
    }
  }
}

function drawPaint({ colors, squares }: FloorPaint, views: StoreyViews, storey: StoreyView, sheet: GlyphSheet, quads: Quads): void {
  const tile = sheet.shape('tile')
  for (let i = 0; i < colors.length; i++) {
    const x = squares[i * 3]
    const z = squares[i * 3 + 1]
    const scale = squares[i * 3 + 2] / shapeScale
    if (views.at(x, z) !== storey) continue
    movePen(quads.pen, projectX(x, z), projectY(x, 0, z), scale, scale)
    quads.put(tile, colors[i] | 0)
  }
}
