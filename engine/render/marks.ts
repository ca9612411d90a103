import { projectX, projectY, type Zone } from '../space/index.ts'
import type { FrameView } from '../snapshot/index.ts'
import { shapeScale, type GlyphSheet } from './glyphs.ts'
import { createQuads, packColor, type Quads } from './quads.ts'
import type { GroundPoint } from './stage-options.ts'

/** What is drawn on the floor for the viewer alone: the place tapped, the way there, a zone. */
export type Marks = {
  readonly quads: Quads
  showTarget(point: GroundPoint | null): void
  setPath(points: readonly GroundPoint[] | null): void
  highlightZone(zone: Zone | null): void
  /** Moves on to `nowMs`; true when the picture of the marks is another than the last. */
  step(view: FrameView, nowMs: number): boolean
  draw(): void
}

const targetMs = 280
const arrivedM = 0.5
const dotEveryM = 0.6
const ink = packColor(0x2b2724, 0.75)
const inkFaint = packColor(0x2b2724, 0.4)
const glow = packColor(0xffb020, 0.32)

export function createMarks(sheet: GlyphSheet, reducedMotion: boolean): Marks {
  const quads = createQuads(sheet.source, false)
  let target: GroundPoint | null = null
  let dots: readonly GroundPoint[] = []
  let zone: Zone | null = null
  let startedMs = -1
  let growth = 1
  let changed = false

  return {
    quads,
    showTarget(point) {
      target = point
      startedMs = -1
      changed = true
    },
    setPath(points) {
      dots = points === null ? [] : spread(points, dotEveryM)
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
        const next = 1 + 0.6 * (1 - share) * (1 - share)
        if (next !== growth) changed = true
        growth = next
      }
      const result = changed
      changed = false
      return result
    },
    draw() {
      quads.begin()
      if (zone !== null) drawZone(zone, sheet, quads)
      for (const dot of dots) {
        quads.put(sheet.shape('dot'), projectX(dot.x, dot.z), projectY(dot.x, 0, dot.z), 1 / shapeScale, 1 / shapeScale, inkFaint)
      }
      if (target !== null) {
        const scale = growth / shapeScale / 1.6
        quads.put(sheet.shape('ring'), projectX(target.x, target.z), projectY(target.x, 0, target.z), scale, scale, ink)
      }
      quads.end()
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

/** Points at equal steps along a broken line, its ends left out: the feet and the target mark are there. */
export function spread(points: readonly GroundPoint[], everyM: number): GroundPoint[] {
  const result: GroundPoint[] = []
  let toNext = everyM
  for (let i = 1; i < points.length; i++) {
    const from = points[i - 1]
    const to = points[i]
    const length = Math.hypot(to.x - from.x, to.z - from.z)
    let along = toNext
    for (; along < length; along += everyM) {
      result.push({ x: from.x + ((to.x - from.x) * along) / length, z: from.z + ((to.z - from.z) * along) / length })
    }
    toNext = along - length
  }
  return result
}
