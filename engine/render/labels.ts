import { Container } from 'pixi.js'
import { projectX, projectY } from '../space/index.ts'
import { avatarFlag, type FrameView } from '../snapshot/index.ts'
import type { Atlas, Picture } from './atlas.ts'
import { toScreenX, toScreenY, type Camera } from './camera.ts'
import { white } from './color.ts'
import { sortByDepth } from './depth.ts'
import { letterStyles, type GlyphSheet } from './glyphs.ts'
import type { People } from './people.ts'
import { createPlacement } from './placement.ts'
import { createQuads } from './quads.ts'
import type { PeopleArt, Sign } from './stage-options.ts'
import { putText, trimText, widthOf } from './text.ts'

/** Names and signs, in CSS pixels over the picture: they keep their size when one zooms out, or nobody could read them. */
export type Labels = {
  readonly container: Container
  setSigns(signs: readonly Sign[]): void
  setName(netId: number, name: string | null): void
  /** Places what there is room for, signs first, then the own name, then those nearest to the middle. */
  draw(view: FrameView, people: People, camera: Camera): void
  readonly count: number
  destroy(): void
}

export type LabelsOptions = { atlas: Atlas; sheet: GlyphSheet; people: PeopleArt }

/** Most names drawn at once. */
export const namesDrawn = 40
const nameLength = 22
const titleLength = 14
const defaultSignHeightM = 2.2

type PlacedSign = { x: number; y: number; plate: Picture | null; label: string; title: string }

export function createLabels({ atlas, sheet, people: art }: LabelsOptions): Labels {
  const container = new Container()
  const plates = createQuads(atlas.source, false)
  const text = createQuads(sheet.source, false)
  container.addChild(plates.container, text.container)
  const names = new Map<number, string>()
  const placement = createPlacement(256)
  const lineHeight = letterStyles.name.sizePx + 4
  const badge = art.officerBadge === null ? null : atlas.find(art.officerBadge)
  let signs: PlacedSign[] = []
  let order = new Uint32Array(0)
  let far = new Float32Array(0)

  const claimAndPut = (line: string, middle: number, foot: number): boolean => {
    const half = widthOf(line, 'name', sheet) / 2
    if (!placement.claim(middle - half - 2, foot - lineHeight, middle + half + 2, foot + 2)) return false
    putText(line, 'name', middle - half, foot, 1, sheet, text)
    return true
  }

  const drawSigns = (camera: Camera): void => {
    const scale = Math.min(Math.max(camera.zoom, 0.7), 1.4)
    // Plates from the farthest to the nearest, as they hang; words where there is room, the nearest to the middle first.
    for (const { plate, x, y } of signs) {
      if (plate !== null) plates.put(plate, toScreenX(camera, x), toScreenY(camera, y), scale, scale, white)
    }
    const count = nearestFirst(signs.length, (i) => distance(camera, signs[i].x, signs[i].y))
    for (let k = 0; k < count; k++) {
      const { plate, label, title, x: signX, y: signY } = signs[order[k]]
      const x = toScreenX(camera, signX)
      const y = toScreenY(camera, signY)
      if (x < -lineHeight || x > camera.widthPx + lineHeight || y < -lineHeight || y > camera.heightPx + lineHeight) continue
      let under = y
      if (plate !== null) {
        const half = (widthOf(label, 'plate', sheet) * scale) / 2
        const cap = letterStyles.plate.sizePx * 0.36 * scale
        if (placement.claim(x - half, y - cap, x + half, y + cap)) putText(label, 'plate', x - half, y + cap, scale, sheet, text)
        under += (1 - plate.anchorY) * plate.heightPx * scale
      }
      if (title !== '') claimAndPut(title, x, under + lineHeight - 2)
    }
  }

  const drawNames = (view: FrameView, people: People, camera: Camera): void => {
    const own = view.ownIndex
    const count = nearestFirst(people.count, (k) => {
      const i = people.order[k]
      return i === own ? -1 : distance(camera, people.x[i], people.y[i])
    })
    let drawn = 0
    for (let k = 0; k < count && drawn < namesDrawn; k++) {
      const i = people.order[order[k]]
      const name = names.get(view.netId[i])
      if (name === undefined) continue
      const x = toScreenX(camera, people.x[i])
      const foot = toScreenY(camera, people.y[i] - art.heightPx) - 4
      if (!claimAndPut(name, x, foot)) continue
      drawn++
      if (badge === null || (view.flags[i] & avatarFlag.officer) === 0) continue
      plates.put(badge, x - widthOf(name, 'name', sheet) / 2 - badge.widthPx / 2 - 2, foot - lineHeight / 4, 0.8, 0.8, white)
    }
  }

  const nearestFirst = (count: number, farOf: (i: number) => number): number => {
    if (order.length < count) {
      order = new Uint32Array(count * 2)
      far = new Float32Array(count * 2)
    }
    for (let i = 0; i < count; i++) {
      order[i] = i
      far[i] = farOf(i)
    }
    sortByDepth(order, far, count)
    return count
  }

  return {
    container,
    get count() {
      return plates.count + text.count
    },
    setSigns(given) {
      const placed = given.map((sign) => ({
        x: projectX(sign.x, sign.z),
        y: projectY(sign.x, sign.heightM ?? defaultSignHeightM, sign.z),
        plate: sign.wingFrame === null ? null : atlas.find(sign.wingFrame),
        label: trimText(sign.label, 4),
        title: trimText(sign.title, titleLength),
      }))
      signs = placed.sort((a, b) => a.y - b.y)
    },
    setName(netId, name) {
      if (name === null || name.trim() === '') names.delete(netId)
      else names.set(netId, trimText(name, nameLength))
    },
    draw(view, people, camera) {
      placement.clear()
      plates.begin()
      text.begin()
      drawSigns(camera)
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

const distance = (camera: Camera, x: number, y: number): number => Math.abs(x - camera.x) + 2 * Math.abs(y - camera.y)
