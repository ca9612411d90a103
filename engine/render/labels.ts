import { Container } from 'pixi.js'
import { avatarFlag, type FrameView } from '../snapshot/index.ts'
import type { Atlas } from './atlas.ts'
import { createBubbles } from './bubbles.ts'
import { toScreenX, toScreenY, type Camera } from './camera.ts'
import { white } from './color.ts'
import type { Gesture } from './gestures.ts'
import { type GlyphSheet, shapeScale } from './glyphs.ts'
import { claimLine, distanceFromMiddle, labelScale, lineHeightPx, type LabelTools } from './label-tools.ts'
import { createNearestFirst } from './nearest-first.ts'
import type { People } from './people.ts'
import type { Picture } from './picture.ts'
import { createPlacement } from './placement.ts'
import type { Postures } from './postures.ts'
import { movePen } from './quad-words.ts'
import { createQuads } from './quads.ts'
import { createSigns } from './signs.ts'
import type { PeopleArt, Sign } from './stage-options.ts'
import { createTextLines } from './text.ts'

/** Names, bubbles and signs, in CSS pixels over the picture: they hardly shrink when one zooms out, or nobody could read them. */
export type Labels = {
  readonly container: Container
  setSigns(signs: readonly Sign[]): void
  /**
   * Places what there is room for: signs first, then phrases, then the own name, then those nearest to the middle. `veil`: a colour over all of
   * the picture, 0 for none.
   */
  draw(view: FrameView, people: People, postures: Postures, camera: Camera, veil: number): void
  readonly count: number
  destroy(): void
}

export type LabelsOptions = {
  readonly atlas: Atlas
  readonly sheet: GlyphSheet
  readonly people: PeopleArt
  readonly gestures: readonly Gesture[]
  /** By netId, as they are to be written. */
  readonly names: ReadonlyMap<number, string>
}

/** Most names drawn at once, and how much canvas (CSS pixels squared) each must have: a phone shows eleven. */
const namesDrawn = 40
const canvasPerName = 24_000

export function createLabels({ atlas, gestures, names, people: art, sheet }: LabelsOptions): Labels {
  const container = new Container()
  const plates = createQuads(atlas.source)
  const text = createQuads(sheet.source)
  container.addChild(plates.container, text.container)
  const lines = createTextLines(sheet)
  const tools: LabelTools = { sheet, lines, plates, text, placement: createPlacement(256) }
  const signs = createSigns(tools, atlas)
  const nearestFirst = createNearestFirst()
  const find = (frame: string | null): Picture | null => (frame === null ? null : atlas.find(frame))
  const badge = find(art.officerBadge)
  const called = find(art.overHead.called)
  const speaking = find(art.overHead.speaking)

  const overHead = (view: FrameView, i: number): Picture | null =>
    (view.flags[i] & avatarFlag.called) !== 0 ? called : (view.flags[i] & avatarFlag.speaking) !== 0 ? speaking : null
  const bubbles = createBubbles({ tools, gestures, headPx: art.heightPx })
  /** How much of what hangs over each head is there already, CSS pixels, by index into the FrameView. */
  let over = new Float32Array(0)

  const sortPeople = (view: FrameView, people: People, camera: Camera): void => {
    nearestFirst.room(view.netId.length)
    const { distances } = nearestFirst
    for (let k = 0; k < people.count; k++) {
      const i = people.members[k]
      distances[i] = i === view.ownIndex ? -1 : distanceFromMiddle(camera, people.x[i], people.y[i])
    }
    nearestFirst.sort(people.members, people.count)
  }

  const drawOverHeads = (view: FrameView, people: People, camera: Camera): void => {
    if (over.length < view.netId.length) over = new Float32Array(view.netId.length)
    const scale = labelScale(camera)
    for (let k = 0; k < people.count; k++) {
      const i = people.members[k]
      const picture = overHead(view, i)
      over[i] = picture === null ? 0 : picture.heightPx * scale
      if (picture === null) continue
      const x = toScreenX(camera, people.x[i])
      const y = toScreenY(camera, people.y[i] - art.heightPx)
      movePen(plates.pen, x, y, scale, scale)
      plates.put(picture, white)
      const half = (picture.widthPx * scale) / 2
      tools.placement.reserve((x - half) | 0, (y - picture.heightPx * scale) | 0, (x + half) | 0, y | 0)
    }
  }

  const drawNames = (view: FrameView, people: People, camera: Camera): void => {
    let left = Math.min(namesDrawn, Math.ceil((camera.widthPx * camera.heightPx) / canvasPerName))
    for (let k = 0; k < nearestFirst.count && left > 0; k++) {
      const i = nearestFirst.order[k]
      const name = names.get(view.netId[i])
      if (name === undefined) continue
      const x = toScreenX(camera, people.x[i])
      const foot = toScreenY(camera, people.y[i] - art.heightPx) - over[i] - 4
      movePen(text.pen, x, foot, 1, 1)
      if (!claimLine(tools, name)) continue
      left--
      if (badge === null || (view.flags[i] & avatarFlag.officer) === 0) continue
      movePen(plates.pen, x - lines.find('name', name).widthPx / 2 - badge.widthPx / 2 - 2, foot - lineHeightPx / 4, 0.8, 0.8)
      plates.put(badge, white)
    }
  }

  return {
    container,
    get count() {
      return plates.count + text.count
    },
    setSigns: signs.set,
    draw(view, people, postures, camera, veil) {
      tools.placement.clear()
      plates.begin()
      text.begin()
      signs.draw(camera)
      sortPeople(view, people, camera)
      drawOverHeads(view, people, camera)
      bubbles.place(postures, people, nearestFirst, camera, over)
      drawNames(view, people, camera)
      bubbles.draw()
      if (veil !== 0) {
        movePen(text.pen, 0, 0, camera.widthPx / shapeScale, camera.heightPx / shapeScale)
        text.put(sheet.shape('block'), veil)
      }
      plates.end()
      text.end()
    },
    destroy() {
      plates.destroy()
      text.destroy()
      container.destroy()
    },
  }
}
