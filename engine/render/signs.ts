import { projectX, projectY } from '../space/index.ts'
import type { Atlas } from './atlas.ts'
import { toScreenX, toScreenY, type Camera } from './camera.ts'
import { white } from './color.ts'
import { letterStyles } from './glyphs.ts'
import { claimLine, distanceFromMiddle, labelScale, lineHeightPx, type LabelTools } from './label-tools.ts'
import { createNearestFirst } from './nearest-first.ts'
import type { Picture } from './picture.ts'
import { movePen } from './quad-words.ts'
import type { Sign } from './stage-options.ts'
import { putLine, trimText } from './text.ts'

/** The plates over counters and what is written on and under them. */
export type Signs = {
  set(signs: readonly Sign[]): void
  draw(camera: Camera): void
}

type PlacedSign = {
  /** 1× pixels. */
  readonly x: number
  readonly y: number
  readonly plate: Picture | null
  readonly label: string
  readonly title: string
  /** In the frame being drawn, CSS pixels. */
  screenX: number
  screenY: number
  isSeen: boolean
}

const titleLength = 14
const defaultHeightM = 2.2
/** From the middle of a capital letter to its foot, in sizes of the letter. */
const halfCap = 0.36

export function createSigns(tools: LabelTools, atlas: Atlas): Signs {
  const { lines, plates, text, placement, sheet } = tools
  const nearestFirst = createNearestFirst()
  let signs: readonly PlacedSign[] = []
  let all = new Uint32Array(0)

  const place = (sign: PlacedSign, camera: Camera, scale: number): void => {
    const side = (sign.plate?.widthPx ?? 0) * scale + lineHeightPx
    sign.screenX = toScreenX(camera, sign.x)
    sign.screenY = toScreenY(camera, sign.y)
    sign.isSeen =
      sign.screenX > -side && sign.screenX < camera.widthPx + side && sign.screenY > -side && sign.screenY < camera.heightPx + side
  }

  const putLabel = ({ label, screenX, screenY }: PlacedSign, scale: number): void => {
    const line = lines.find('plate', label)
    const half = (line.widthPx * scale) / 2
    const cap = letterStyles.plate.sizePx * halfCap * scale
    if (!placement.claim((screenX - half) | 0, (screenY - cap) | 0, (screenX + half) | 0, (screenY + cap) | 0)) return
    movePen(text.pen, screenX - half, screenY + cap, scale, scale)
    putLine(line, white, sheet, text)
  }

  const reserve = (plate: Picture, x: number, y: number, scale: number): void => {
    const left = x - plate.anchorX * plate.widthPx * scale
    const top = y - plate.anchorY * plate.heightPx * scale
    placement.reserve(left | 0, top | 0, (left + plate.widthPx * scale) | 0, (top + plate.heightPx * scale) | 0)
  }

  return {
    set(given) {
      signs = given
        .map((sign) => ({
          x: projectX(sign.x, sign.z),
          y: projectY(sign.x, sign.heightM ?? defaultHeightM, sign.z),
          plate: sign.wingFrame === null ? null : atlas.find(sign.wingFrame),
          label: trimText(sign.label, 4),
          title: trimText(sign.title, titleLength),
          screenX: 0,
          screenY: 0,
          isSeen: false,
        }))
        .sort((a, b) => a.y - b.y)
      all = Uint32Array.from(signs, (_, i) => i)
      nearestFirst.room(signs.length)
    },
    draw(camera) {
      const scale = labelScale(camera)
      // Plates from the farthest to the nearest, as they hang; words where there is room, the nearest to the middle first.
      for (let i = 0; i < signs.length; i++) {
        const sign = signs[i]
        place(sign, camera, scale)
        if (sign.isSeen && sign.plate !== null) {
          movePen(plates.pen, sign.screenX, sign.screenY, scale, scale)
          plates.put(sign.plate, white)
        }
        nearestFirst.distances[i] = distanceFromMiddle(camera, sign.x, sign.y)
      }
      nearestFirst.sort(all, signs.length)
      const { order } = nearestFirst
      for (let k = 0; k < signs.length; k++) {
        const sign = signs[order[k]]
        if (sign.isSeen && sign.plate !== null) putLabel(sign, scale)
      }
      // Only now, or a plate would keep its own label away.
      for (let i = 0; i < signs.length; i++) {
        const { isSeen, plate, screenX, screenY } = signs[i]
        if (isSeen && plate !== null) reserve(plate, screenX, screenY, scale)
      }
      for (let k = 0; k < signs.length; k++) {
        const { isSeen, title, plate, screenX, screenY } = signs[order[k]]
        if (!isSeen || title === '') continue
        const under = plate === null ? 0 : (1 - plate.anchorY) * plate.heightPx * scale
        movePen(text.pen, screenX, screenY + under + lineHeightPx + 1, 1, 1)
        claimLine(tools, title)
      }
    },
  }
}
