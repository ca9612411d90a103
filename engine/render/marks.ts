import { Container } from 'pixi.js'
import { projectX, projectY, type Zone } from '../space/index.ts'
import type { FrameView } from '../snapshot/index.ts'
import type { Atlas } from './atlas.ts'
import { packColor, white } from './color.ts'
import { shapeScale, type GlyphSheet } from './glyphs.ts'
import { createQuads, type Quads } from './quads.ts'
import type { GroundPoint } from './stage-options.ts'
import { spreadAlong } from './spread-along.ts'

/** What is drawn on the floor for the viewer alone: the place tapped, the way there, a zone. */
export type Marks = {
  readonly container: Container
  readonly count: number
  showTarget(point: GroundPoint | null): void
  setPath(points: readonly GroundPoint[] | null): void
  highlightZone(zone: Zone | null): void
  /** Moves on to `nowMs`; true when the picture of the marks is another than the last. */
  step(view: FrameView, nowMs: number): boolean
  draw(): void
  destroy(): void
}

export type MarksOptions = { atlas: Atlas; sheet: GlyphSheet; targetFrame: string; reducedMotion: boolean }

const targetMs = 280
const arrivedM = 0.5
const dotEveryM = 0.6
const inkFaint = packColor(0x2b2724, 0.4)
const glow = packColor(0xffb020, 0.32)

export function createMarks({ atlas, sheet, targetFrame, reducedMotion }: MarksOptions): Marks {
  const container = new Container()
  const ground = createQuads(sheet.source, false)
  const targets = createQuads(atlas.source, false)
  container.addChild(ground.container, targets.container)
  const targetPicture = atlas.find(targetFrame)
  let target: GroundPoint | null = null
  let dots: readonly GroundPoint[] = []
  let zone: Zone | null = null
  let startedMs = -1
  let growth = 1
  let changed = false

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
    setPath(points) {
      dots = points === null ? [] : spreadAlong(points, dotEveryM)
      changed = true
    },
    highlightZone(given) {
      zone = given
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
        const share = reducedMotion ? 1 : Math.min(1, (nowMs - startedMs) / targetMs)
        const next = 1 + 0.8 * (1 - share) * (1 - share)
        if (next !== growth) changed = true
        growth = next
      }
      const result = changed
      changed = false
      return result
    },
    draw() {
      ground.begin()
      targets.begin()
      if (zone !== null) drawZone(zone, sheet, ground)
      for (const dot of dots) {
        ground.put(sheet.shape('dot'), projectX(dot.x, dot.z), projectY(dot.x, 0, dot.z), 1 / shapeScale, 1 / shapeScale, inkFaint)
      }
      if (target !== null && targetPicture !== null) {
        targets.put(targetPicture, projectX(target.x, target.z), projectY(target.x, 0, target.z), growth, growth, white)
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
      quads.put(tile, projectX(c + 0.5, r + 0.5), projectY(c + 0.5, 0, r + 0.5), 1 / shapeScale, 1 / shapeScale, glow)
    }
  }
}
