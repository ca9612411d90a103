import { toScreenX, toScreenY, type Camera } from './camera.ts'
import { packColor } from './color.ts'
import type { Gesture } from './gestures.ts'
import { type GlyphSheet, letterStyles, shapeScale } from './glyphs.ts'
import type { LabelTools } from './label-tools.ts'
import type { NearestFirst } from './nearest-first.ts'
import type { People } from './people.ts'
import type { Postures } from './postures.ts'
import { movePen } from './quad-words.ts'
import type { QuadSink } from './quads.ts'
import { cornerPx, tailPx } from './shapes.ts'
import { putLine, wrapText } from './text.ts'

/** Ready phrases over people's heads. */
export type Bubbles = {
  /**
   * Finds room for them, at most twelve, in this order of people. `over`: how high what hangs over each head reaches, CSS pixels, by index; it
   * grows by what was placed.
   */
  place(postures: Postures, people: People, order: NearestFirst, camera: Camera, over: Float32Array): void
  /** Draws what was placed. */
  draw(): void
}

export type BubblesOptions = {
  readonly tools: LabelTools
  readonly gestures: readonly Gesture[]
  /** From the feet to the top of the head, 1× pixels. */
  readonly headPx: number
}

const mostBubbles = 12
/** Characters of a line, and lines of a phrase. */
const lineLength = 20
const mostLines = 2
const lineHeightPx = letterStyles.phrase.sizePx + 4
const padX = 10
const padY = 6
/** Where there is no room right over the head, this much higher is tried, so many times. */
const stepsUp = 3
const stepUpPx = 14
const paper = packColor(0xfffdf7, 1)
const rim = packColor(0xa59d92, 1)
const rimPx = 1
const noLines: readonly string[] = []
const ink = packColor(0xffffff, 1)

export function createBubbles({ gestures, headPx, tools }: BubblesOptions): Bubbles {
  const { lines, placement, sheet, text } = tools
  const phrases = gestures.map(({ bubble }) =>
    bubble === undefined || bubble.trim() === '' ? null : wrapText(bubble, lineLength, mostLines),
  )
  /** Of those placed: the gesture, the middle, foot and size of the bubble's body, and how much higher it hangs than it would like. */
  const gesture = new Uint8Array(mostBubbles)
  const box = new Float32Array(mostBubbles * 4)
  const raised = new Float32Array(mostBubbles)
  let count = 0

  const widthOf = (phrase: readonly string[]): number => {
    let width = 0
    for (const line of phrase) width = Math.max(width, lines.find('phrase', line).widthPx)
    return Math.max(width, 2 * cornerPx - padX) + 2 * padX
  }

  /** Claims the body's place over (x, foot), or a little higher; how much higher, or -1. */
  const claim = (x: number, foot: number, width: number, height: number): number => {
    for (let step = 0; step < stepsUp; step++) {
      const up = step * stepUpPx
      const low = foot - up + (step === 0 ? tailPx : 0)
      if (placement.claim((x - width / 2 - 2) | 0, (foot - up - height - 2) | 0, (x + width / 2 + 2) | 0, low | 0)) return up
    }
    return -1
  }

  /** A bubble that hangs higher than it would like has none: it would not reach. */
  const putTail = (at: number, size: number, up: number, color: number): void => {
    if (up > 0) return
    movePen(text.pen, box[at], box[at + 1], size / shapeScale, size / shapeScale)
    text.put(sheet.shape('tail'), color)
  }

  return {
    place(postures, people, order, camera, over) {
      count = 0
      for (let k = 0; k < order.count && count < mostBubbles; k++) {
        const i = order.order[k]
        const phrase = postures.gesture[i] === 0 ? null : phrases[postures.gesture[i] - 1]
        if (phrase === null || phrase === undefined) continue
        const width = widthOf(phrase)
        const height = phrase.length * lineHeightPx + 2 * padY
        const x = toScreenX(camera, people.x[i])
        const foot = toScreenY(camera, people.y[i] - headPx) - over[i] - tailPx - 2
        const up = claim(x, foot, width, height)
        if (up < 0) continue
        gesture[count] = postures.gesture[i]
        box[count * 4] = x
        box[count * 4 + 1] = foot - up
        box[count * 4 + 2] = width
        box[count * 4 + 3] = height
        raised[count] = up
        over[i] += height + tailPx + 2 + up
        count++
      }
    },
    draw() {
      const { pen } = text
      for (let b = 0; b < count; b++) {
        const at = b * 4
        putBody(sheet, text, box, at, rimPx, rim)
        putTail(at, 1.15, raised[b], rim)
        putBody(sheet, text, box, at, 0, paper)
        putTail(at, 1, raised[b], paper)
        const phrase = phrases[gesture[b] - 1] ?? noLines
        for (let n = 0; n < phrase.length; n++) {
          const line = lines.find('phrase', phrase[n])
          movePen(pen, box[at] - line.widthPx / 2, box[at + 1] - box[at + 3] + padY + (n + 1) * lineHeightPx - 4, 1, 1)
          putLine(line, ink, sheet, text)
        }
      }
    },
  }
}

/**
 * A rectangle with round corners, grown by `grow` on every side. The straight pieces lie a pixel over the corners, whose edges are soft where
 * they meet. `box`: middle, foot, width and height of each, four for each.
 */
function putBody(sheet: GlyphSheet, into: QuadSink, box: Float32Array, at: number, grow: number, color: number): void {
  const { pen } = into
  const corner = sheet.shape('corner')
  const block = sheet.shape('block')
  const one = 1 / shapeScale
  const width = box[at + 2] + 2 * grow
  const height = box[at + 3] + 2 * grow
  const left = box[at] - width / 2
  const top = box[at + 1] + grow - height
  const x0 = left + cornerPx
  const x1 = left + width - cornerPx
  const y0 = top + cornerPx
  const y1 = top + height - cornerPx
  movePen(pen, x0, y0, one, one)
  into.put(corner, color)
  movePen(pen, x1, y0, -one, one)
  into.put(corner, color)
  movePen(pen, x0, y1, one, -one)
  into.put(corner, color)
  movePen(pen, x1, y1, -one, -one)
  into.put(corner, color)
  movePen(pen, x0 - 1, top, (x1 - x0 + 2) * one, (cornerPx + 1) * one)
  into.put(block, color)
  movePen(pen, left, y0 - 1, width * one, (y1 - y0 + 2) * one)
  into.put(block, color)
  movePen(pen, x0 - 1, y1 - 1, (x1 - x0 + 2) * one, (cornerPx + 1) * one)
  into.put(block, color)
}
