import type { DrawnSheet } from '../../../../assets/art/drawing.ts'

/** Pixels at 1×. */
const stripWidth = 256
const gap = 1

/** A small sheet of those pictures that are needed, each under one name, laid in rows. Their colours must be the same in every theme. */
export function pickDrawings(sheet: DrawnSheet, isNeeded: (name: string) => boolean): DrawnSheet {
  const names: string[] = []
  const places: { readonly i: number; readonly x: number; readonly y: number }[] = []
  let [x, y, rowHeight] = [0, 0, 0]
  sheet.names.forEach((list, i) => {
    for (const name of list.split(' ')) {
      if (!isNeeded(name)) continue
      if (x + sheet.w[i] > stripWidth) [x, y, rowHeight] = [0, y + rowHeight + gap, 0]
      names.push(name)
      places.push({ i, x, y })
      x += sheet.w[i] + gap
      rowHeight = Math.max(rowHeight, sheet.h[i])
    }
  })
  const pick = <T>(list: readonly T[]): T[] => places.map(({ i }) => list[i])
  return {
    width: stripWidth,
    height: y + rowHeight,
    colours: sheet.colours,
    names,
    x: places.map((place) => place.x),
    y: places.map((place) => place.y),
    w: pick(sheet.w),
    h: pick(sheet.h),
    anchorX: pick(sheet.anchorX),
    anchorY: pick(sheet.anchorY),
    drawings: pick(sheet.drawings),
  }
}
