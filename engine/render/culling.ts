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

/** True when a thing that stands on (x, y), `halfWidthPx` to each side and `heightPx` high, reaches into the area. */
export function seesStanding(area: Area, x: number, y: number, halfWidthPx: number, heightPx: number): boolean {
  return x + halfWidthPx > area.left && x - halfWidthPx < area.right && y > area.top && y - heightPx < area.bottom
}
