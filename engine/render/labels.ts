import { Container } from 'pixi.js'
import { projectX, projectY } from '../space/index.ts'
import type { FrameView } from '../snapshot/index.ts'
import type { Atlas, Picture } from './atlas.ts'
import { toScreenX, toScreenY, type Camera } from './camera.ts'
import { sortByDepth } from './depth.ts'
import { letterStyles, type GlyphSheet } from './glyphs.ts'
import type { People } from './people.ts'
import { createPlacement } from './placement.ts'
import { createQuads, white } from './quads.ts'
import type { Sign } from './stage-options.ts'
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

export type LabelsOptions = { atlas: Atlas; sheet: GlyphSheet; personHeightPx: number }

/** Most names drawn at once. */
export const namesDrawn = 40
const nameLength = 22
const titleLength = 14
const defaultSignHeightM = 1.6

type PlacedSign = { x: number; y: number; plate: Picture | null; label: string; title: string }

export function createLabels({ atlas, sheet, personHeightPx }: LabelsOptions): Labels {
  const container = new Container()
  const plates = createQuads(atlas.source, false)
  const text = createQuads(sheet.source, false)
  container.addChild(plates.container, text.container)
  const names = new Map<number, string>()
  const placement = createPlacement(256)
  const lineHeight = letterStyles.name.sizePx + 4
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
    const count = nearestFirst(signs.length, (i) => distance(camera, signs[i].x, signs[i].y))
    for (let k = 0; k < count; k++) {
      const sign = signs[order[k]]
      const x = toScreenX(camera, sign.x)
      const y = toScreenY(camera, sign.y)
      const high = (sign.plate?.heightPx ?? letterStyles.plate.sizePx) * scale
      const wide = (sign.plate?.widthPx ?? 0) * scale
      if (x + wide < 0 || x - wide > camera.widthPx || y + lineHeight < 0 || y - high > camera.heightPx) continue
      if (sign.plate !== null) {
        plates.put(sign.plate, x, y, scale, scale, white)
        placement.claim(x - wide / 2, y - high, x + wide / 2, y)
        const foot = y - (sign.plate.anchorY - 0.5) * high + letterStyles.plate.sizePx * 0.36 * scale
        putText(sign.label, 'plate', x - (widthOf(sign.label, 'plate', sheet) * scale) / 2, foot, scale, sheet, text)
      }
      if (sign.title !== '') claimAndPut(sign.title, x, y + lineHeight)
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
      if (claimAndPut(name, toScreenX(camera, people.x[i]), toScreenY(camera, people.y[i] - personHeightPx) - 4)) drawn++
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
      signs = given.map((sign) => ({
        x: projectX(sign.x, sign.z),
        y: projectY(sign.x, sign.heightM ?? defaultSignHeightM, sign.z),
        plate: sign.wingFrame === null ? null : atlas.find(sign.wingFrame),
        label: trimText(sign.label, 4),
        title: trimText(sign.title, titleLength),
      }))
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
