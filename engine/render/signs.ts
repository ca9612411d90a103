import { projectX, projectY } from '../space/index.ts'
import type { Atlas, Picture } from './atlas.ts'
import { toScreenX, toScreenY, type Camera } from './camera.ts'
import { white } from './color.ts'
import { letterStyles } from './glyphs.ts'
import { claimLine, distanceFromMiddle, labelScale, lineHeightPx, type LabelTools } from './label-tools.ts'
import { createNearestFirst } from './nearest-first.ts'
import type { Sign } from './stage-options.ts'
import { putText, trimText, widthOf } from './text.ts'

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
  const { plates, text, placement, sheet } = tools
  const nearestFirst = createNearestFirst()
  let signs: readonly PlacedSign[] = []

  const place = (sign: PlacedSign, camera: Camera, scale: number): void => {
    const side = (sign.plate?.widthPx ?? 0) * scale + lineHeightPx
    sign.screenX = toScreenX(camera, sign.x)
    sign.screenY = toScreenY(camera, sign.y)
    sign.isSeen =
      sign.screenX > -side && sign.screenX < camera.widthPx + side && sign.screenY > -side && sign.screenY < camera.heightPx + side
  }

  const putLabel = ({ label, screenX, screenY }: PlacedSign, scale: number): void => {
    const half = (widthOf(label, 'plate', sheet) * scale) / 2
    const cap = letterStyles.plate.sizePx * halfCap * scale
    if (!placement.claim(screenX - half, screenY - cap, screenX + half, screenY + cap)) return
    putText(label, 'plate', screenX - half, screenY + cap, scale, sheet, text)
  }

  const reserve = (plate: Picture, x: number, y: number, scale: number): void => {
    const left = x - plate.anchorX * plate.widthPx * scale
    const top = y - plate.anchorY * plate.heightPx * scale
    placement.reserve(left, top, left + plate.widthPx * scale, top + plate.heightPx * scale)
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
    },
    draw(camera) {
      const scale = labelScale(camera)
      // Plates from the farthest to the nearest, as they hang; words where there is room, the nearest to the middle first.
      for (const sign of signs) {
        place(sign, camera, scale)
        if (sign.isSeen && sign.plate !== null) plates.put(sign.plate, sign.screenX, sign.screenY, scale, scale, white)
      }
      const order = nearestFirst(signs.length, (i) => distanceFromMiddle(camera, signs[i].x, signs[i].y))
      for (let k = 0; k < signs.length; k++) {
        const sign = signs[order[k]]
        if (sign.isSeen && sign.plate !== null) putLabel(sign, scale)
      }
      // Only now, or a plate would keep its own label away.
      for (const sign of signs) if (sign.isSeen && sign.plate !== null) reserve(sign.plate, sign.screenX, sign.screenY, scale)
      for (let k = 0; k < signs.length; k++) {
        const { isSeen, title, plate, screenX, screenY } = signs[order[k]]
        if (!isSeen || title === '') continue
        const under = plate === null ? 0 : (1 - plate.anchorY) * plate.heightPx * scale
        claimLine(tools, title, screenX, screenY + under + lineHeightPx + 1)
      }
    },
  }
}
