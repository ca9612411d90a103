import { fromScreenX, fromScreenY, type Camera } from './camera.ts'

/** A rectangle in 1× pixels of the projection. */
export type Area = { left: number; top: number; right: number; bottom: number }

export const createArea = (): Area => ({ left: 0, top: 0, right: 0, bottom: 0 })

/** Writes into `area` what the camera sees. */
export function seenBy(camera: Camera, area: Area): void {
  area.left = fromScreenX(camera, 0)
  area.top = fromScreenY(camera, 0)
  area.right = fromScreenX(camera, camera.widthPx)
  area.bottom = fromScreenY(camera, camera.heightPx)
}

export function overlaps(a: Area, b: Area): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top
}

/** True when a thing that stands on (x, y), `halfWidthPx` to each side and `heightPx` high, reaches into the area. */
export function seesStanding(area: Area, x: number, y: number, halfWidthPx: number, heightPx: number): boolean {
  return x + halfWidthPx > area.left && x - halfWidthPx < area.right && y > area.top && y - heightPx < area.bottom
}

/** Widens `area` to hold the rectangle. */
export function include(area: Area, left: number, top: number, right: number, bottom: number): void {
  if (left < area.left) area.left = left
  if (top < area.top) area.top = top
  if (right > area.right) area.right = right
  if (bottom > area.bottom) area.bottom = bottom
}

/** Floor is cut into cells of this size, so that a cell is upright on the screen and few are half seen. */
export const cellWidthPx = 1024
export const cellHeightPx = 512

/** Cell of a point (1× pixels), as a whole number that is the same for all points of the cell. */
export function cellOf(x: number, y: number): number {
  return Math.floor(y / cellHeightPx) * 65536 + Math.floor(x / cellWidthPx)
}
