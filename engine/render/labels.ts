import { Container } from 'pixi.js'
import { avatarFlag, type FrameView } from '../snapshot/index.ts'
import type { Atlas, Picture } from './atlas.ts'
import { toScreenX, toScreenY, type Camera } from './camera.ts'
import { white } from './color.ts'
import type { GlyphSheet } from './glyphs.ts'
import { claimLine, distanceFromMiddle, labelScale, lineHeightPx, type LabelTools } from './label-tools.ts'
import { createNearestFirst } from './nearest-first.ts'
import type { People } from './people.ts'
import { createPlacement } from './placement.ts'
import { createQuads } from './quads.ts'
import { createSigns } from './signs.ts'
import type { PeopleArt, Sign } from './stage-options.ts'
import { trimText, widthOf } from './text.ts'

/** Names, bubbles and signs, in CSS pixels over the picture: they hardly shrink when one zooms out, or nobody could read them. */
export type Labels = {
  readonly container: Container
  setSigns(signs: readonly Sign[]): void
  setName(netId: number, name: string | null): void
  /** Places what there is room for: signs first, then the own name, then those nearest to the middle. */
  draw(view: FrameView, people: People, camera: Camera): void
  readonly count: number
  destroy(): void
}

export type LabelsOptions = { atlas: Atlas; sheet: GlyphSheet; people: PeopleArt }

/** Most names drawn at once, and how much canvas (CSS pixels squared) each must have: a phone shows eleven. */
const namesDrawn = 40
const canvasPerName = 24_000
const nameLength = 22

export function createLabels({ atlas, sheet, people: art }: LabelsOptions): Labels {
  const container = new Container()
  const plates = createQuads(atlas.source, false)
  const text = createQuads(sheet.source, false)
  container.addChild(plates.container, text.container)
  const tools: LabelTools = { sheet, plates, text, placement: createPlacement(256) }
  const signs = createSigns(tools, atlas)
  const nearestFirst = createNearestFirst()
  const names = new Map<number, string>()
  const find = (frame: string | null): Picture | null => (frame === null ? null : atlas.find(frame))
  const badge = find(art.officerBadge)
  const called = find(art.overHead.called)
  const speaking = find(art.overHead.speaking)

  const bubbleOf = (flags: number): Picture | null =>
    (flags & avatarFlag.called) !== 0 ? called : (flags & avatarFlag.speaking) !== 0 ? speaking : null

  const drawBubbles = (view: FrameView, people: People, camera: Camera): void => {
    for (let k = 0; k < people.count; k++) {
      const i = people.order[k]
      const bubble = bubbleOf(view.flags[i])
      if (bubble === null) continue
      const x = toScreenX(camera, people.x[i])
      const y = toScreenY(camera, people.y[i] - art.heightPx)
      const scale = labelScale(camera)
      plates.put(bubble, x, y, scale, scale, white)
      const half = (bubble.widthPx * scale) / 2
      tools.placement.reserve(x - half, y - bubble.heightPx * scale, x + half, y)
    }
  }

  const drawNames = (view: FrameView, people: People, camera: Camera): void => {
    const own = view.ownIndex
    const order = nearestFirst(people.count, (k) => {
      const i = people.order[k]
      return i === own ? -1 : distanceFromMiddle(camera, people.x[i], people.y[i])
    })
    let left = Math.min(namesDrawn, Math.ceil((camera.widthPx * camera.heightPx) / canvasPerName))
    for (let k = 0; k < people.count && left > 0; k++) {
      const i = people.order[order[k]]
      const name = names.get(view.netId[i])
      if (name === undefined) continue
      const x = toScreenX(camera, people.x[i])
      const bubble = bubbleOf(view.flags[i])
      const over = bubble === null ? 0 : bubble.heightPx * labelScale(camera)
      const foot = toScreenY(camera, people.y[i] - art.heightPx) - over - 4
      if (!claimLine(tools, name, x, foot)) continue
      left--
      if (badge === null || (view.flags[i] & avatarFlag.officer) === 0) continue
      plates.put(badge, x - widthOf(name, 'name', sheet) / 2 - badge.widthPx / 2 - 2, foot - lineHeightPx / 4, 0.8, 0.8, white)
    }
  }

  return {
    container,
    get count() {
      return plates.count + text.count
    },
    setSigns: signs.set,
    setName(netId, name) {
      if (name === null || name.trim() === '') names.delete(netId)
      else names.set(netId, trimText(name, nameLength))
    },
    draw(view, people, camera) {
      tools.placement.clear()
      plates.begin()
      text.begin()
      signs.draw(camera)
      drawBubbles(view, people, camera)
      drawNames(view, people, camera)
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
